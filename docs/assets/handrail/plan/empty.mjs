// A plan with nothing in it yet.

import { t } from "../words.mjs";
import { el, phoneLink } from "./element.mjs";

export function empty(data) {
  return el(
    "section",
    { class: "plan-empty", "aria-labelledby": "plan-empty" },
    el("h2", { id: "plan-empty", tabindex: "-1" }, t("Your plan is empty")),
    el("p", null, t("Find a service that may help. Then press \u201cAdd to my plan\u201d on its page.")),
    el(
      "ul",
      { class: "plan-ways" },
      el("li", null, el("a", { href: "../check/" }, t("Answer a few questions and see what may help"))),
      el("li", null, el("a", { href: "../" }, t("Pick a need: food, a place to stay, health care"))),
      el("li", null, el("a", { href: "../search/" }, t("Search by word")))
    ),
    stuck(data),
    el(
      "p",
      { class: "hr-hint" },
      t("A plan stays in this tab only, unless you keep it. The tab is cleared half an hour after the last touch, or when you leave.")
    )
  );
}

function stuck(data) {
  const first = data.stuck.filter((one) => one.number)[0];
  return first ? el("p", null, t("Want to talk to a person?"), " ", first.name, ": ", phoneLink(first)) : null;
}
