// How far a service is, and what that calls for: after a no the way to answer it, after a yes how to keep it.

import { t } from "../words.mjs";
import { choice, el } from "./element.mjs";

const statuses = () => [
  ["", t("not started")],
  ["asked", t("I asked or applied")],
  ["waiting", t("waiting for an answer")],
  ["yes", t("they said yes")],
  ["no", t("they said no")],
  ["stopped", t("we stopped")]
];

/** How far it is, in words; null where it is not started. */
export function statusName(page, id) {
  const value = page.plan.status[id];
  return value ? statuses().filter((one) => one[0] === value)[0][1] : null;
}

/** Is there nothing more to ask for? */
export const isSettled = (page, id) => ["yes", "stopped"].indexOf(page.plan.status[id]) !== -1;

export function status(page, id) {
  const value = page.plan.status[id] || "";
  const set = (chosen) => page.set({ status: Object.assign(page.now().status, { [id]: chosen }) });
  return el(
    "div",
    { class: "plan-choice hr-no-print" },
    el("label", null, t("How far is it?"), " ", [choice(statuses(), value, set, { "data-key": "status:" + id })]),
    value === "no" ? afterNo(page, id) : null,
    value === "yes" ? afterYes(page, id) : null
  );
}

function afterNo(page, id) {
  const service = page.data.services[id];
  return el(
    "div",
    { class: "plan-advice" },
    el("p", null, t("A no is not always the end. You may ask them to look again.")),
    service.if_told_no ? el("p", { lang: page.langOf(id) }, service.if_told_no) : null,
    el("p", null, el("a", { href: "../letter/" }, t("I got a letter: what to do")))
  );
}

function afterYes(page, id) {
  const renewal = page.data.services[id].renewal;
  return el(
    "div",
    { class: "plan-advice" },
    el("p", null, el("strong", null, t("How to keep it"))),
    renewal ? el("p", { lang: page.langOf(id) }, renewal) : el("p", null, t("Ask if you must renew, and when."))
  );
}
