// Conditions about programs received (doors open doors) and situations. The twin of generators/rules/about_programs.py.
import { word } from "./about_people.mjs";
import { ASK, isObject, NOT_ASKED, number, said } from "./answers.mjs";
import { anyOf, better, FAILS, finding, isFirm, untold } from "./findings.mjs";
import { either, fillFrom } from "./reasons.mjs";

function receives(scene, rule) {
  const own = rule.whose === "person";
  if (scene.telling) return anyOf(rule.any_of.map((program) => receivesOne(scene, program, own)), true);
  let found = FAILS;
  for (const program of rule.any_of) {
    found = better(found, receivesOne(scene, program, own));
    if (isFirm(found)) return found;
  }
  return found;
}

/** Answered yes: holds. The program itself likely: holds through it. No and unlikely: fails. Else unknown. */
function receivesOne(scene, program, own) {
  const programs = said(scene.facts, "receives");
  const answer = isObject(programs) ? said(programs, program) : programs;
  if (answer === true) return tell(scene, program, own, true, "receives-holds", 0);
  const unasked = answer === NOT_ASKED ? ASK.receives : 0;
  const door = scene.doors.get(program);
  if (door === undefined) {
    if (answer === false) return tell(scene, program, own, false, "receives-fails", unasked);
    return tell(scene, program, own, null, "receives-open", unasked);
  }
  const [value, open] = own ? doorOfPerson(scene, door) : [door.found.value, door.found.open];
  if (value === true) return finding(true, tell(scene, program, own, true, "receives-through", 0).reasons, 0, [program]);
  if (value === false && answer === false) return tell(scene, program, own, false, "receives-fails", 0);
  const key = unasked ? "receives-open" : "receives-maybe";
  return tell(scene, program, own, null, key, unasked | (value === null ? open : 0));
}

function doorOfPerson(scene, door) {
  if (!door.people.length) return [door.rule.for === "person" ? null : door.found.value, door.found.open];
  const at = scene.home.candidates.findIndex((one) => one.person === scene.person);
  return at === -1 ? [null, 0] : [door.people[at].value, door.people[at].open];
}

function tell(scene, program, own, value, key, open) {
  if (!scene.telling) return untold(value, open);
  const text = fillFrom(scene, key, { programs: programName(scene, program) });
  const reason = { condition: "receives", holds: value, text };
  if (own && scene.person && "id" in scene.person) reason.person = scene.person.id;
  return finding(value, [reason], open);
}

function programName(scene, program) {
  const data = scene.data;
  const service = (data.services || {})[program] || (data.others || {})[program] || {};
  return data.words[`program-${program}`] || service.name || program;
}

function situation(scene, rule) {
  const told = said(scene.facts, "situations");
  const answers = rule.any_of.map((name) => answerOf(scene, isObject(told) ? said(told, name) : told, name));
  const value = answers.indexOf(true) !== -1 ? true : answers.every((answer) => answer === false) ? false : null;
  const open = value === null && answers.indexOf(NOT_ASKED) !== -1 ? ASK.situations : 0;
  if (!scene.telling) return untold(value, open);
  const names = rule.any_of.filter((_, at) => value !== true || answers[at] === true);
  const things = either(scene, names.map((name) => fillFrom(scene, `situation-${name}`)));
  const text = fillFrom(scene, `situation-${word(value)}`, { things });
  return finding(value, [{ condition: "situation", holds: value, text }], open);
}

/** The answer, or no where nobody was asked and a cost that is paid says so: who pays rent has a home. A yes counts. */
function answerOf(scene, answer, name) {
  const question = (scene.data.questions || {}).situations || {};
  const kinds = (question.not_when_paying || {})[name] || [];
  return answer === NOT_ASKED && pays(scene, kinds) ? false : answer;
}

function pays(scene, kinds) {
  const rows = said(scene.facts, "expenses");
  if (!Array.isArray(rows)) return false;
  return rows.some((row) => kinds.indexOf(row.kind) !== -1 && (row.pays === true || (number(row, "amount") || 0) > 0));
}

export const ABOUT_PROGRAMS = { receives, situation };
