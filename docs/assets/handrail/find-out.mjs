// Each "not sure" as something to find out, with the services that it could open.

import { RANK } from "./changes.mjs";
import { candidates, isNotSure } from "./changes/candidates.mjs";
import { OF_PERSON, isUnsure, people } from "./check/facts.mjs";
import { screen } from "./rules.mjs";

/**
 * One line for each question of `questions` (ids, in order) with a "not sure": {question, who, things, opens}.
 * who: the people of whom it was said; things: programs or situations; opens: services, best chance first, which one
 * possible answer would make better than now, and likely.
 */
export function toFindOut(data, facts, questions) {
  const unsure = questions.filter((id) => isUnsure(facts, id));
  if (!unsure.length) {
    return [];
  }
  const now = screen(data, facts).services;
  return unsure.map((id) => ({
    question: id,
    who: whoOf(facts, id),
    things: thingsOf(facts, id),
    opens: opensOf(data, facts, id, now)
  }));
}

function opensOf(data, facts, id, now) {
  const found = {};
  for (const answered of candidates(data, facts, id, isNotSure)) {
    const then = screen(data, answered).services;
    for (const service of data.order) {
      if (RANK[now[service].outcome] < RANK.likely && then[service].outcome === "likely") {
        found[service] = true;
      }
    }
  }
  return data.order.filter((service) => found[service]);
}

function whoOf(facts, id) {
  const key = id === "people" ? "age" : (OF_PERSON[id] || {}).key;
  return key ? people(facts).filter((one) => isNotSure(one[key])).map((one) => one.id) : [];
}

function thingsOf(facts, id) {
  const answers = id === "receives" || id === "situations" ? facts[id] : null;
  return answers && typeof answers === "object" ? Object.keys(answers).filter((key) => isNotSure(answers[key])) : [];
}
