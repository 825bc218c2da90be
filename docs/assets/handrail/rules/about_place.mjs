// Conditions about the place and the day. The twin of generators/rules/about_place.py.
import { missingFigure, placeQuestions, word } from "./about_people.mjs";
import { ASK, ifUnasked, isObject, isUnknown, said } from "./answers.mjs";
import { resolve } from "./figures.mjs";
import { finding, untold } from "./findings.mjs";
import { date, fillFrom } from "./reasons.mjs";

/** One finding with its one reason from the template `key`; `values()` fills it. */
function one(scene, condition, value, open, key, values) {
  if (!scene.telling) return untold(value, open);
  return finding(value, [{ condition, holds: value, text: fillFrom(scene, key, values && values()) }], open);
}

function place(scene, rule) {
  let value = inStates(scene, rule);
  let open = placeQuestions(scene);
  if (value !== false && rule.counties && rule.counties.length) {
    const [inside, unasked] = inCounties(scene, rule.counties);
    value = inside === false ? false : value === null ? null : inside;
    open |= unasked;
  }
  return one(scene, "place", value, value === null ? open : 0, `place-${word(value)}`);
}

function inStates(scene, rule) {
  const state = scene.state;
  const states = rule.states || [];
  const notStates = rule.not_states || [];
  if (!states.length && !notStates.length) return true;
  if (isUnknown(state)) return null;
  return (!states.length || states.indexOf(state) !== -1) && notStates.indexOf(state) === -1;
}

function inCounties(scene, counties) {
  const where = said(scene.facts, "place");
  if (!isObject(where)) return [null, ifUnasked(scene.facts, "place", ASK.place)];
  const county = said(where, "county");
  if (typeof county !== "string" || isUnknown(county)) return [null, ifUnasked(where, "county", ASK.place)];
  const here = scene.state;
  const fitting = counties
    .map((listed) => listed.split(","))
    .filter((parts) => plain(parts[0]) === plain(county))
    .map((parts) => parts.slice(1).join(",").trim());
  if (fitting.some((state) => state === "" || state === here)) return [true, 0];
  return [fitting.length && isUnknown(here) ? null : false, 0];
}

/** A county's name without accents, blanks, capitals and its kind. */
export function plain(county) {
  const letters = county
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return letters.replace(/^saint/, "st").replace(/(county|parish|borough|municipio|censusarea)$/, "");
}

function figure(scene, rule) {
  const { says, of: { id } } = rule;
  const found = resolve(scene, rule.of);
  const answer = found.missing ? null : answerOf(says, found.value);
  const value = answer === null ? null : answer === (says !== "is_no");
  const [lacking, open] = value === null ? missingFigure(scene, found.missing) : ["", 0];
  if (!scene.telling) return untold(value, open);
  const name = ((scene.data.figures || {})[id] || {}).name || id;
  const key = answer ? "figure-holds" : "figure-fails";
  const text = value !== null ? fillFrom(scene, key, { name }) : fillFrom(scene, lacking === "place-open" ? lacking : "figure-open");
  const reason = { condition: "figure", holds: value, text, figure: id };
  if (found.until) reason.until = found.until;
  return finding(value, [reason], open);
}

function answerOf(says, value) {
  if (value === false || value === "not-offered") return false;
  return says === "offered" || value === true ? true : null;
}

function dates(scene, rule) {
  if ("from" in rule && scene.asOf < rule.from) {
    return one(scene, "dates", false, 0, "dates-early", () => ({ date: date(scene, rule.from) }));
  }
  if ("until" in rule && scene.asOf > rule.until) {
    return one(scene, "dates", false, 0, "dates-late", () => ({ date: date(scene, rule.until) }));
  }
  return one(scene, "dates", true, 0, "dates-holds");
}

export const ABOUT_PLACE = { place, figure, dates };
