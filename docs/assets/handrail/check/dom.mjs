// Elements from names and values: no markup is ever read from a text.

import { isInEnglish } from "../words.mjs";

const RIGHT_TO_LEFT = ["ar"];

/** `h("p", {class: "hr-hint"}, "words", element)`; `on` holds listeners; false, null and undefined are left out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const key of Object.keys(attributes || {})) {
    const value = attributes[key];
    if (key === "on") {
      Object.keys(value).forEach((name) => element.addEventListener(name, value[name]));
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, String(value));
    }
  }
  if (element.lang && !element.dir) {
    element.dir = RIGHT_TO_LEFT.indexOf(element.lang) === -1 ? "ltr" : "rtl"; // else its full stop lands at the wrong end
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(element, child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.appendChild(typeof child === "object" ? child : said(element, String(child)));
    }
  }
}

const PLAIN = ["OPTION", "TITLE", "TEXTAREA"]; // hold no elements

/** A text; English in a page of another language says so. */
function said(element, text) {
  if (!isInEnglish(text) || PLAIN.indexOf(element.tagName) !== -1) {
    return document.createTextNode(text);
  }
  const span = document.createElement("span");
  span.setAttribute("lang", "en");
  span.setAttribute("dir", "ltr");
  span.textContent = text;
  return span;
}

export function clear(element) {
  while (element.firstChild) {
    element.removeChild(element.firstChild);
  }
}

/** A button that is not for sending the form. */
export function button(words, css, act) {
  return h("button", { type: "button", class: css, on: { click: act } }, words);
}

/** A button that looks like a link; `about` is what it is for, for those who hear it. */
export function linkButton(words, act, about) {
  const css = "hr-button hr-quiet hr-link";
  const unseen = about ? h("span", { class: "hr-away" }, ": " + about) : null;
  return h("button", { type: "button", class: css, on: { click: act } }, words, unseen);
}

/** A number, amount or phone, which keeps its direction in every language. */
export function ltr(text) {
  return h("bdi", { dir: "ltr" }, text);
}
