// Everything that a condition may look at: the scene of the household, and the same one speaking of each person.
import { named, said, stateOf } from "./answers.mjs";
import { amountsOn } from "./figures.mjs";

/**
 * The scene of a household. `ready`: the rules (parts.mjs).
 *
 * A scene that is not `telling` works out values, open questions and doors, without reasons. When somebody reads the
 * reasons, the same conditions are asked again in the scene that tells (`toldBy`).
 */
export function sceneOf(data, facts, ready) {
  const asOf = facts.as_of || data.as_of;
  const state = stateOf(facts);
  const family = {
    data,
    facts,
    asOf,
    state,
    people: named(facts.people), // null: nobody was named
    doors: new Map(), // what was found of services that open others
    amounts: amountsOn(ready.amounts, state, asOf), // what figures and limits come to here
    places: ready.places, // how many findings may be kept
  };
  return ofHousehold(family, false);
}

/** The scene that tells: the same family, the same doors. */
export function toldBy(scene) {
  return ofHousehold(scene, true);
}

function ofHousehold(family, telling) {
  const home = speakingOf(family, null, telling, null);
  home.home = home;
  home.each = home.people && home.people.map((person) => about(home, person));
  home.candidates = home.people && home.each.filter((one) => said(one.person, "wants_help") !== false);
  return home;
}

function about(home, person) {
  return speakingOf(home, person, home.telling, home);
}

const NOBODY = {};

/** The same scene, speaking of somebody of whom nothing is known. */
export function aboutNobody(scene) {
  const home = scene.home;
  if (home.nobody === null) home.nobody = about(home, NOBODY);
  return home.nobody;
}

/** A scene. They are all made here, so that all have the same shape and are read quickly. */
function speakingOf(family, person, telling, home) {
  return {
    data: family.data,
    facts: family.facts,
    asOf: family.asOf,
    state: family.state,
    people: family.people,
    doors: family.doors,
    amounts: family.amounts,
    places: family.places,
    telling,
    person, // null: the household
    home, // the scene of the household
    rows: {}, // of the household: its incomes and expenses as they were read (money.mjs)
    money: {}, // of the household: what was worked out of its units (units.mjs)
    units: {}, // who counts together with this person, by the kind of unit
    findings: new Array(family.places), // what was found of this person, by the place of the part
    each: null, // of the household: the scenes of all people, of those who want help, and of nobody
    candidates: null,
    nobody: null,
  };
}
