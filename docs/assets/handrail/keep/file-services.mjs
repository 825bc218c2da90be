// The file's services, each with its steps, numbers and links.

import { el, outsideLink, phoneLink } from "../plan/element.mjs";
import { stepKey } from "../plan.mjs";
import { date, t } from "../words.mjs";
import { N_, labelled, pair, said, slash, twice } from "./both.mjs";
import { HELPED, OWNERS, STATUSES } from "./names.mjs";

export function services(about) {
  return el(
    "section",
    null,
    el("h2", null, said(N_("Step by step"))),
    el("ol", { class: "services" }, about.order.map((id) => one(about, id)))
  );
}

function one(about, id) {
  const own = about.own.services[id];
  const english = about.english.services[id];
  const plan = about.plan;
  return el(
    "li",
    null,
    el("h3", null, twice(own.name, english.name)),
    own.organization && own.organization !== own.name ? el("p", null, twice(own.organization, english.organization)) : null,
    fact(N_("How far it is: %(value)s"), STATUSES[plan.status[id]]),
    barrier(about, plan.barriers[id]),
    el("ul", { class: "boxes" }, own.steps.map((step, place) => oneStep(about, id, place))),
    el(
      "ul",
      null,
      own.phones.map((phone, place) => el("li", null, phoneLink(phone), label(phone, english.phones[place]))),
      own.links.map((link) => el("li", null, oneLink(link, english)))
    ),
    el("p", null, labelled(N_("How long it takes"), own.takes, english.takes)),
    el("p", null, labelled(N_("What happens next"), own.next, english.next)),
    own.if_told_no ? el("p", null, labelled(N_("If you are told no"), own.if_told_no, english.if_told_no)) : null,
    fact(N_("Did it help? %(value)s"), HELPED[plan.helped[id]])
  );
}

/** What stands in the way, in the words of the data. */
function barrier(about, id) {
  const name = (data) => data.barriers.filter((one) => one.id === id).map((one) => one.name)[0];
  const [own, english] = [name(about.own), name(about.english)];
  return own ? el("p", null, said(N_("What stands in the way: %(value)s"), { value: own }, { value: english || own })) : null;
}

function label(phone, english) {
  return phone.label ? [" \u00b7 ", slash(phone.label, english && english.label)] : null;
}

function oneLink(link, english) {
  const same = english.links.filter((other) => other.url === link.url)[0];
  return outsideLink({ url: link.url, text: el("span", null, slash(link.text, same && same.text)) });
}

/** What the family noted; nothing where it did not. */
const fact = (text, value) => (value ? el("p", { class: "fact" }, said(text, { value: t(value) }, { value: value })) : null);

function oneStep(about, id, place) {
  const key = stepKey(id, place);
  const own = about.own.services[id].steps[place];
  const english = about.english.services[id].steps[place] || own;
  const due = about.plan.due[key];
  const owner = OWNERS[about.plan.owners[key]];
  return el(
    "li",
    null,
    box(about.plan.done[key] === true),
    el(
      "div",
      null,
      el("p", null, own.do === english.do ? el("span", { lang: "en", dir: "ltr" }, words(own)) : pair(words(own), words(english))),
      fact(N_("Who does it: %(value)s"), owner),
      due ? el("p", { class: "fact" }, said(N_("Do it by %(date)s."), { date: date(due) }, { date: date(due, "en") })) : null
    )
  );
}

/** A step in one language: what to do, how long it takes, and the tip. */
const words = (step) => [
  el("strong", null, step.do),
  step.takes ? " (" + step.takes + ")" : null,
  step.tip ? el("span", { class: "tip" }, " ", step.tip) : null
];

/** A box as on paper: ticked where it is done. */
export function box(isDone) {
  return el(
    "span",
    { class: "box", role: "img", "aria-label": isDone ? t("Done") : t("Not done yet") },
    isDone ? "\u2611" : "\u2610"
  );
}
