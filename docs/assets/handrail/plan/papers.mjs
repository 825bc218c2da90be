// One list of papers for all services.

import { paperKey, papers as listed } from "../plan.mjs";
import { n, t } from "../words.mjs";
import { el, tick } from "./element.mjs";
import { isSettled } from "./status.mjs";

export function papers(page) {
  const open = page.order.filter((id) => !isSettled(page, id));
  const list = listed(open, page.data);
  if (!list.length) {
    return null;
  }
  return el(
    "section",
    { class: "plan-papers", "aria-labelledby": "plan-papers" },
    el("h2", { id: "plan-papers" }, t("Papers to bring")),
    el("p", { class: "hr-hint" }, t("Tick what you have. Do not wait for a missing paper: start anyway and ask for help to get it.")),
    el("ul", { class: "plan-list" }, list.map((paper) => one(page, paper)))
  );
}

function one(page, paper) {
  const key = paperKey(paper.id);
  const names = paper.uses.map((use) => page.data.services[use.id].name);
  const title =
    names.length === 1
      ? t("%(name)s: for %(service)s", { name: paper.name, service: names[0] })
      : n("%(name)s: needed for %(count)s", "%(name)s: needed for %(count)s", names.length, { name: paper.name });
  const notes = paper.uses.filter((use) => use.note);
  return el(
    "li",
    { class: page.paperClass(paper.uses.map((use) => use.id)) },
    tick(key, page.plan.done[key] === true, (isTicked) => page.tick(key, isTicked), title),
    notes.length
      ? el(
          "ul",
          { class: "plan-notes" },
          notes.map((use) =>
            el(
              "li",
              { class: page.paperClass([use.id]) },
              names.length > 1 ? page.data.services[use.id].name + ": " : null,
              use.note
            )
          )
        )
      : null,
    paper.any_of.length || paper.how_to_get ? more(paper) : null
  );
}

/** Folded on a screen; on paper only what else will do. */
function more(paper) {
  return el(
    "details",
    { class: paper.any_of.length ? null : "hr-no-print" },
    el("summary", { class: "hr-no-print" }, t("What will do, and how to get it"), el("span", { class: "hr-away" }, ": " + paper.name)),
    paper.any_of.length ? el("p", { class: "hr-hint" }, t("One of these will do: %(list)s.", { list: paper.any_of.join("; ") })) : null,
    paper.how_to_get ? el("p", { class: "hr-no-print" }, paper.how_to_get) : null
  );
}
