// What would change a result, as lines on its card. Worked out after the results are on the screen, card by card.

import { whatWouldChange } from "../changes.mjs";
import { withToday } from "../today.mjs";
import { date, t } from "../words.mjs";
import { append, clear, h, linkButton } from "./dom.mjs";
import { people, person } from "./facts.mjs";

const SOON = 30; // milliseconds after the results

/** A place on the card: the next question at first, then what would change the result. */
export function wouldChange(app, id, result) {
  const place = h("div", { class: "hr-would" }, nextQuestion(app, result.open.filter(app.isUsable)[0]));
  if (result.outcome !== "likely") {
    const timer = setTimeout(() => show(app, place, id), SOON);
    app.atEnd(() => clearTimeout(timer));
  }
  return place;
}

function show(app, place, id) {
  const facts = withToday(app.screening, app.facts());
  const found = whatWouldChange(app.screening, facts, id);
  const answer = found.filter((change) => change.kind === "answer" && app.isUsable(change.question))[0];
  const lines = found.filter((change) => change.kind !== "answer").map((change) => line(app, facts, change));
  if (answer) {
    clear(place);
    append(place, [settling(app, answer)]);
  }
  if (lines.length) {
    append(place, [
      h("p", {}, h("strong", {}, t("What would change this?"))),
      h("ul", {}, lines.map((words) => h("li", {}, words)))
    ]);
  }
}

function nextQuestion(app, id) {
  return id === undefined
    ? null
    : h("p", { class: "hr-to-know hr-no-print" }, t("To know more, answer:"), " ", ask(app, id));
}

function settling(app, change) {
  const words = change.to === "likely" ? t("Answer this, and it may look possible:") : t("Your answer to this would settle it:");
  return h("p", { class: "hr-to-know hr-no-print" }, words, " ", ask(app, change.question));
}

function ask(app, id) {
  return linkButton(app.question(id).ask, () => app.go(id, "results"));
}

const LINES = {
  birth: (app, facts, change) =>
    change.to === "likely"
      ? t("When the baby is born, this looks possible.")
      : t("When the baby is born, this is worth asking about."),
  date: (app, facts, change) =>
    change.to === "likely"
      ? t("From %(date)s, this looks possible.", { date: date(change.day) })
      : t("From %(date)s, this is worth asking about.", { date: date(change.day) }),
  "new-limits": (app, facts, change) => t("New limits start on %(date)s. Check again then.", { date: date(change.day) }),
  birthday: (app, facts, change) => birthday(app, facts, change),
  income: (app, facts, change) => change.reason.text + " " + t("Check again if your income changes.")
};

function line(app, facts, change) {
  return LINES[change.kind](app, facts, change);
}

function birthday(app, facts, change) {
  const who = person(facts, change.person);
  const values = { who: inSentence(app, facts, who), age: change.age };
  if (who.relation === "self") {
    return change.to === "likely"
      ? t("When you turn %(age)s, this looks possible.", values)
      : t("When you turn %(age)s, this is worth asking about.", values);
  }
  return change.to === "likely"
    ? t("When %(who)s turns %(age)s, this looks possible.", values)
    : t("When %(who)s turns %(age)s, this is worth asking about.", values);
}

/** "your child", or "your child (now 4)" where there are several. */
function inSentence(app, facts, who) {
  const words = app.screening.words["relation-" + who.relation] || t("this person");
  const several = people(facts).filter((one) => one.relation === who.relation).length > 1;
  return several ? t("%(who)s (now %(age)s)", { who: words, age: who.age }) : words;
}
