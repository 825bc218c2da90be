// One card for each person of the home: what looks possible and what is worth asking for that person alone.

import { ofNeeds } from "../questionnaire.mjs";
import { n, t } from "../words.mjs";
import { h } from "./dom.mjs";
import { people } from "./facts.mjs";
import { here, ownFirst } from "./here.mjs";
import { personLabel } from "./labels.mjs";

const MOST = 6; // of what is worth asking; the lists below have all

/** The cards, null for a person who lives alone and where nothing is for single persons. `inOrder` sorts services. */
export function eachPerson(app, inOrder) {
  const facts = app.facts();
  const found = app.screenedEach();
  const ids = ownFirst(app, inOrder(app.screening, here(app, ofNeeds(app.screening, app.needs())))).filter((id) => id in found);
  if (people(facts).length < 2 || !ids.length) {
    return null;
  }
  return h(
    "section",
    { class: "hr-each" },
    h("h2", {}, t("For each person")),
    h("p", {}, t("Children can often get help even when their parents cannot. Help for your whole home is in the lists below.")),
    h("div", { class: "hr-cards hr-people" }, people(facts).map((one) => card(app, one, ids, found)))
  );
}

function card(app, one, ids, found) {
  const having = (outcome) => ids.filter((id) => found[id][one.id] === outcome);
  const [likely, maybe] = [having("likely"), having("maybe")];
  const rest = maybe.length - MOST;
  return h(
    "article",
    { class: "hr-for-one" },
    h("h3", { class: "hr-card-title" }, personLabel(app.texts, app.facts(), one.id)),
    one.wants_help === false ? h("p", {}, t("Does not want help")) : null,
    likely.length ? [h("p", {}, h("strong", {}, t("Looks possible:"))), links(app, likely)] : null,
    maybe.length
      ? h(
          "details",
          { class: "hr-no-print" },
          h("summary", {}, t("Worth asking: %(number)s", { number: maybe.length })),
          links(app, maybe.slice(0, MOST)),
          rest > 0 ? h("p", { class: "hr-hint" }, n("And %(count)s more below.", "And %(count)s more below.", rest)) : null
        )
      : null,
    one.wants_help === false || likely.length || maybe.length
      ? null
      : h("p", {}, t("Nothing for this person alone. Look at the lists below."))
  );
}

function links(app, ids) {
  const link = (id) => h("li", {}, h("a", { href: app.link(app.screening.services[id].url) }, app.screening.services[id].name));
  return h("ul", {}, ids.map(link));
}
