// One service in the results.

import { doorwayLine } from "../doorways.mjs";
import { planButton } from "../plan/add.mjs";
import { roomLine } from "../room.mjs";
import { marks, semicolons, t } from "../words.mjs";
import { h, ltr } from "./dom.mjs";
import { people } from "./facts.mjs";
import { personLabel } from "./labels.mjs";
import { wouldChange } from "./would-change.mjs";

const HOLDS = { true: () => t("Yes"), false: () => t("No"), null: () => t("Not known") };

/** The card of a service that was screened. */
export function resultCard(app, id, result) {
  const service = app.screening.services[id];
  const isNo = result.outcome === "unlikely";
  return h(
    "article",
    { class: "hr-card hr-result" },
    h("h3", { class: "hr-card-title" }, h("a", { href: app.link(service.url) }, service.name)),
    h("p", { class: "hr-badges" }, badges(service)),
    roomSaid(app, service),
    who(app, service, result),
    doorwayLine((app.facts().place || {}).state, id),
    result.reasons.length ? h("p", { class: "hr-because" }, h("span", { dir: "auto" }, inShort(reasonText(app, mainReason(result))))) : null,
    through(app, result),
    isNo ? h("p", {}, t("We may be wrong. Anybody may apply, and the agency must answer.")) : null,
    isNo ? alternatives(app, service) : null,
    counted(app, result),
    wouldChange(app, id, result),
    numbers(app, service, result),
    actions(app, id, service)
  );
}

/** Whether there is room now, and where to go instead; nothing where nobody said. */
function roomSaid(app, service) {
  if (!service.room) {
    return null;
  }
  const instead = service.instead.map((id) => serviceOf(app, id)).filter((one) => one !== undefined);
  const links = instead.map((one) => h("a", { href: app.link(one.url) }, one.name));
  return h(
    "p",
    { class: "hr-room" },
    h("strong", {}, roomLine(service.room)),
    links.length ? [" ", t("Try instead:"), " ", joined(links)] : null
  );
}

const serviceOf = (app, id) => app.screening.services[id] || app.screening.others[id];

function badges(service) {
  const urgency = { now: () => t("Help today"), soon: () => t("Start this week") }[service.urgency];
  const effort = {
    call: () => t("Starts with a call"),
    form: () => t("One form"),
    papers: () => t("A form and papers")
  }[service.effort]; // nobody said: null
  return [
    urgency ? h("span", { class: service.urgency === "now" ? "hr-badge hr-now" : "hr-badge" }, urgency()) : null,
    " ",
    effort ? h("span", { class: "hr-badge" }, effort()) : null
  ];
}

function who(app, service, result) {
  const facts = app.facts();
  const names = result.who.map((id) => personLabel(app.texts, facts, id)).filter((name) => name);
  if (names.length) {
    return h("p", { class: "hr-for" }, t("For: %(people)s", { people: semicolons(names) }));
  }
  return service.for === "household" && people(facts).length > 1 && result.outcome !== "unlikely"
    ? h("p", { class: "hr-for" }, t("For your whole home"))
    : null;
}

/** The one reason to say first: for what looks possible, the money or the program that opens it; else the first. */
function mainReason(result) {
  const of = (word) => result.reasons.filter((one) => one.condition === word && one.holds === true)[0];
  return (result.outcome === "likely" && (of("receives") || of("income") || of("situation"))) || result.reasons[0];
}

/** The sentence of a reason, with the person it is about. */
function reasonText(app, reason) {
  const name = reason.person ? personLabel(app.texts, app.facts(), reason.person) : "";
  return name ? t("%(who)s: %(what)s", { who: name, what: reason.text }) : reason.text;
}

/** Without what stands in brackets at the end: it is among the numbers. */
const inShort = (text) => text.replace(/ \([^()]*\)(?=[.:]|$)/, "");

