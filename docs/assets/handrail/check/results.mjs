// The results: what looks possible, what is worth asking, what is probably not; then what else there is.

import { ofNeeds, openQuestions } from "../questionnaire.mjs";
import { inSlices, pause } from "../slices.mjs";
import { n, semicolons, t } from "../words.mjs";
import { append, button, h, linkButton } from "./dom.mjs";
import { eachPerson } from "./each-person.mjs";
import { people } from "./facts.mjs";
import { findOutList } from "./find-out.mjs";
import { forgetButton } from "./forget.mjs";
import { here, ownFirst } from "./here.mjs";
import { personLabel } from "./labels.mjs";
import { lifeSection } from "./life.mjs";
import { nearNote, otherCounties } from "./near-note.mjs";
import { draw } from "./page.mjs";
import { otherCard, resultCard } from "./cards.mjs";

const URGENCY = ["now", "soon", "usual"];
const EFFORT = ["call", "form", "papers", null]; // null: nobody said
const UNFOLDED = { likely: 40, maybe: 20, unlikely: 3, anyone: 6, others: 20 }; // how many of each are shown without asking
const MORE = 50; // that are shown at once when somebody asks

/** When the page opens with them, they are worked out in slices: the processor of an old phone is busy enough then. */
export function showResults(app) {
  app.whenLoaded(() => drawn(app, works(app).map((work) => work())));
  if (app.moved) {
    drawn(app, works(app).map((work) => work()));
    return;
  }
  let isOver = false;
  app.atEnd(() => (isOver = true));
  pause()
    .then(() => inSlices([app.screened], () => isOver))
    .then(() => inSlices(works(app), () => isOver))
    .then((body) => drawn(app, body))
    .catch((error) => console.error(error));
}

function drawn(app, body) {
  draw(app, { heading: t("Your results"), plain: true, body: body });
}

/** What makes each part of the page. */
function works(app) {
  const screened = app.screened();
  const shown = ownFirst(app, inOrder(app.screening, here(app, ofNeeds(app.screening, app.needs()))));
  const open = Object.keys(openQuestions(app.screening, screened, app.needs())).filter(app.isUsable);
  const group = (outcome) => shown.filter((id) => screened[id].outcome === outcome);
  return [
    () => h("p", { class: "hr-lead" }, t("This is a hint, made from what you told us. Only the agency decides. You can always apply.")),
    () => (app.isSensitive() ? privateNote() : null),
    () => counted(app),
    () => nearNote(app),
    () => stillOpen(app, open),
    () => eachPerson(app, inOrder),
    () => section(app, screened, t("Looks possible: apply"), "hr-likely", group("likely"), UNFOLDED.likely),
    () => section(app, screened, t("Worth asking"), "hr-maybe", group("maybe"), UNFOLDED.maybe),
    () => section(app, screened, t("Probably not, but you can always apply"), "hr-unlikely", group("unlikely"), UNFOLDED.unlikely),
    () => (shown.length ? null : h("p", {}, t("For this we have no rules to check. Here is who can help."))),
    () => forAnyone(app),
    () => alsoPossible(app, screened, shown),
    () => otherCounties(app),
    () => findOutList(app, shown),
    () => lifeSection(app),
    () =>
      h(
        "p",
        { class: "hr-actions" },
        button(t("Check your answers"), "hr-button hr-secondary", () => app.go("answers")),
        h("a", { class: "hr-button hr-secondary", href: app.link("plan/") }, t("Go to my plan"))
      ),
    () => forgetButton(app)
  ];
}

/** Most urgent first, then easiest, then what the most people have: the nation, a state, a county. */
function inOrder(data, ids) {
  const rank = (id) => {
    const one = data.services[id];
    return URGENCY.indexOf(one.urgency) * 100 + EFFORT.indexOf(one.effort) * 10 + breadth(one);
  };
  return ids
    .map((id, at) => [rank(id), at, id])
    .sort((one, other) => one[0] - other[0] || one[1] - other[1])
    .map((entry) => entry[2]);
}

/** 0 for what the whole nation has, 1 for a state, 2 for counties. */
const breadth = (one) => (one.counties ? 2 : one.state ? 1 : 0);

