// How it goes: who does a step, whether a service helped, and what to try next where it did not.

import { t } from "../words.mjs";
import { button, choice, el, phoneLink } from "./element.mjs";

const owners = () => [
  ["", t("not chosen yet")],
  ["me", t("me")],
  ["helper", t("a helper")],
  ["agency", t("the agency")]
];
export const answers = () => [
  ["", t("I do not know yet")],
  ["met", t("Yes")],
  ["partly", t("Partly")],
  ["no", t("No")]
];
const named = (list, value) => list.filter((one) => one[0] === value)[0][1];

/** "Yes" for "met". */
export const answerName = (value) => named(answers(), value);

/** Who does a step; `describedBy` is the id of its words. */
export function owner(page, key, describedBy) {
  const value = page.plan.owners[key] || "";
  return el(
    "div",
    { class: "plan-owner" },
    el("label", { class: "hr-no-print" }, t("Who does it:"), " ", [
      choice(owners(), value, (chosen) => page.setOwner(key, chosen), { "data-key": "owner:" + key, "aria-describedby": describedBy })
    ]),
    value ? el("span", { class: "only-print" }, t("Who does it:"), " ", named(owners(), value)) : null
  );
}

/** "Did it help?" and, after "partly" or "no", what else there is. */
export function helped(page, id) {
  const value = page.plan.helped[id] || "";
  return el(
    "div",
    { class: "plan-helped hr-no-print" },
    el("label", null, t("Did it help?"), " ", [
      choice(answers(), value, (chosen) => page.setHelped(id, chosen), { "data-key": "helped:" + id })
    ]),
    value === "partly" || value === "no" ? next(page, id) : null
  );
}

/** The answer on paper, or boxes to tick by hand. */
export function helpedOnPaper(page, id) {
  const value = page.plan.helped[id] || "";
  return value
    ? named(answers(), value)
    : answers()
        .slice(1)
        .map((one) => "\u2610\u00a0" + one[1])
        .join("  ");
}

function next(page, id) {
  const others = page.alternatives(id);
  return [
    el("p", null, t("What to try next:")),
    el(
      "ul",
      { class: "plan-next" },
      others.map((other) => alternative(page, other)),
      page.data.stuck
        .filter((one) => one.number)
        .slice(0, 1)
        .map((one) => el("li", null, one.name, ": ", phoneLink(one)))
    )
  ];
}

/** A service to try, with a button that adds it. */
export function alternative(page, id) {
  const service = page.data.services[id];
  return el(
    "li",
    null,
    el("a", { href: "../" + service.url }, service.name),
    " ",
    page.plan.services.indexOf(id) === -1 && !service.sensitive
      ? button(t("Add to my plan"), () => page.add(id), {
          class: "hr-button hr-quiet",
          "aria-label": t("Add to my plan: %(name)s", { name: service.name }),
          "data-key": "add:" + id
        })
      : null
  );
}
