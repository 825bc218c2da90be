// The referral sheet for one office, to print: in the family's language and in English, line by line. Names, numbers to
// reach the family and signatures are lines to write on by hand: nothing personal is typed here, so nothing is stored.

import { paperKey, stepKey } from "../plan.mjs";
import { el } from "../plan/element.mjs";
import { commas, date, fill, semicolons, t } from "../words.mjs";
import { goalIn } from "./sides.mjs";

/** For the service `id`. `own` and `english`: {plan, words, presets, code, name, dir}, alike for who speaks English. */
export function referral(page, id, own, english) {
  const isOne = own.code === english.code;
  const both = (text) => [
    el("span", { lang: own.code, dir: own.dir }, text(own)),
    isOne ? null : el("span", { class: "helper-english", lang: "en", dir: "ltr" }, text(english))
  ];
  const said = (key) => both((side) => side.words[key]);
  const service = english.plan.services[id];
  const phones = service.phones.slice(0, 2);
  const papers = service.documents.filter((paper) => english.plan.documents[paper.id]);
  const has = (paper) => page.plan.done[paperKey(paper.id)] === true;

  return el(
    "article",
    { class: "helper-referral", "aria-label": t("Referral sheet") },
    el("h3", null, said("title")),
    row("date", both((side) => date(page.today, side.code))),
    row("from", writing(2)),
    row("to", [
      el("strong", null, both((side) => side.plan.services[id].name)),
      service.organization && service.organization !== service.name ? el("span", null, service.organization) : null,
      phones.map((phone) => el("span", null, el("bdi", { dir: "ltr" }, phone.number), phone.label ? [" \u00b7 ", el("bdi", { lang: "en" }, phone.label)] : null))
    ]),
    row("who", writing(2)),
    row("language", isOne ? own.name : [own.name + " / " + own.english, el("span", null, said("interpreter"))]),
    row("why", [needs(), page.plan.goal ? both((side) => goalIn(page.plan.goal, own, side)) : null, writing(2)]),
    row("agreed", el("ol", null, service.steps.map((step, index) => agreed(index)))),
    papers.filter(has).length ? row("papers", names(papers.filter(has))) : null,
    papers.some((paper) => !has(paper)) ? row("missing", names(papers.filter((paper) => !has(paper)))) : null,
    el("p", { class: "helper-consent" }, said("consent")),
    row("signed", writing(1))
  );

  function row(key, content) {
    return el("div", { class: "helper-line" }, el("p", { class: "helper-head" }, said(key)), el("div", null, content));
  }

  function needs() {
    const named = (side) => commas(service.needs.filter((need) => side.plan.needs[need]).map((need) => side.plan.needs[need]), side.code);
    return named(english) ? both(named) : null;
  }

  function agreed(index) {
    const key = stepKey(id, index);
    const told = (side) => {
      const who = page.plan.owners[key];
      const by = page.plan.due[key] ? fill(side.words.by, { date: date(page.plan.due[key], side.code) }) : null;
      const more = commas([who ? side.words[who] : null, by].filter(Boolean), side.code);
      return side.plan.services[id].steps[index].do + (more ? " (" + more + ")" : "");
    };
    return el("li", null, both(told));
  }

  function names(list) {
    return both((side) => semicolons(list.map((paper) => side.plan.documents[paper.id].name), side.code));
  }
}

const writing = (count) => Array.from({ length: count }, () => el("span", { class: "helper-write", "aria-hidden": "true" }, "\u00a0"));
