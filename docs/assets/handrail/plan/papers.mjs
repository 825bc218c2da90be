// One list of papers for all services, those first that get the most of the others.

import { papers as listed } from "../plan.mjs";
import { commas, marks, n, semicolons, t } from "../words.mjs";
import { el, outsideLink, tick } from "./element.mjs";
import { paperKey } from "./keys.mjs";
import { shortName } from "./names.mjs";
import { inPaperOrder } from "./paper-order.mjs";
import { isSettled } from "./status.mjs";

export function papers(page) {
  const had = (id) => page.plan.done[paperKey(id)] === true;
  const open = page.order.filter((id) => !isSettled(page, id));
  const list = inPaperOrder(listed(open, page.data), page.data.documents, had);
  if (!list.length) {
    return null;
  }
  const missing = list.filter((paper) => !had(paper.id));
  const inHand = list.filter((paper) => had(paper.id));
  return el(
    "section",
    { class: "plan-papers", "aria-labelledby": "plan-papers" },
    el("h2", { id: "plan-papers" }, t("Papers to bring")),
    missing.length
      ? el("p", { class: "hr-hint" }, t("Tick what you have. Do not wait for a missing paper: start anyway and ask for help to get it."))
      : null,
    el(
      "div",
      { class: "plan-paper-lists" },
      missing.length ? el("ul", { class: "plan-list" }, missing.map((paper) => one(page, paper, had))) : null,
      inHand.length
        ? [
            el("h3", { class: "plan-in-hand" }, t("You have these")),
            el("ul", { class: "plan-list plan-had" }, inHand.map((paper) => one(page, paper, had)))
          ]
        : null
    )
  );
}

function one(page, paper, had) {
  const key = paperKey(paper.id);
  const names = paper.uses.map((use) => shortName(page, use.id));
  const title =
    names.length === 1
      ? t("%(name)s: for %(service)s", { name: paper.name, service: names[0] })
      : n("%(name)s: needed for %(count)s", "%(name)s: needed for %(count)s", names.length, { name: paper.name });
  return el(
    "li",
    { class: page.paperClass(paper.uses.map((use) => use.id)) },
    tick(key, had(paper.id), (isTicked) => page.tick(key, isTicked), title),
    notes(page, paper),
    paper.unlocks.length
      ? el("p", { class: "hr-hint plan-unlocks" }, t("It helps you get: %(names)s.", { names: named(page, paper.unlocks) }))
      : null,
    more(page, paper, had)
  );
}

/** What it is for: the services with nothing to add in one line, the others each with its note. */
function notes(page, paper) {
  const nameOf = (use) => shortName(page, use.id);
  const isAlone = paper.uses.length === 1;
  const plain = isAlone ? [] : paper.uses.filter((use) => !use.note);
  const noted = paper.uses.filter((use) => use.note);
  return plain.length || noted.length
    ? el(
        "ul",
        { class: "plan-notes" },
        plain.map((use, place) =>
          el("li", { class: "plan-use " + (page.paperClass([use.id]) || "") }, el("bdi", null, nameOf(use)), place < plain.length - 1 ? marks()[0] : null)
        ),
        noted.map((use) => el("li", { class: page.paperClass([use.id]) }, isAlone ? use.note : nameOf(use) + ": " + use.note))
      )
    : null;
}

const named = (page, ids) => commas(ids.map((id) => page.data.documents[id].name));

/** Folded on a screen; on paper what else will do and, where other papers are asked for it, the way without them. */
function more(page, paper, had) {
  const key = "get:" + paper.id;
  const rows = had(paper.id) ? [] : waysToGet(page, paper, had);
  if (!paper.any_of.length && !rows.length) {
    return null;
  }
  const details = el(
    "details",
    { class: "plan-get", on: { toggle: (event) => page.folded(key, !event.target.open) } },
    el(
      "summary",
      { class: "hr-no-print", "data-key": key },
      t("What will do, and how to get it"),
      el("span", { class: "hr-away" }, ": " + paper.name)
    ),
    paper.any_of.length ? el("p", { class: "hr-hint" }, t("One of these will do: %(list)s.", { list: semicolons(paper.any_of) })) : null,
    rows.length ? el("dl", { class: "plan-ways-to-get" }, rows) : null
  );
  details.open = page.isOpen(key);
  return details;
}

function waysToGet(page, paper, had) {
  const row = (label, content, name) =>
    content && (!Array.isArray(content) || content.length) ? el("div", { class: name || "hr-no-print" }, el("dt", null, label), el("dd", null, content)) : null;
  return [
    row(t("How to get it"), paper.how_to_get),
    row(t("They ask you for"), askedFor(page, paper, had)),
    row(t("What it costs"), paper.cost),
    row(t("To pay less or nothing"), paper.fee_waiver),
    row(t("How long it takes"), paper.takes),
    row(t("If you cannot get it"), paper.without, paper.asks_for.length ? "plan-without" : null),
    row(t("Where to ask"), places(page, paper))
  ].filter((found) => found);
}

/** What the office that gives it wants to see: of each line one paper will do. */
function askedFor(page, paper, had) {
  return paper.asks_for.length
    ? el(
        "ul",
        null,
        paper.asks_for.map((line) => {
          const own = line.filter(had)[0];
          const names = line.map((id) => page.data.documents[id].name);
          const words = names.length > 1 ? t("One of these: %(list)s", { list: semicolons(names) }) : names[0];
          return el("li", null, words, own ? " \u2713 " + t("you have: %(name)s", { name: page.data.documents[own].name }) : null);
        })
      )
    : null;
}

function places(page, paper) {
  const links = paper.services
    .filter((id) => page.data.services[id] && !page.data.services[id].sensitive)
    .map((id) => el("li", null, el("a", { href: "../" + page.data.services[id].url }, page.data.services[id].name)));
  if (paper.url) {
    links.unshift(el("li", null, outsideLink({ url: paper.url, text: t("Official website") })));
  }
  return links.length ? el("ul", null, links) : null;
}