function through(app, result) {
  const links = result.through
    .filter((id) => id in app.screening.services)
    .map((id) => h("a", { href: app.link(app.screening.services[id].url) }, app.screening.services[id].name));
  return links.length ? h("p", { class: "hr-through" }, t("Apply for this first:"), " ", joined(links)) : null;
}

function alternatives(app, service) {
  const found = (service.alternatives || [])
    .map((id) => serviceOf(app, id))
    .filter((one) => one !== undefined);
  const link = (one) => h("li", {}, h("a", { href: app.link(one.url) }, one.name));
  return found.length
    ? h("div", { class: "hr-else" }, h("p", {}, h("strong", {}, t("What else to try"))), h("ul", {}, found.map(link)))
    : null;
}

/** Who was counted, where a program does not count everybody who lives here. */
function counted(app, result) {
  const found = result.reasons.map((reason) => countedText(app, reason)).filter((text) => text);
  const different = found.filter((text, at) => found.indexOf(text) === at);
  return different.length === 1 ? h("p", { class: "hr-hint" }, different[0]) : null;
}

function countedText(app, reason) {
  const names = (reason.counted || []).map((id) => personLabel(app.texts, app.facts(), id)).filter((name) => name);
  return names.length ? t("For this we counted: %(people)s.", { people: semicolons(names) }) : "";
}

function numbers(app, service, result) {
  const needed = service.also_needed || [];
  if (!result.reasons.length && !needed.length) {
    return null;
  }
  const line = (reason) =>
    h("li", {}, h("strong", {}, HOLDS[reason.holds](), ": "), h("span", { dir: "auto" }, reasonText(app, reason)), " ", countedText(app, reason), source(app, reason));
  return h(
    "details",
    { class: "hr-numbers hr-no-print" },
    h("summary", {}, t("Show the numbers"), h("span", { class: "hr-away" }, ": " + service.name)),
    h("ul", {}, result.reasons.map(line)),
    needed.length ? h("p", {}, h("strong", {}, t("They will also look at"))) : null,
    needed.length ? h("ul", {}, needed.map((text) => h("li", { dir: "auto" }, text))) : null
  );
}

/** Where a limit was published. */
function source(app, reason) {
  const figure = app.screening.figures[reason.figure];
  const from = figure && figure.source;
  return from ? [" ", h("a", { href: from.url, rel: "noreferrer" }, t("Source: %(title)s", { title: from.title }))] : null;
}

function actions(app, id, service) {
  const plan = h("button", {
    type: "button",
    class: "hr-button hr-secondary",
    "data-service": id,
    "data-sensitive": service.sensitive
  });
  const node = h(
    "p",
    { class: "hr-actions" },
    plan,
    h(
      "a",
      { class: "hr-button hr-quiet", href: app.link(service.url) },
      t("How to get it"),
      h("span", { class: "hr-away" }, ": " + service.name)
    )
  );
  app.atEnd(planButton(plan, app.link("plan/")));
  return node;
}

/** A service that is for anyone: its name and its number. */
export function otherCard(app, id) {
  const other = app.screening.others[id];
  const bill =
    other.sensitive && other.phone
      ? h("span", { class: "hr-hint" }, " ", t("Calls and texts may show on a shared phone bill, and in the phone\u2019s list of calls."))
      : null;
  return [h("a", { href: app.link(other.url) }, other.name), " ", phoneLink(other.phone), bill, roomSaid(app, other)];
}

/** A number to tap; `phone` is {number, href} or a number as people say it. */
export function phoneLink(phone) {
  if (!phone) {
    return null;
  }
  const number = phone.number || phone;
  const href = phone.href || "tel:" + String(number).replace(/[^\d+]/g, "");
  const [before, after] = t("Call %(number)s").split("%(number)s");
  return h("a", { class: "hr-phone", href: href }, h("span", {}, before, ltr(number), after));
}

function joined(nodes) {
  return nodes.map((node, at) => (at ? [marks()[1], node] : node));
}
