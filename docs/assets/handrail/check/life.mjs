// "Something will change?": pick what will happen and see what to report, what may end and what opens.

import { EVENTS, eventsFor, lifeChange, peopleOf } from "../life-changes.mjs";
import { language, semicolons, t } from "../words.mjs";
import { append, button, clear, h } from "./dom.mjs";
import { amount, whole } from "./facts.mjs";
import { input, select } from "./fields.mjs";
import { label, personLabel } from "./labels.mjs";
import { withToday } from "../today.mjs";

const OLDEST = 120;

// What the programs want to know.
const TELL = {
  "new-baby": () => t("Tell them the baby's name and day of birth. Ask to add the baby."),
  "lost-job": () => t("Tell them the last day of work and the last pay. Ask if unemployment pay counts."),
  "hurt-at-work": () => t("Tell them the last day of work and the last pay. Say that it happened at work."),
  disability: () => t("Tell them about the health problem. Ask if other rules or limits count now."),
  "lost-home": () => t("Tell them where mail can reach you now. A letter that you miss can end your help."),
  disaster: () => t("Tell them what you lost and where you stay now. Ask about lost food within 10 days."),
  "moved-state": () => t("Tell them your new address and the day you move. Programs of the old state end. Apply again in the new state."),
  "partner-in": () => t("Tell them who moved in and what money this person has."),
  "parent-in": () => t("Tell them who moved in and what money this person has."),
  "partner-out": () => t("Tell them who moved out and what money left with this person."),
  "left-foster-care": () => t("Tell them the day foster care ends. Ask about health care for former foster youth."),
  "released-from-jail": () => t("Tell them who came home and when. Ask if benefits that stopped can start again."),
  "leaving-hospital": () => t("Tell the hospital's social worker before you go home what help you will need.")
};

/** The section on the results page; null before anybody is known. */
export function lifeSection(app) {
  const events = eventsFor(app.facts());
  if (!app.facts().people) {
    return null;
  }
  const fields = h("div", {});
  const answer = h("div", { class: "hr-life-answer", role: "status" });
  const options = [["", t("Choose what will change")]].concat(events.map((id) => [id, changeOf(app, id).name]));
  const event = select("life-event", t("What will change?"), options, "");
  let read = null;
  const choose = () => {
    clear(fields);
    clear(answer);
    const id = event.value();
    read = id ? ASKS[EVENTS[id].asks || "nothing"](app, id, fields) : null;
    if (id) {
      append(fields, [h("p", { class: "hr-actions" }, button(t("Show what it changes"), "hr-button hr-secondary", show))]);
    }
  };
  const show = () => {
    const id = event.value();
    const given = read();
    const put = (data, hasMore) => append(answer, answerTo(app, data, id, given).concat(hasMore ? newCounty() : []));
    clear(answer);
    if (given !== null && given.state) {
      app.near.withState(given.state).then((state) => event.value() === id && (clear(answer), put(state.data, state.hasMore)));
    } else {
      put(app.screening, false);
    }
  };
  event.first.addEventListener("change", choose);
  return h(
    "section",
    { class: "hr-life hr-no-print" },
    h("h2", {}, t("Will something change?")),
    h("p", {}, t("See what a change in your life does. Your answers stay as they are.")),
    event.node,
    fields,
    answer
  );
}

const newCounty = () => h("p", {}, t("There may be more help in your new county. When you live there, put in your new ZIP code."));

/** The words of a change: {id, name, more}. */
const changeOf = (app, id) => app.texts.life.find((one) => one.id === id);

// Who may move in.
const RELATIONS = { "partner-in": ["spouse", "partner"], "parent-in": ["parent", "other-relative"] };

