// The two languages of the papers: the plan's data and the words of the sheets, fetched when they are first wanted.

import { learn } from "../words.mjs";
import { holding } from "./held.mjs";

const fetched = new Map(); // address -> promise of its JSON

export function json(url) {
  if (!fetched.has(url)) {
    const wanted = fetch(url).then((answer) => {
      if (!answer.ok) {
        throw new Error(url + ": " + answer.status);
      }
      return answer.json();
    });
    wanted.catch(() => fetched.delete(url)); // asked again next time
    fetched.set(url, wanted);
  }
  return fetched.get(url);
}

/** One language as {code, name, english, base, dir, held, plan, words, presets, desk}; `folder` holds the data. */
function side(folder, one, ids) {
  const of = (name) => json(folder + name + "." + one.code + ".json");
  return Promise.all([holding(folder, one.code, ids), of("helper"), of("frontdesk")]).then(([held, helper, desk]) => {
    learn(one.code, desk.language);
    return Object.assign({ held: held, plan: held.plan, words: helper.referral, presets: helper.presets, desk: desk }, one);
  });
}

/** A promise that both languages have these services too. */
export function bringTo(sides, ids) {
  const both = [sides.own, sides.english];
  return Promise.all(both.map((one) => one.held.bring(ids))).then(() =>
    both.forEach((one) => {
      one.plan = one.held.plan;
    })
  );
}

/** A goal that came with a preset, said in the language of `to`; any other text as it is. */
export function goalIn(goal, from, to) {
  const preset = goal && from.presets.filter((one) => one.goal === goal)[0];
  return preset ? to.presets.filter((one) => one.id === preset.id)[0].goal : goal;
}

/** The promise of {own, english}: the family's language and English, with these services. */
export function sidesOf(folder, languages, code, ids) {
  const named = (wanted) => languages.filter((one) => one.code === wanted)[0];
  return Promise.all([side(folder, named(code), ids), side(folder, named("en"), ids)]).then(([own, english]) => ({ own: own, english: english }));
}
