// All questions of the chosen needs on one page, for helpers in a hurry: the same answers, kept with every change.

import { sharedTick } from "../keep/shared.mjs";
import { changed as whenChanged } from "../state.mjs";
import { named, notAskedOf } from "../rules/answers.mjs";
import { t } from "../words.mjs";
import { ofNeeds } from "../questionnaire.mjs";
import { append, button, clear, h } from "./dom.mjs";
import { askedAbout, people } from "./facts.mjs";
import { showErrors } from "./fields.mjs";
import { forgetButton } from "./forget.mjs";
import { questionsOf } from "./form-asked.mjs";
import { incomeRows } from "./form-incomes.mjs";
import { part } from "./form-part.mjs";
import { peopleRows } from "./form-people.mjs";
import { showChecked } from "./checked.mjs";
import { keepNeeds, needsField } from "./needs.mjs";
import { draw } from "./page.mjs";
import { VIEWS } from "./views.mjs";

const WAIT = 400; // milliseconds after a change before the results so far are told
const NO_ONE = "none"; // the answer of a question about people
const HARDLY = ["married", "tax-dependents", "shares-food"]; // the people's relations nearly always answer them
const OPTIONAL = ["status"];
const ALONE = ["place", "receives", "situations"]; // a group of their own

export function showForm(app) {
  if (app.chosen.length) {
    keepNeeds(app, app.chosen);
  }
  const sheet = { draft: app.facts() };
  const soFar = h("p", { class: "hr-so-far", role: "status" });
  const about = h("div", { class: "hr-about-people" });
  const more = h("div", {});
  const status = h("div", {});
  let ofPeople = [];
  let shownPeople = null;
  let waiting = 0;

  const needs = needsField(app);
  const rows = peopleRows(app, sheet, () => keep());
  const money = incomeRows(app, sheet);
  const single = (id) => part(app, sheet, id, { show: VIEWS[id], isHeading: ALONE.indexOf(id) !== -1 });
  const household = ["place", "receives", "situations", "expenses", "savings"].map(single);
  const of = (id) => household.find((one) => one.id === id).node;

  const group = (...nodes) => h("section", { class: "hr-form-group" }, nodes);
  const groups = [
    group(of("place")),
    group(rows.node),
    group(about),
    group(of("receives")),
    group(of("situations")),
    group(h("h2", {}, t("Money")), money.node, of("expenses"), of("savings")),
    h("details", { class: "hr-form-group" }, h("summary", {}, t("More about your home, if it is not as usual")), more),
    h("details", { class: "hr-form-group" }, h("summary", {}, t("Citizenship or status: only if you want to")), status)
  ];

  /** The questions about people, drawn anew for the people there are. */
  function drawPeople() {
    const are = JSON.stringify(people(sheet.draft).map((one) => [one.id, one.relation, one.age, one.pregnant]));
    if (are === shownPeople) {
      return;
    }
    shownPeople = are;
    const focused = document.activeElement && document.activeElement.id;
    const put = (place, ids, ...others) => {
      clear(place);
      const parts = ids.filter((id) => isAbout(id)).map((id) => 
        part(app, sheet, id, { show: VIEWS[id] || showChecked, withWhy: OPTIONAL.indexOf(id) !== -1 })
      );
      append(place, others.concat(parts.map((one) => one.node)));
      ofPeople = ofPeople.concat(parts);
    };
    const ids = app.texts.questions.filter((one) => one.group === "person").map((one) => one.id);
    const rare = HARDLY.concat(OPTIONAL);
    const nobody = people(sheet.draft).length
      ? h("p", {}, button(t("“No one” for all that are left"), "hr-button hr-secondary", noOneForTheRest))
      : h("p", { class: "hr-hint" }, t("First write who lives in the home, with ages. Then more questions come here."));
    ofPeople = [];
    put(about, ids.filter((id) => rare.indexOf(id) === -1), h("h2", {}, t("About the people in your home")), nobody);
    put(more, HARDLY);
    put(status, OPTIONAL);
    money.renamed();
    const again = focused && document.getElementById(focused);
    if (again && again !== document.activeElement) {
      again.focus();
    }
  }

  /** Is there somebody whom this question is about? */
  function isAbout(id) {
    const scene = { data: app.screening, people: named(people(sheet.draft)) };
    const question = app.question(id);
    return question && askedAbout(sheet.draft, question).some((one) => !notAskedOf(scene, one, id));
  }

  /** Tick "no one" wherever nothing is ticked yet. */
  function noOneForTheRest() {
    for (const one of ofPeople.filter((one) => !one.node.hidden && !(one.id in VIEWS) && HARDLY.indexOf(one.id) === -1)) {
      const box = one.node.querySelector('input[value="' + NO_ONE + '"]');
      if (box && !one.node.querySelector("input:checked")) {
        box.checked = true;
        box.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  }

  /** Everything that is written so far goes into the draft; gives the errors, in the order of the page. */
  function collect() {
    const errors = needs.chosen().length ? [] : [needs.missing()];
    const parts = household.filter((one) => one.id === "place").concat(rows, ofPeople, household.slice(1), money);
    parts.filter((one) => !one.node.hidden).forEach((one) => one.read(errors));
    return errors.sort(inPageOrder);
  }

  function keep() {
    collect();
    if (needs.chosen().length) {
      keepNeeds(app, needs.chosen());
    }
    app.save(sheet.draft);
    drawPeople();
    showAsked();
    clearTimeout(waiting);
    waiting = setTimeout(tellSoFar, WAIT);
  }

  /** Only what the rules of the chosen needs can use. */
  function showAsked() {
    const asked = needs.chosen().length ? questionsOf(app.screening, needs.chosen()) : [];
    for (const one of household.concat(rows, ofPeople, money)) {
      one.node.hidden = asked.indexOf(one.id) === -1;
    }
    const isWaiting = !rows.node.hidden && !people(sheet.draft).length; // for the people whom it asks about
    for (const one of groups) {
      const isEmpty = !Array.from(one.querySelectorAll("[data-question]")).some((node) => !node.hidden);
      one.hidden = isEmpty && !(isWaiting && one.contains(about));
    }
  }

  function tellSoFar() {
    const chosen = needs.chosen();
    if (!chosen.length) {
      soFar.textContent = "";
      return;
    }
    const results = app.screened();
    const ids = ofNeeds(app.screening, chosen);
    const count = (outcome) => ids.filter((id) => results[id].outcome === outcome).length;
    soFar.textContent = t("So far: looks possible %(likely)s, worth asking %(maybe)s, probably not %(unlikely)s.", {
      likely: count("likely"),
      maybe: count("maybe"),
      unlikely: count("unlikely")
    });
  }

  const submit = (event) => {
    event.preventDefault();
    const errors = collect();
    if (errors.length) {
      showErrors(app.element.querySelector(".hr-error-summary"), errors);
      return;
    }
    keep();
    app.go("results");
  };
  const form = h(
    "form",
    { class: "hr-form", novalidate: true, autocomplete: "off", on: { submit: submit, change: keep } },
    h(
      "section",
      { class: "hr-form-group" },
      h("fieldset", {}, h("legend", {}, h("h2", {}, t("What do you need help with?"))), needs.node)
    ),
    groups,
    h("div", { class: "hr-form-end" }, soFar, h("button", { type: "submit", class: "hr-button" }, t("Show my results")))
  );
  draw(app, {
    heading: t("All questions on one page"),
    plain: true,
    body: [
      h("p", { class: "hr-lead" }, t("For helpers in a hurry. Leave out what you do not know. Only what the chosen needs can use is asked.")),
      app.isSensitive()
        ? h("p", { class: "hr-notice" }, t("We keep nothing here. If you load this page again, your answers are gone."))
        : null,
      sharedTick(),
      form,
      h("p", {}, h("a", { href: app.link("check/") }, t("One question at a time instead"))),
      forgetButton(app)
    ]
  });
  drawPeople();
  showAsked();
  tellSoFar();
  app.whenLoaded(() => {
    showAsked();
    tellSoFar();
  });
  app.atEnd(() => clearTimeout(waiting));
  const stop = whenChanged((state, why) => {
    if (why === "wipe" || why === "idle" || why === "gone") {
      stop(); // what was written here must not stay to be read
      showForm(app);
    }
  });
  app.atEnd(stop);
}

function inPageOrder(one, other) {
  return one.field.compareDocumentPosition(other.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
