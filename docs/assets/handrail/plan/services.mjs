// The chosen services, folded, each with its steps, numbers, links, and lines to write on.

import { stepKey } from "../plan.mjs";
import { n, t } from "../words.mjs";
import { barrier, barrierName } from "./barrier.mjs";
import { due } from "./due.mjs";
import { button, el, outsideLink, phoneLink, tick } from "./element.mjs";
import { errandOf } from "./errands.mjs";
import { namesOf, shortName } from "./names.mjs";
import { helped, helpedOnPaper, owner } from "./progress.mjs";
import { script } from "./script.mjs";
import { stateOf } from "./state-of.mjs";
import { isSettled, status, statusName } from "./status.mjs";
import { sameOffice } from "./together.mjs";

const LINES = 1; // to write on, for each service, below the one with the heads

export function services(page) {
  return el(
    "section",
    { class: "plan-all", "aria-labelledby": "plan-all" },
    el("h2", { id: "plan-all", tabindex: "-1" }, t("Step by step")),
    page.plan.moved
      ? button(t("Use the order we suggest"), () => page.suggestOrder(), {
          class: "hr-button hr-quiet hr-no-print",
          "data-key": "suggest"
        })
      : null,
    el("ol", { class: "plan-services" }, page.order.map((id, place) => one(page, id, place)))
  );
}

function one(page, id, place) {
  const service = page.data.services[id];
  const done = service.steps.filter((step, index) => page.plan.done[stepKey(id, index)]).length;
  const details = el(
    "details",
    { on: { toggle: (event) => page.folded(id, !event.target.open) } },
    el(
      "summary",
      { "data-key": "fold:" + id },
      el("span", { class: "plan-name", role: "heading", "aria-level": "3" }, service.name),
      " ",
      el(
        "span",
        { class: "plan-progress hr-no-print" },
        t("%(done)s of %(all)s done", { done: done, all: service.steps.length })
      ),
      statusName(page, id) ? el("span", { class: "plan-status" }, statusName(page, id)) : null
    ),
    el(
      "div",
      { class: "plan-inside", lang: page.langOf(id) },
      page.isEnglishHere(id) ? el("p", { class: "in-english" }, t("This part is in English for now.")) : null,
      service.organization && service.organization !== service.name
        ? el("p", { class: "plan-organization" }, service.organization)
        : null,
      stateOf(page, id),
      opens(page, id),
      el("ol", { class: "plan-steps" }, service.steps.map((step, index) => oneStep(page, id, step, index))),
      contacts(service),
      sameOffice(page, id),
      phoneBill(service),
      more(page, id)
    ),
    script(page, id),
    status(page, id),
    barrier(page, id),
    helped(page, id),
    service.sensitive ? paperChoice(page, id) : null,
    isSettled(page, id) ? null : lines(page, id),
    tools(page, id, place)
  );
  details.open = page.isOpen(id);
  return el("li", { class: page.paperClass([id]), id: "plan-" + id }, details);
}

/** Why a door comes first. */
function opens(page, id) {
  const opened = page.order.filter((other) => page.data.services[other].doors.indexOf(id) !== -1 && !page.isHidden(other));
  return opened.length
    ? el("p", { class: "plan-opens" }, t("This can help you get: %(names)s.", { names: namesOf(page, opened) }))
    : null;
}

function oneStep(page, id, step, index) {
  const key = stepKey(id, index);
  const words = "plan-step-" + id + "-" + index;
  const errand = errandOf(page.errands, key);
  if (errand.id !== id) {
    return el(
      "li",
      { class: "plan-same" },
      t("%(step)s: do it together with the same step of %(name)s.", { step: step.do, name: shortName(page, errand.id) })
    );
  }
  const others = errand.ids.slice(1);
  return el(
    "li",
    null,
    tick(
      "step:" + key,
      page.plan.done[key] === true,
      (isTicked) => page.tick(key, isTicked),
      el("span", { id: words }, step.do),
      step.takes ? el("span", { class: "takes" }, " (" + step.takes + ")") : null
    ),
    others.length ? el("p", { class: "hr-hint plan-also" }, t("Also for: %(names)s", { names: namesOf(page, others) })) : null,
    step.tip ? el("p", { class: "hr-hint" }, step.tip) : null,
    el("div", { class: "plan-step-more" }, owner(page, key, words), due(page, key, words))
  );
}

