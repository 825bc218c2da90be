// The words of the interface in the language of the page: English itself, or the messages that the page carries.

const English = { lang: "en", messages: {}, plurals: {} };
let loaded = null;

function words() {
  if (loaded === null) {
    loaded = Object.assign({}, English, carried());
  }
  return loaded;
}

function carried() {
  const element = document.getElementById("words");
  try {
    const found = element ? JSON.parse(element.textContent) : {};
    return found && typeof found === "object" ? found : {};
  } catch (error) {
    console.error("The words of this page cannot be read:", error);
    return {};
  }
}

const has = (table, key) => Object.prototype.hasOwnProperty.call(table || {}, key);

/** The language of the page: "en", "es". */
export function language() {
  return words().lang;
}

/** A text with its `%(name)s` places filled from `values`. */
export function fill(text, values) {
  return text.replace(/%\((\w+)\)s/g, (place, name) => (has(values, name) ? String(values[name]) : place));
}

/** The English `text` in the language of the page, filled. */
export function t(text, values) {
  const messages = words().messages;
  return fill(has(messages, text) ? messages[text] : text, values || {});
}

/** Marks a text that is looked up later. */
export function N_(text) {
  return text;
}

/** The form for `count`, which also fills `%(count)s`. */
export function n(one, many, count, values) {
  const plurals = words().plurals;
  const forms = has(plurals, one) ? plurals[one] : { one: one, other: many };
  const text = forms[category(count, has(plurals, one) ? language() : "en")] || forms.other || many;
  return fill(text, Object.assign({ count: count }, values || {}));
}

/** The CLDR plural category; browsers without Intl.PluralRules know only one and other. */
function category(count, lang) {
  try {
    return new Intl.PluralRules(lang).select(count);
  } catch (error) {
    return count === 1 ? "one" : "other";
  }
}

/** A day "2026-11-21" as people of this language write it; the day itself where the browser cannot; `lang` for another language. */
export function date(day, lang) {
  return written(day, { year: "numeric", month: "long", day: "numeric" }, lang);
}

/** The month of a day in few letters: "Nov". */
export function shortMonth(day) {
  return written(day, { month: "short" });
}

/** The month of a day with its year: "November 2026". */
export function month(day) {
  return written(day, { year: "numeric", month: "long" });
}

function written(day, parts, lang) {
  const [year, month, number] = day.split("-").map(Number);
  try {
    return new Intl.DateTimeFormat(lang || language(), Object.assign({ timeZone: "UTC" }, parts)).format(
      new Date(Date.UTC(year, month - 1, number))
    );
  } catch (error) {
    return day;
  }
}
