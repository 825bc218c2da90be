// The plan's data, of the services that somebody wants: an index, which every plan needs, and parts of a few services
// each. A site of 20,000 services has thousands of parts; a plan loads those of its own services.

// What a service that the plan only names, such as one to try instead, does not say.
const UNSAID = {
  urgency: "usual",
  effort: null,
  organization: null,
  office: null,
  doors: [],
  hours: null,
  links: [],
  steps: [],
  dates: null,
  appeal_days: null,
  next: "",
  if_told_no: null,
  renewal: null,
  representative: null,
  release: null,
  documents: [],
  takes: null,
  alternatives: [],
  mark: ""
};
const asked = {}; // promises by address

/** The number of the part that holds a service. The twin of part_of() in generators/plan/parts.py. */
export function partOf(id, count) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash % count;
}

/** A promise of the JSON at `url`; one that failed is asked for anew by the next call. */
export function json(url) {
  if (!Object.prototype.hasOwnProperty.call(asked, url)) {
    asked[url] = fetch(url, { credentials: "omit" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(url + ": " + answer.status))))
      .catch((error) => {
        delete asked[url];
        throw error;
      });
  }
  return asked[url];
}

/**
 * A promise of the data with the services `ids`, or what they are called now. `whole` is the address of the data of all
 * services in one file, `folder` that of the same in parts; without a folder everything is there at once.
 */
export function planData(whole, folder, ids) {
  if (!folder) {
    return json(whole);
  }
  return json(folder + "index.json").then((index) => {
    const data = Object.assign({}, index, { services: {}, folder: folder, here: {} });
    name(data, index.near);
    return more(data, ids.concat(ids.map((id) => index.was_called[id] || id)));
  });
}

/** Are all there is to say of these services, and whether they exist, here? */
export function areHere(data, ids) {
  return !data.folder || ids.every((id) => data.here[partOf(id, data.parts)]);
}

/** A promise of the same data, which now holds these services too. */
export function more(data, ids) {
  const wanted = ids.filter((id) => !areHere(data, [id])).map((id) => partOf(id, data.parts));
  const parts = wanted.filter((part, place) => wanted.indexOf(part) === place);
  return Promise.all(parts.map((part) => json(data.folder + part + ".json"))).then((found) => {
    found.forEach((one, place) => {
      name(data, one.near);
      Object.assign(data.services, one.services);
      data.here[parts[place]] = true;
    });
    return data;
  });
}

/** The data with the services of which everything is here. */
export function full(data) {
  const services = {};
  Object.keys(data.services)
    .filter((id) => areHere(data, [id]))
    .forEach((id) => {
      services[id] = data.services[id];
    });
  return Object.assign({}, data, { services: services });
}

/** Services that are only named, where nothing more is known of them. */
function name(data, near) {
  Object.keys(near)
    .filter((id) => !Object.prototype.hasOwnProperty.call(data.services, id))
    .forEach((id) => {
      data.services[id] = Object.assign({}, UNSAID, near[id]);
    });
}
