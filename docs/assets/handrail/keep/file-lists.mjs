// The file's lists: papers once, days, and all numbers.

import { el, phoneLink } from "../plan/element.mjs";
import { isSettled } from "../plan/status.mjs";
import { followUps, numbers, paperKey, papers as listed } from "../plan.mjs";
import { date } from "../words.mjs";
import { N_, said, short, slash, twice } from "./both.mjs";
import { box } from "./file-services.mjs";

export function papers(about) {
  const english = {};
  listed(about.order, about.english).forEach((paper) => {
    english[paper.id] = paper;
  });
  const list = listed(about.order, about.own).map((paper) => onePaper(about, paper, english[paper.id] || paper));
  return list.length
    ? el("section", null, el("h2", null, said(N_("Papers to bring"))), el("ul", { class: "boxes" }, list))
    : null;
}

function onePaper(about, own, english) {
  const names = own.uses.map((use) => about.own.services[use.id].name).join(", ");
  const namesInEnglish = own.uses.map((use) => about.english.services[use.id].name).join(", ");
  return el(
    "li",
    null,
    box(about.plan.done[paperKey(own.id)] === true),
    el(
      "div",
      null,
      el("p", { class: "do" }, twice(own.name, english.name)),
      el("p", null, said(N_("For: %(names)s."), { names: names }, { names: namesInEnglish })),
      notes(own, english),
      own.any_of.length
        ? el(
            "p",
            null,
            said(N_("One of these will do: %(list)s."), { list: own.any_of.join("; ") }, { list: english.any_of.join("; ") })
          )
        : null
    )
  );
}

/** What services say about a paper, each thing once. */
function notes(own, english) {
  const said = own.uses.map((use) => use.note);
  return own.uses.map((use, place) =>
    use.note && said.indexOf(use.note) === place
      ? el("p", null, twice(use.note, english.uses[place] && english.uses[place].note))
      : null
  );
}

/** The days to follow up, and those that the family set itself. */
export function dates(about) {
  const plan = about.plan;
  const settled = about.order.filter((id) => isSettled(about, id));
  const list = followUps(about.order, about.own.services, plan.since || about.today, plan.done, plan.due, settled);
  return list.length
    ? el(
        "section",
        null,
        el("h2", null, said(N_("Dates to follow up"))),
        el("ul", null, list.map((item) => oneDate(about, item)))
      )
    : null;
}

function oneDate(about, item) {
  const own = about.own.services[item.id];
  const english = about.english.services[item.id];
  const step = english.steps[item.place] || own.steps[item.place];
  return el(
    "li",
    null,
    twice(
      date(item.day) + ": " + own.steps[item.place].do + " \u00b7 " + own.name,
      date(item.day, "en") + ": " + step.do + " \u00b7 " + english.name
    )
  );
}

export function phones(about) {
  const own = numbers(about.order, about.own.services);
  const links = own.map((phone) => phone.href);
  const names = (data, ids) => ids.map((id) => data.services[id].name).join(", ");
  const stuck = about.own.stuck
    .map((one, place) => ({ one: one, english: about.english.stuck[place] || one }))
    .filter((pair) => pair.one.number && links.indexOf(pair.one.href) === -1);
  return own.length || stuck.length
    ? el(
        "section",
        null,
        el("h2", null, said(N_("Numbers to call"))),
        el(
          "ul",
          null,
          own.map((phone) => el("li", null, phoneLink(phone), " \u00b7 ", slash(names(about.own, phone.ids), names(about.english, phone.ids)))),
          stuck.map((pair) =>
            el("li", null, phoneLink(pair.one), " \u00b7 ", slash(pair.one.name, pair.english.name), " ", short(N_("(if you are stuck)")))
          )
        )
      )
    : null;
}
