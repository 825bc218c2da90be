// "Summary to hand on": the plan as it stands, for the next person who helps, on paper or as plain text.

import { stepKey } from "../plan.mjs";
import { date, n, t } from "../words.mjs";
import { barrierName } from "./barrier.mjs";
import { dayList } from "./day-list.mjs";
import { dayWords } from "./day-words.mjs";
import { button, choice, el, fillWith } from "./element.mjs";
import { folded } from "./folded.mjs";
import { about, isKept, newestFirst } from "./log.mjs";
import { namesOf } from "./names.mjs";
import { answers, answerName } from "./progress.mjs";
import { isSettled, statusName } from "./status.mjs";
import { roleName } from "./team.mjs";

const KEY = "summary";
const ALONE = "plan-summary-alone"; // of the body, while only the summary is printed

/** The parts of the summary, [{title, lines}], each line plain text; private services are left out unless on paper. */
function summaryOf(page) {
  const ids = page.order.filter((id) => !page.isHidden(id));
  const part = (title, lines) => ({ title: title, lines: lines.filter((line) => line) });
  return [
    part(t("What we wanted"), [goalLine(page, "goal"), goalLine(page, "later")]),
    part(t("Services"), ids.map((id) => serviceLine(page, id))),
    part(t("Still open"), stillOpen(page, ids)),
    part(
      t("What works"),
      ids.filter((id) => ["met", "partly"].indexOf(page.plan.helped[id]) !== -1).map((id) => page.data.services[id].name)
    ),
    part(
      t("Who was told"),
      newestFirst(page.plan.log)
        .filter((line) => !isKept(page, line))
        .map((line) => joined([line.day && date(line.day), line.who, about(page, line), line.said]))
    ),
    part(
      t("My team"),
      page.plan.team.map((one) => joined([roleName(one.role), one.name, one.phone, one.does]))
    )
  ].filter((one) => one.lines.length);
}

const joined = (pieces) => pieces.filter((piece) => piece).join(" \u00b7 ");
const metKey = (key) => "plan/" + key; // beside the ids of services, which have no slash

function goalLine(page, key) {
  const met = page.plan.helped[metKey(key)];
  const name = key === "goal" ? t("Soon") : t("Later");
  return page.plan[key] ? joined([name + ": " + page.plan[key], met ? t("Met: %(answer)s", { answer: answerName(met) }) : null]) : null;
}

function serviceLine(page, id) {
  const helped = page.plan.helped[id];
  const inTheWay = barrierName(page, id);
  return joined([
    page.data.services[id].name + ": " + (statusName(page, id) || t("not started")),
    inTheWay ? t("In the way: %(name)s", { name: inTheWay }) : null,
    helped ? t("Did it help? %(answer)s", { answer: answerName(helped) }) : null
  ]);
}

/** Steps with a day by their day, then the next step of each service that has none; and the day to look again. */
function stillOpen(page, ids) {
  const open = ids.filter((id) => !isSettled(page, id));
  const dated = dayList(open, page.data, page.plan, page.plan.since || page.today);
  const others = open
    .filter((id) => !dated.some((item) => item.ids.indexOf(id) !== -1))
    .map((id) => {
      const left = page.data.services[id].steps.filter((step, place) => !page.plan.done[stepKey(id, place)]);
      return left.length ? joined([left[0].do, page.data.services[id].name]) : null;
    });
  return dated
    .map((item) => date(item.day) + ": " + joined([dayWords(page, item), item.paper ? null : namesOf(page, item.ids)]))
    .concat(others)
    .concat([page.plan.review ? t("Look at the plan again: %(date)s", { date: date(page.plan.review) }) : null]);
}

/** The summary as text to paste; it says when it was made and what to mind. */
function asText(page) {
  const parts = summaryOf(page).map((part) => part.title + "\n" + part.lines.map((line) => "- " + line).join("\n"));
  return [t("Summary to hand on"), date(page.today)].concat(parts).concat([consent()]).join("\n\n") + "\n";
}

const consent = () => t("Share this only when the person it is about says yes, and only with those they named.");

export function summary(page) {
  const left = page.order.filter(page.isHidden).length;
  const said = el("p", { role: "status", class: "plan-said" });
  const text = el("textarea", { class: "hr-no-print", rows: "8", readonly: true, hidden: true, "aria-label": t("The summary as text") });
  return folded(
    page,
    KEY,
    t("Summary to hand on"),
    { class: "plan-summary" },
    el("p", { class: "hr-hint hr-no-print" }, t("For the next person who helps you, or when you close this plan.")),
    ["goal", "later"].map((key) => met(page, key)),
    summaryOf(page).map((part) => [el("h3", null, part.title), el("ul", null, part.lines.map((line) => el("li", null, line)))]),
    left
      ? el(
          "p",
          { class: "hr-hint hr-no-print" },
          n("One private service is left out.", "%(count)s private services are left out.", left),
          " ",
          t("To put it in, tick \u201cPrint it too\u201d at that service.")
        )
      : null,
    el("p", { class: "plan-consent" }, consent()),
    el("p", { class: "only-print plan-sign" }, t("I agree to share this with:"), line(), t("Signature and date:"), line()),
    el(
      "div",
      { class: "plan-tools hr-no-print" },
      button(t("Copy as text"), () => copy(asText(page), text, said), { class: "hr-button hr-quiet", "data-key": "summary-copy" }),
      button(t("Print this summary"), printAlone, { class: "hr-button hr-quiet", "data-key": "summary-print" })
    ),
    said,
    text
  );
}

const line = () => el("span", { class: "plan-sign-line" }, "\u00a0");

/** Was this goal met? Asked only of one that was written. */
function met(page, key) {
  const set = (answer) => page.set({ helped: Object.assign(page.now().helped, { [metKey(key)]: answer }) });
  const label = key === "goal" ? t("Was the goal for the next weeks met?") : t("Was the goal for later met?");
  return page.plan[key]
    ? el("div", { class: "plan-choice hr-no-print" }, [
        el("label", null, label, " ", choice(answers(), page.plan.helped[metKey(key)] || "", set, { "data-key": "met:" + key }))
      ])
    : null;
}

/** Copy; where the browser does not allow it, show the text, marked, to be copied by hand. */
function copy(words, text, said) {
  const byHand = () => {
    text.value = words;
    text.hidden = false;
    text.focus();
    text.select();
    fillWith(said, t("The text is marked. Choose \u201ccopy\u201d on your device."));
  };
  if (!navigator.clipboard) {
    byHand();
    return;
  }
  navigator.clipboard.writeText(words).then(() => fillWith(said, t("Copied.")), byHand);
}

function printAlone() {
  const done = () => {
    document.body.classList.remove(ALONE);
    removeEventListener("afterprint", done);
  };
  document.body.classList.add(ALONE);
  addEventListener("afterprint", done);
  window.print();
}
