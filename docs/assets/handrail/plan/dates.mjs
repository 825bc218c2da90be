// The days to know of: counted from the day the family asked, or as its letters say.

import { t } from "../words.mjs";
import { dayList } from "./day-list.mjs";
import { appealHint, dayWords } from "./day-words.mjs";
import { day, el } from "./element.mjs";
import { namesOf } from "./names.mjs";
import { ownDays } from "./own-days.mjs";
import { saveDates } from "./save-dates.mjs";
import { isSettled } from "./status.mjs";
import { timeline } from "./timeline.mjs";

export function dates(page) {
  const begun = page.plan.since || page.today;
  const list = dayList(page.order, page.data, page.plan, begun);
  return el(
    "section",
    { class: "plan-dates", "aria-labelledby": "plan-dates" },
    el("h2", { id: "plan-dates" }, t("Dates to follow up")),
    el(
      "p",
      { class: "hr-field hr-no-print" },
      el("label", { for: "plan-since" }, t("The day you started")),
      " ",
      el("input", {
        id: "plan-since",
        type: "date",
        value: begun,
        "data-key": "since",
        autocomplete: "off",
        on: { change: (event) => page.begin(event.target.value) }
      })
    ),
    el("p", { class: "only-print" }, t("Counted from:"), " ", day(begun)),
    list.length ? [timeline(page, list), el("ul", { class: "plan-list" }, rows(page, list).map((row) => oneRow(page, row)))] : null,
    list.some((item) => !item.own)
      ? el("p", { class: "hr-hint" }, t("These days are counted by us. The day in your own letter always wins."))
      : null,
    notes(page),
    ownDays(page),
    saveDates(page, list)
  );
}

/** [{day, words: [{text, lang}], ids, names, hint}]: what several services have in common, then what they have on one day. */
function rows(page, list) {
  const found = [];
  const isPrivate = (ids) => ids.some((id) => page.data.services[id].sensitive);
  list.forEach((item) => {
    const text = dayWords(page, item);
    const canJoin = (row) => !isPrivate(row.ids) && !isPrivate(item.ids);
    const same = found.filter((row) => row.day === item.day && row.words[0].text === text && canJoin(row))[0];
    if (same) {
      item.ids.filter((id) => same.ids.indexOf(id) === -1).forEach((id) => same.ids.push(id));
    } else {
      const lang = item.step ? page.langOf(item.ids[0]) : null;
      found.push({
        day: item.day,
        words: [{ text: text, lang: lang }],
        ids: item.ids.slice(),
        names: item.kind !== "paper",
        hint: appealHint(page, item)
      });
    }
  });
  return found.reduce((merged, row) => {
    const same = merged.filter((one) => one.day === row.day && one.names && row.names && one.ids.join() === row.ids.join())[0];
    if (same) {
      same.words.push(...row.words);
      same.hint = same.hint || row.hint;
      return merged;
    }
    return merged.concat([row]);
  }, []);
}

function oneRow(page, row) {
  return el(
    "li",
    { class: page.paperClass(row.ids) },
    el("strong", null, day(row.day)),
    row.day < page.today ? " " + t("(past)") : null,
    ": ",
    row.words.map((words, index) => [index ? ". " : null, el("span", { lang: words.lang }, words.text)]),
    row.names ? " \u00b7 " + namesOf(page, row.ids) : null,
    row.hint ? el("p", { class: "hr-hint" }, row.hint) : null
  );
}

/** What a count of days cannot say. */
function notes(page) {
  const noteOf = (id) => page.data.services[id].dates && page.data.services[id].dates.note;
  const told = page.order.filter((id) => noteOf(id) && !isSettled(page, id));
  return told.length
    ? el(
        "ul",
        { class: "plan-day-notes hr-no-print" },
        told.map((id) => el("li", { lang: page.langOf(id) }, el("strong", null, page.data.services[id].name), ": ", noteOf(id)))
      )
    : null;
}
