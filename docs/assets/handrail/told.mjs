// The words that a page has in its language. A joined file adds those that its modules say; a page that names its modules
// one by one carries them all in #words.

import { ENGLISH } from "./written.mjs";

/** `missing` lists what stands in English; without a list all that is not among the messages does. */
export const told = { lang: "en", messages: {}, plurals: {}, formats: ENGLISH, missing: null };

/** Take in more: what `told` holds, or some of it. */
export function tell(more) {
  Object.assign(told.messages, more.messages);
  Object.assign(told.plurals, more.plurals);
  told.lang = more.lang || told.lang;
  told.formats = more.formats || told.formats;
  told.missing = more.missing ? (told.missing || []).concat(more.missing) : told.missing;
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

tell(carried());
