// The contact log: whom the family reached, when, and what was said. It stays on the device and is in no link.

import { LONGEST, MOST_CALLS } from "../plan-shape.mjs";
import { t } from "../words.mjs";
import { button, choice, day, el } from "./element.mjs";
import { folded } from "./folded.mjs";
import { table } from "./table.mjs";

const KEY = "log";

/** The lines, newest first: [{day, id, who, said, place}]; `place` is where the plan holds it. */
export function newestFirst(log) {
  return log
    .map((line, place) => Object.assign({ place: place }, line))
    .sort((a, b) => ((a.day || "") === (b.day || "") ? b.place - a.place : (a.day || "") < (b.day || "") ? 1 : -1));
}

/** The name of what a line was about; null for what is in no record. */
export const about = (page, line) => (page.data.services[line.id] ? page.data.services[line.id].name : null);

/** Does it stay off the paper? One of a private service, or of one that is gone from the site: nobody knows what that was. */
export const isKept = (page, line) => line.id !== null && (!page.data.services[line.id] || page.isHidden(line.id));

export function log(page) {
  const lines = newestFirst(page.plan.log);
  const isPrinted = lines.some((line) => !isKept(page, line));
  return folded(
    page,
    KEY,
    t("Calls and visits"),
    { class: isPrinted ? "plan-log" : "plan-log hr-no-print" },
    el(
      "p",
      { class: "hr-hint hr-no-print" },
      t("Write down each call. It helps when somebody says they never heard from you. It is never part of a link.")
    ),
    lines.length < MOST_CALLS ? form(page) : el("p", { class: "hr-no-print" }, t("The log is full. Print it, then delete old lines.")),
    lines.length ? list(page, lines) : null
  );
}

function list(page, lines) {
  const heads = [t("Day"), t("About"), t("Who I spoke to"), t("What they said"), ""];
  const made = table(
    t("Calls and visits"),
    heads,
    lines.map((line) => [
      line.day ? day(line.day) : "\u2013",
      about(page, line),
      line.who,
      line.said,
      button(t("Delete"), () => remove(page, line.place), {
        class: "hr-button hr-quiet hr-no-print",
        "aria-label": t("Delete the line: %(name)s", { name: line.who || about(page, line) || line.said }),
        "data-key": "log-out:" + line.place
      })
    ])
  );
  Array.from(made.querySelectorAll("tbody tr")).forEach((row, place) => {
    if (isKept(page, lines[place])) {
      row.classList.add("hr-no-print");
    }
  });
  return made;
}

function remove(page, place) {
  page.say(t("Deleted."));
  page.set({ log: page.now().log.filter((line, index) => index !== place) });
  page.focus("fold:" + KEY);
}

function form(page) {
  const named = (name, attributes) =>
    el(
      "input",
      Object.assign({ id: "plan-log-" + name, autocomplete: "off", "data-draft": "log-" + name, "data-key": "log-" + name }, attributes)
    );
  const when = named("day", { type: "date", value: page.today });
  const what = choice(
    [["", t("something else")]].concat(page.order.map((id) => [id, page.data.services[id].name])),
    "",
    () => {},
    { id: "plan-log-about", "data-draft": "log-about", "data-key": "log-about" }
  );
  const who = named("who", { type: "text", maxlength: LONGEST });
  const said = named("said", { type: "text", maxlength: LONGEST });
  const labelled = (field, words) => el("div", { class: "hr-field" }, el("label", { for: field.id }, words), field);
  const add = (event) => {
    event.preventDefault();
    const line = { day: when.value || page.today, id: what.value || null, who: who.value.trim(), said: said.value.trim() };
    if (!line.who && !line.said) {
      page.say(t("Write whom you spoke to, or what they said."));
      who.focus();
      return;
    }
    when.value = page.today;
    what.value = "";
    who.value = "";
    said.value = "";
    page.say(t("Written down."));
    page.set({ log: page.now().log.concat([line]) });
  };
  return el(
    "form",
    { class: "plan-form hr-no-print", on: { submit: add } },
    labelled(when, t("Day")),
    labelled(what, t("About")),
    labelled(who, t("Who I spoke to")),
    labelled(said, t("What they said, and the reference number")),
    el("button", { type: "submit", class: "hr-button", "data-key": "log-add" }, t("Write it down"))
  );
}