function contacts(service) {
  return el(
    "ul",
    { class: "plan-contacts" },
    service.phones.length ? null : el("li", null, t("It has no one number for all. Find the one near you:")),
    service.phones.map((phone) => el("li", null, phone.label ? phone.label + ": " : null, phoneLink(phone))),
    service.hours ? el("li", null, t("Hours"), ": ", service.hours) : null,
    service.links.map((link) => el("li", { class: isRest(service, link) ? "hr-no-print" : null }, outsideLink(link)))
  );
}

/** Paper has the ways to apply; a website beside them is one more long address to type. */
const isRest = (service, link) => service.links.length > 1 && link.text === t("Official website");

function phoneBill(service) {
  return service.sensitive && service.phones.length
    ? el("p", { class: "hr-hint" }, t("Calls and texts may show on a shared phone bill, and in the phone\u2019s list of calls."))
    : null;
}

function more(page, id) {
  const service = page.data.services[id];
  const rows = [
    [t("How long it takes"), service.takes, page.plan.status[id] === "yes" ? "hr-no-print" : null],
    [t("What happens next"), service.next, page.plan.status[id] === "yes" ? "hr-no-print" : null],
    [t("How to keep it"), page.plan.status[id] === "yes" ? service.renewal : null, "only-print"],
    [t("If you are told no"), service.if_told_no, toldNo(page, id)]
  ].filter((row) => row[1]);
  return el(
    "dl",
    { class: "plan-more" },
    rows.map((row) => [el("dt", { class: row[2] }, row[0]), el("dd", { class: row[2] }, row[1])]),
    barrierName(page, id)
      ? [el("dt", { class: "only-print" }, t("What stands in the way?")), el("dd", { class: "only-print" }, barrierName(page, id))]
      : null,
    el("dt", { class: "only-print" }, t("Did it help?")),
    el("dd", { class: "only-print" }, helpedOnPaper(page, id)),
    el("dt", { class: "hr-no-print" }, t("All about it")),
    el("dd", { class: "hr-no-print" }, el("a", { href: "../" + service.url }, service.name))
  );
}

/** Where the words for a no stand: after a no they are said with the status, after a yes nobody needs them on paper. */
function toldNo(page, id) {
  const found = page.plan.status[id];
  return found === "no" ? "only-print" : found === "yes" ? "hr-no-print" : null;
}

function paperChoice(page, id) {
  return el(
    "div",
    { class: "hr-no-print plan-private" },
    el("p", { class: "hr-hint" }, t("This one is left off the paper, so that nobody reads it by chance.")),
    tick("paper:" + id, page.isOnPaper(id), (isTicked) => page.putOnPaper(id, isTicked), t("Print it too"))
  );
}

/** To write on: the heads stand in the first line; there is no second where calls are written down already. */
function lines(page, id) {
  const count = page.plan.log.some((line) => line.id === id) ? LINES - 1 : LINES;
  const heads = [t("Who I spoke to"), t("Day and time"), t("What they said, and the reference number")];
  return el(
    "table",
    { class: "plan-lines only-print" },
    el("thead", null, el("tr", null, heads.map((text) => el("th", { scope: "col" }, text)))),
    el(
      "tbody",
      null,
      Array.from({ length: count }, () => el("tr", null, heads.map(() => el("td", null, "\u00a0"))))
    )
  );
}

function tools(page, id, place) {
  const name = page.data.services[id].name;
  const last = page.order.length - 1;
  return el(
    "div",
    { class: "plan-move hr-no-print" },
    button(t("Move up"), () => page.move(id, -1), {
      class: "hr-button hr-quiet",
      "aria-label": t("Move up: %(name)s", { name: name }),
      "data-key": "up:" + id,
      disabled: place === 0
    }),
    button(t("Move down"), () => page.move(id, 1), {
      class: "hr-button hr-quiet",
      "aria-label": t("Move down: %(name)s", { name: name }),
      "data-key": "down:" + id,
      disabled: place === last
    }),
    button(t("Remove"), () => page.remove(id), {
      class: "hr-button hr-quiet",
      "aria-label": t("Remove from my plan: %(name)s", { name: name }),
      "data-key": "remove:" + id
    })
  );
}

/** Said after services that the data of today no longer has were left out. */
export function lost(count) {
  return count
    ? el(
        "p",
        { class: "plan-lost" },
        n(
          "One service of your plan is not on this site any more.",
          "%(count)s services of your plan are not on this site any more.",
          count
        )
      )
    : null;
}
