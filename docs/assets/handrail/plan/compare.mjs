// Two services side by side. Their texts are fetched when somebody chooses them: most never do.

import { known } from "../plan.mjs";
import { dots, semicolons, t } from "../words.mjs";
import { json, partOf } from "./data.mjs";
import { button, choice, el, phoneLink } from "./element.mjs";
import { folded } from "./folded.mjs";
import { howFar } from "./how-far.mjs";
import { table } from "./table.mjs";

const KEY = "compare";
const SIDES = ["compare-a", "compare-b"];
const texts = {}; // of services, by id
let failed = false;

/** null where there is nothing to compare with. */
export function compare(page) {
  const ids = candidates(page);
  if (!page.compareUrl || ids.length < 2) {
    return null;
  }
  const chosen = SIDES.map((side) => page.chosen(side)).filter((id) => ids.indexOf(id) !== -1);
  return folded(
    page,
    KEY,
    t("Compare two services"),
    { class: "plan-compare hr-no-print" },
    failed ? el("p", { role: "alert" }, t("This could not be loaded. Check the connection and open it again.")) : null,
    el("div", { class: "plan-form" }, SIDES.map((side, place) => select(page, ids, side, place))),
    chosen.length === 2 && chosen[0] !== chosen[1] && chosen.every((id) => texts[id]) ? sideBySide(page, chosen) : null
  );
}

/** What is in the plan, then what else there is to try; of private services only those in the plan. */
function candidates(page) {
  const others = [];
  page.order.forEach((id) => others.push(...page.alternatives(id)));
  return known(page.order.concat(others.filter((id) => !page.data.services[id].sensitive)), page.data.services);
}

/** Choose a service, and fetch what is said of it. */
function pick(page, side, id) {
  failed = false;
  const parts = page.data.compared;
  const there = texts[id] || !id;
  Promise.all(there ? [] : [json(page.compareUrl + (parts ? partOf(id, parts) + ".json" : "")), page.need([id])])
    .then(([found]) => Object.assign(texts, found && found.services))
    .catch((error) => {
      failed = true;
      console.warn(error);
    })
    .then(() => page.choose(side, id));
}

function select(page, ids, side, place) {
  const id = "plan-" + side;
  return el(
    "div",
    { class: "hr-field" },
    el("label", { for: id }, place ? t("with") : t("Compare")),
    choice(
      [["", t("Choose one")]].concat(ids.map((one) => [one, page.data.services[one].name])),
      page.chosen(side),
      (chosen) => pick(page, side, chosen),
      { id: id, "data-key": side }
    )
  );
}

function sideBySide(page, ids) {
  const services = ids.map((id) => page.data.services[id]);
  const told = ids.map((id) => texts[id] || { reach: [] });
  const row = (title, cell) => [title].concat(ids.map((id, place) => cell(services[place], told[place], id)));
  const far = howFar(page, told);
  const rows = [
    far ? [t("How far it is")].concat(far) : null,
    row(t("What you get"), (service, words) => words.you_get),
    row(t("What it costs"), (service, words) => words.cost),
    row(t("How long it takes"), (service) => service.takes),
    row(t("How to reach it"), (service, words) => [
      words.reach.length ? el("p", null, dots(words.reach)) : null,
      service.phones.slice(0, 1).map((phone) => el("p", null, phoneLink(phone)))
    ]),
    row(t("Papers"), (service) => papers(page, service)),
    row(t("Who it is for"), (service, words) => words.who_for)
  ].filter(Boolean);
  return [
    table(t("Compare two services"), [t("What to compare")].concat(services.map((service) => service.name)), rows),
    el("div", { class: "plan-keep" }, ids.map((id, place) => keep(page, id, ids[1 - place])))
  ];
}

function papers(page, service) {
  const names = service.documents.filter((paper) => page.data.documents[paper.id]).map((paper) => page.data.documents[paper.id].name);
  return names.length ? semicolons(names) : t("none named");
}

/** "Keep this one"; where the other is in the plan, taking it out is asked first. */
function keep(page, id, other) {
  const name = page.data.services[id].name;
  const asked = "keep:" + id;
  const isOtherIn = page.order.indexOf(other) !== -1;
  const act = () => {
    page.forgetChoices();
    if (page.order.indexOf(id) === -1) {
      page.add(id);
    }
    if (isOtherIn) {
      page.remove(other);
    }
  };
  if (page.chosen("compare-sure") !== asked) {
    return button(t("Keep %(name)s", { name: name }), () => (isOtherIn ? page.choose("compare-sure", asked) : act()), {
      class: "hr-button hr-quiet",
      "data-key": asked
    });
  }
  return el(
    "div",
    { class: "plan-sure" },
    el(
      "p",
      { id: "plan-keep-sure" },
      t("Keep %(name)s, and take %(other)s out of your plan?", { name: name, other: page.data.services[other].name })
    ),
    button(t("Yes, take it out"), act, { "data-key": asked, "aria-describedby": "plan-keep-sure" }),
    " ",
    button(t("No, keep both"), () => page.choose("compare-sure", ""), { class: "hr-button hr-quiet", "data-key": "keep-both" })
  );
}
