// The file's lists: papers once, days, and all numbers.

import { el, phoneLink } from "../plan/element.mjs";
import { dayList } from "../plan/day-list.mjs";
import { dayMessage } from "../plan/day-words.mjs";
import { inPaperOrder } from "../plan/paper-order.mjs";
import { numbers, paperKey, papers as listed } from "../plan.mjs";
import { commas, date, fill, language, semicolons, t } from "../words.mjs";
import { N_, said, short, slash, twice } from "./both.mjs";
import { box } from "./file-services.mjs";

export function papers(about) {
  const english = {};
  listed(about.order, about.english).forEach((paper) => {
    english[paper.id] = paper;
  });
  const had = (id) => about.plan.done[paperKey(id)] === true;
  const list = inPaperOrder(listed(about.order, about.own), about.own.documents, had).map((paper) => onePaper(about, paper, english[paper.id] || paper));
  return list.length
    ? el("section", null, el("h2", null, said(N_("Papers to bring"))), el("ul", { class: "boxes" }, list))
    : null;
}

function onePaper(about, own, english) {
  const names = commas(own.uses.map((use) => about.own.services[use.id].name));
  const namesInEnglish = commas(own.uses.map((use) => about.english.services[use.id].name), "en");
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
            said(N_("One of these will do: %(list)s."), { list: semicolons(own.any_of) }, { list: semicolons(english.any_of, "en") })
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

/** Every day of the plan: counted from its start, and as the family's letters say. */
export function dates(about) {
  const list = dayList(about.order, about.own, about.plan, about.plan.since || about.today);
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
  return el(
    "li",
    null,
    twice(
      date(item.day) + ": " + joined(t, about.own, item),
      date(item.day, "en") + ": " + joined(fill, about.english, item)
    )
  );
}

/** What a day is and whose, in the language of `data`: `say` fills a message. */
function joined(say, data, item) {
  const service = data.services[item.ids[0]];
  const names = namesIn(data, item.ids, say === t ? language() : "en");
  if (item.step) {
    return (service.steps[item.place] || item.step).do + " \u00b7 " + names;
  }
  const [text, values] = dayMessage(item, data);
  return say(text, values) + (item.paper ? "" : " \u00b7 " + names);
}

const namesIn = (data, ids, lang) => commas(ids.map((id) => data.services[id].name), lang);

export function phones(about) {
  const own = numbers(about.order, about.own.services);
  const links = own.map((phone) => phone.href);
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
          own.map((phone) => el("li", null, phoneLink(phone), " \u00b7 ", slash(namesIn(about.own, phone.ids), namesIn(about.english, phone.ids, "en")))),
          stuck.map((pair) =>
            el("li", null, phoneLink(pair.one), " \u00b7 ", slash(pair.one.name, pair.english.name), " ", short(N_("(if you are stuck)")))
          )
        )
      )
    : null;
}
