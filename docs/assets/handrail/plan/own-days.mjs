// Days that the family knows from a letter or a card: put in, listed, taken out.

import { t } from "../words.mjs";
import { OWN } from "./day-list.mjs";
import { button, choice, day, el, fillWith } from "./element.mjs";
import { dayKey, paperKey } from "./keys.mjs";

const kinds = () => ({
  apply: t("Last day to apply"),
  interview: t("Interview or visit"),
  decision: t("An answer is due"),
  renewal: t("Last day to renew"),
  letter: t("The date on a letter that says no"),
  appeal: t("Last day to appeal"),
  paper: t("A paper runs out")
});

/** Folded: "Put in a day from a letter or a card". */
export function ownDays(page) {
  const details = el(
    "details",
    { class: "plan-own-days hr-no-print", on: { toggle: (event) => page.folded("own-days", !event.target.open) } },
    el("summary", { "data-key": "own-days" }, t("Put in a day from a letter or a card")),
    known(page),
    form(page)
  );
  details.open = page.isOpen("own-days");
  return details;
}

function form(page) {
  const names = kinds();
  const whose = el("span");
  const chosen = { kind: OWN[1], of: null };
  const asks = (id) => page.order.some((one) => page.data.services[one].documents.some((paper) => paper.id === id));
  const options = () =>
    chosen.kind === "paper"
      ? Object.keys(page.data.documents)
          .filter(asks)
          .map((id) => [paperKey(id), page.data.documents[id].name])
      : page.order.map((id) => [dayKey(id, chosen.kind), page.data.services[id].name]);
  const offer = () => {
    const list = options();
    chosen.of = list.length ? list[0][0] : null;
    fillWith(
      whose,
      choice(list, chosen.of, (value) => {
        chosen.of = value;
      }, { id: "plan-day-of" })
    );
  };
  const input = el("input", { id: "plan-day", type: "date", autocomplete: "off", "data-key": "own-day" });
  offer();
  return el(
    "div",
    { class: "plan-own-form" },
    field("plan-day-kind", t("What day is it?"), [
      choice(
        Object.keys(names).map((kind) => [kind, names[kind]]),
        chosen.kind,
        (value) => {
          chosen.kind = value;
          offer();
        },
        { id: "plan-day-kind" }
      )
    ]),
    field("plan-day-of", t("For which one?"), [whose]),
    field("plan-day", t("The day"), [input]),
    button(t("Put it in"), () => (chosen.of && input.value ? page.setDay(chosen.of, input.value) : input.focus()), {
      class: "hr-button hr-quiet",
      "data-key": "own-add"
    })
  );
}

const field = (id, label, inputs) => el("p", { class: "hr-field" }, el("label", { for: id }, label), " ", inputs);

/** What is put in already, each with a button to take it out. */
function known(page) {
  const names = kinds();
  const found = [];
  page.order.forEach((id) =>
    OWN.forEach((kind) => found.push({ key: dayKey(id, kind), words: names[kind] + " \u00b7 " + page.data.services[id].name }))
  );
  Object.keys(page.data.documents).forEach((id) =>
    found.push({ key: paperKey(id), words: names.paper + " \u00b7 " + page.data.documents[id].name })
  );
  const list = found.filter((one) => page.plan.due[one.key]);
  return list.length
    ? el(
        "ul",
        { class: "plan-list" },
        list.map((one) =>
          el(
            "li",
            null,
            day(page.plan.due[one.key]),
            ": ",
            one.words,
            " ",
            button(t("Take out"), () => page.setDay(one.key, null), {
              class: "hr-button hr-quiet",
              "aria-label": t("Take out: %(name)s", { name: one.words }),
              "data-key": "own-out:" + one.key
            })
          )
        )
      )
    : null;
}
