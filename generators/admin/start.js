// Starts Decap CMS with the settings that the build wrote, and keeps what it writes as `check` wants it.
window.CMS_MANUAL_INIT = true;

// Nothing, "", [] and {} say nothing: a field without a value is left out of the file.
function said(value) {
  if (Array.isArray(value)) {
    var kept = value.map(said).filter(function (one) { return one !== undefined; });
    return kept.length ? kept : undefined;
  }
  if (value && typeof value === "object") {
    var fields = {};
    Object.keys(value).forEach(function (name) {
      var one = said(value[name]);
      if (one !== undefined) fields[name] = one;
    });
    return Object.keys(fields).length ? fields : undefined;
  }
  return value === null || value === undefined || value === "" ? undefined : value;
}

// What a form shows is tidied. Fields that it does not show (a rule, its examples) stay as they were.
function tidied(entry, names) {
  var data = entry.get("data");
  names.forEach(function (name) {
    if (!data.has(name)) return;
    var value = data.get(name);
    var plain = said(value && value.toJS ? value.toJS() : value);
    data = plain === undefined ? data.delete(name) : data.set(name, plain);
  });
  return data;
}

// Translations lie beside the English (pantry.es.yaml): the lists show the English only.
function withoutTranslations(backend) {
  var init = backend.init;
  backend.init = function () {
    var made = init.apply(backend, arguments);
    ["entriesByFolder", "allEntriesByFolder"].forEach(function (name) {
      if (!made[name]) return;
      var list = made[name].bind(made);
      made[name] = function (folder, extension, depth) {
        return list(folder, extension, depth).then(function (entries) {
          return entries.filter(function (entry) { return !/\.[a-z]{2,3}\.yaml$/.test(entry.file.path); });
        });
      };
    });
    return made;
  };
}

// A long list of choices is written once in the settings and named as "@services" where it is used.
function withChoices(value, choices) {
  if (Array.isArray(value)) return value.map(function (one) { return withChoices(one, choices); });
  if (!value || typeof value !== "object") return value;
  var made = {};
  Object.keys(value).forEach(function (name) {
    var one = value[name];
    made[name] = name === "options" && typeof one === "string" ? choices[one.slice(1)] : withChoices(one, choices);
  });
  return made;
}

window.addEventListener("load", function () {
  fetch("config.json").then(function (answer) { return answer.json(); }).then(function (found) {
    var config = withChoices(found.config, found.choices);
    ["github", "gitlab", "git-gateway", "proxy"].forEach(function (name) {
      withoutTranslations(window.CMS.getBackend(name));
    });
    window.CMS.registerEventListener({
      name: "preSave",
      handler: function (event) {
        return tidied(event.entry, found.shown[event.entry.get("collection")] || []);
      },
    });
    window.CMS.init({ config: config });
  });
});