/** One group; a long group shows the first and folds the rest. */
function section(app, screened, words, css, ids, most) {
  const cards = (some) => h("div", { class: "hr-cards" }, some.map((id) => resultCard(app, id, screened[id])));
  return ids.length
    ? h("section", { class: "hr-outcome " + css }, h("h2", {}, words), cards(ids.slice(0, most)), folded(cards, ids.slice(most)))
    : null;
}

/** What `make` makes of the rest, some at a time, when somebody asks for it. */
function folded(make, rest) {
  if (!rest.length) {
    return null;
  }
  const more = h("details", {}, h("summary", {}, n("Show %(count)s more", "Show %(count)s more", rest.length)));
  const unfold = () => append(more, [make(rest.slice(0, MORE)), folded(make, rest.slice(MORE))]);
  more.addEventListener("toggle", unfold, { once: true });
  return more;
}

function privateNote() {
  return h(
    "p",
    { class: "hr-notice" },
    t("We keep nothing here. When you leave this page or load it again, your answers are gone. Write down the numbers you need.")
  );
}

function counted(app) {
  const facts = app.facts();
  const names = people(facts).map((one) => personLabel(app.texts, facts, one.id));
  return names.length
    ? h(
        "p",
        { class: "hr-counted" },
        t("We counted: %(people)s.", { people: semicolons(names) }),
        " ",
        linkButton(t("Change"), () => app.go("people", "results"))
      )
    : null;
}

function stillOpen(app, open) {
  if (!open.length) {
    return null;
  }
  const best = app.nextId();
  const ask = (id) => h("li", {}, linkButton(app.question(id).ask, () => app.go(id, "results")));
  return h(
    "section",
    { class: "hr-notice hr-open hr-no-print" },
    h("h2", {}, t("Still open")),
    h("p", {}, t("Answer more and the results get clearer.")),
    best === null
      ? null
      : h(
          "p",
          { class: "hr-actions" },
          t("This one settles most:"),
          " ",
          button(app.question(best).ask, "hr-button hr-secondary", () => app.go(best, "results"))
        ),
    h("details", {}, h("summary", {}, t("All open questions")), h("ul", {}, open.map(ask)))
  );
}

function forAnyone(app) {
  const others = app.screening.others;
  const needs = app.needs();
  const found = here(app, Object.keys(others))
    .filter((id) => others[id].needs.some((need) => needs.indexOf(need) !== -1))
    .map((id, at) => [URGENCY.indexOf(others[id].urgency) * 10 - breadth(others[id]), at, id]) // the nearest first
    .sort((one, other) => one[0] - other[0] || one[1] - other[1])
    .map((entry) => entry[2]);
  const ids = ownFirst(app, found);
  if (!ids.length) {
    return null;
  }
  const list = (some) => h("ul", { class: "hr-links hr-others" }, some.map((id) => h("li", {}, otherCard(app, id))));
  return h(
    "section",
    { class: "hr-anyone" },
    h("h2", {}, t("Also for anyone")),
    h("p", {}, t("No rule to check here. Just ask.")),
    list(ids.slice(0, UNFOLDED.anyone)),
    folded(list, ids.slice(UNFOLDED.anyone))
  );
}

/** What looks possible for other needs: people often come for one thing and may get three. */
function alsoPossible(app, screened, shown) {
  const ids = ownFirst(app, inOrder(app.screening, here(app, app.screening.order))).filter(
    (id) => shown.indexOf(id) === -1 && screened[id].outcome === "likely" && !app.screening.services[id].sensitive
  );
  const link = (id) => h("li", {}, h("a", { href: app.link(app.screening.services[id].url) }, app.screening.services[id].name));
  const list = (some) => h("ul", { class: "hr-links" }, some.map(link));
  return ids.length
    ? h(
        "section",
        { class: "hr-also-possible" },
        h("h2", {}, t("Also looks possible, for other needs")),
        list(ids.slice(0, UNFOLDED.others)),
        folded(list, ids.slice(UNFOLDED.others))
      )
    : null;
}
