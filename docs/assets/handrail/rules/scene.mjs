// Everything that a condition may look at: the scene of the household, and the same one speaking of each person.
import { named, said, stateOf } from "./answers.mjs";

/**
 * The scene of a household: {data, facts, asOf, state, people (null: nobody was named), candidates (scenes of those who
 * want help), each (scenes of all), doors (findings so far by service), person (null), home (the scene of the household)}.
 *
 * A scene that is not `telling` works out values, open questions and doors, without reasons. When somebody reads the
 * reasons, the same conditions are asked again in the scene that tells (`toldBy`).
 */
export function sceneOf(data, facts, places) {
  const scene = {
    data,
    facts,
    asOf: facts.as_of || data.as_of,
    state: stateOf(facts),
    people: named(facts.people),
    person: null,
    doors: new Map(),
    figures: [],
    tables: {},
    units: {},
    findings: new Array(places),
    limits: [],
    telling: false,
    home: null,
    each: null,
    candidates: null,
    nobody: null,
  };
  return withPeople(scene, scene.people);
}

/** The scene that tells: the same family, doors, units and figures. */
export function toldBy(scene) {
  const told = Object.assign({}, scene, { telling: true, findings: new Array(scene.findings.length), limits: [], nobody: null });
  withPeople(told, scene.people);
  if (scene.people) told.each.forEach((one, at) => (one.units = scene.each[at].units));
  return told;
}

function withPeople(scene, people) {
  scene.home = scene;
  scene.each = people && people.map((person) => speakingOf(scene, person));
  scene.candidates = people && scene.each.filter((one) => said(one.person, "wants_help") !== false);
  return scene;
}

function speakingOf(home, person) {
  return Object.assign({}, home, { person, units: {}, findings: new Array(home.findings.length), home });
}

const NOBODY = {};

/** The same scene, speaking of somebody of whom nothing is known. */
export function aboutNobody(scene) {
  const home = scene.home;
  if (home.nobody === null) home.nobody = speakingOf(home, NOBODY);
  return home.nobody;
}
