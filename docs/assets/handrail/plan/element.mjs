// Pieces of a page, made of elements and text only.

import { append, clear, h } from "../check/dom.mjs";
import { date } from "../words.mjs";

const SCHEMES = /^(https?|tel|sms|mailto):/;

export const el = h;

/** Take out everything that is in `element` and put `children` there. */
export function fillWith(element, ...children) {
  clear(element);
  append(element, children);
}

/** A number that can be tapped; numbers always read from left to right. */
export function phoneLink(phone) {
  const number = el("bdi", { dir: "ltr" }, phone.number);
  return phone.href && SCHEMES.test(phone.href) ? el("a", { href: phone.href, class: "phone" }, number) : number;
}

/** A day as people write it. */
export function day(value) {
  return el("time", { datetime: value }, el("bdi", null, date(value)));
}

/** A link to another site, with its address written out for paper. */
export function outsideLink(link) {
  const short = link.url.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return el(
    "span",
    { class: "outside" },
    SCHEMES.test(link.url) ? el("a", { href: link.url, rel: "noreferrer" }, link.text) : link.text,
    el("span", { class: "address only-print" }, " ", el("bdi", { dir: "ltr" }, short))
  );
}

/** A box to tick with its label. `key` finds it again after the page was drawn anew. */
export function tick(key, isTicked, onChange, ...label) {
  const box = el("input", { type: "checkbox", "data-key": key, on: { change: (event) => onChange(event.target.checked) } });
  box.checked = isTicked;
  return el("label", { class: "hr-tick" }, box, el("span", { class: "tick-label" }, label));
}

/** A list to choose one from: `options` are [value, words]; `attributes` as for `el`. */
export function choice(options, value, onChange, attributes) {
  const list = el(
    "select",
    Object.assign({ autocomplete: "off", on: { change: (event) => onChange(event.target.value) } }, attributes),
    options.map((option) => el("option", { value: option[0] }, option[1]))
  );
  list.value = value;
  return list;
}

/** A button; `attributes` as for `el`. */
export function button(text, onClick, attributes) {
  return el("button", Object.assign({ type: "button", class: "hr-button", on: { click: onClick } }, attributes), text);
}
