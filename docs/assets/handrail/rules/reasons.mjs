// Reasons in words. The twin of the Reasoner in generators/rules/reasons.py: same templates, same bytes.

import { category } from "../written.mjs";

const PARTS = new Map(); // a template cut at its placeholders: text, name, text, name, text

export function fill(template, values) {
  let parts = PARTS.get(template);
  if (parts === undefined) PARTS.set(template, (parts = template.split(/%\((\w+)\)s/)));
  let text = parts[0];
  for (let at = 1; at < parts.length; at += 2) text += values[parts[at]] + parts[at + 1];
  return text;
}

/** A template of the data, filled; with `count` in the plural form for it. */
export function fillFrom(scene, key, values) {
  let template = scene.data.words[key];
  if (typeof template !== "string") {
    template = template[category(scene.data.formats.plural, values.count)] || template.other;
  }
  return fill(template, values || {});
}

/** Dollars, with cents only where they are not whole. */
export function money(scene, dollars) {
  const [before, between, point, after] = scene.data.formats.money;
  const cents = Math.floor(dollars * 100 + 0.5);
  let whole = String(Math.floor(cents / 100));
  for (let at = whole.length - 3; at > 0; at -= 3) whole = whole.slice(0, at) + between + whole.slice(at);
  const rest = cents % 100;
  return before + whole + (rest ? point + (rest < 10 ? "0" : "") + rest : "") + after;
}

function inTenths(scene, tenths) {
  const point = scene.data.formats.money[2];
  return Math.floor(tenths / 10) + (tenths % 10 ? point + (tenths % 10) : "");
}

export function percent(scene, share) {
  const [before, after] = scene.data.formats.percent;
  return before + inTenths(scene, Math.floor(share * 1000 + 0.5)) + after;
}

/** A plain number, to a tenth where it is not whole. */
export function plainNumber(scene, value) {
  return inTenths(scene, Math.floor(value * 10 + 0.5));
}

export function date(scene, day) {
  const parts = day.split("-").map(Number);
  return fill(scene.data.formats.dates[parts[1] - 1], { year: parts[0], day: parts[2] });
}

/** `rent, heating or electricity`. */
export function either(scene, names) {
  if (names.length < 2) return names.join("");
  return fillFrom(scene, "or", { first: names.slice(0, -1).join(scene.data.formats.list[0]), last: names[names.length - 1] });
}