// What an event asks: puts fields and gives a function that reads them (null: something is missing).
const ASKS = {
  nothing: () => () => ({}),
  person: (app, id, fields) => {
    const who = peopleOf(id, app.facts());
    const first = (who.find((one) => one.pregnant === true) || who[0]).id;
    const names = who.map((one) => [one.id, personLabel(app.texts, app.facts(), one.id)]);
    const field = select("life-person", id === "new-baby" ? t("Whose baby?") : t("Who?"), names, first);
    append(fields, [field.node]);
    return () => ({ person: field.value() });
  },
  state: (app, id, fields) => {
    const field = select("life-state", t("Which state?"), [["", t("Choose a state")]].concat(app.texts.states), "");
    append(fields, [field.node]);
    return () => (field.value() ? { state: field.value() } : null);
  },
  newcomer: (app, id, fields) => {
    const relations = RELATIONS[id].map((one) => [one, label(app.texts.relations, one)]);
    const relation = select("life-relation", t("Who?"), relations, RELATIONS[id][0]);
    const age = input("life-age", t("Age in years"), { mode: "numeric" });
    const pay = input("life-pay", t("Pay each month before taxes. Leave it empty if you are not sure."), {
      mode: "decimal",
      dollars: true
    });
    append(fields, [relation.node, age.node, pay.node]);
    return () => {
      const years = whole(age.value(), OLDEST);
      return years === null ? null : { relation: relation.value(), age: years, monthly: amount(pay.value()) };
    };
  }
};

function answerTo(app, data, id, given) {
  if (given === null) {
    return [h("p", { class: "hr-error" }, t("Please fill in the fields above."))];
  }
  const change = lifeChange(data, withToday(data, app.facts()), id, given);
  const nothing = !change.ends.length && !change.opens.length;
  return [
    h("h3", {}, t("What to report")),
    h("p", {}, toReport(app, change.report)),
    TELL[id] ? h("p", {}, TELL[id]()) : null,
    group(app, data, change, change.ends, t("What may end"), t("If you get one of these, keep using it until a letter says that it ends. If you do not agree, you can ask for a hearing.")),
    group(app, data, change, change.opens, t("What opens"), t("Ask about these when the change comes. Some start only after you apply.")),
    nothing ? h("p", {}, t("From what you told us, the results stay the same.")) : null,
    more(app, changeOf(app, id).more)
  ];
}

function toReport(app, programs) {
  if (programs !== null && !programs.length) {
    return t("You told us of no program that wants to know. If you start one later, tell it then.");
  }
  const names = programs === null ? null : semicolons(programs.map((id) => label(app.texts.receives, id)));
  const tell = names
    ? t("Tell these programs about the change: %(names)s.", { names: names })
    : t("Tell each program that you get about the change.");
  return tell + " " + t("Many want to know within 10 days. Your letters say how many days you have.");
}

function group(app, data, change, entries, words, note) {
  return entries.length
    ? [h("h3", {}, words), h("p", {}, note), h("ul", { class: "hr-links" }, entries.map((entry) => item(app, data, change, entry)))]
    : null;
}

function item(app, data, change, entry) {
  const service = data.services[entry.service];
  const names = entry.who.map((id) => personLabel(app.texts, change.then, id) || personLabel(app.texts, app.facts(), id));
  const then = {
    likely: () => t("Looks possible"),
    maybe: () => t("Worth asking"),
    unlikely: () => t("Probably not")
  }[entry.to];
  return h(
    "li",
    {},
    h("a", { href: app.link(service.url) }, service.name),
    names.length ? " " + t("For: %(people)s", { people: semicolons(names) }) + "." : null,
    " ",
    h("span", { class: "hr-badge" }, then())
  );
}

/** Guides and ready plans that go with the change. */
function more(app, entries) {
  const to = (entry, address, words) =>
    address ? h("li", {}, h("a", { href: app.link(address), lang: entry.language === language() ? null : entry.language }, words)) : null;
  return entries.length
    ? [
        h("h3", {}, t("What to do, step by step")),
        h(
          "ul",
          { class: "hr-links" },
          entries.map((entry) => [
            to(entry, entry.guide, t("Guide: %(name)s", { name: entry.name })),
            to(entry, entry.plan, t("Ready plan: %(name)s", { name: entry.name }))
          ])
        )
      ]
    : null;
}
