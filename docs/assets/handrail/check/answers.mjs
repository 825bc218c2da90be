// Check your answers: everything that was said, each with a link to change it.

import { t } from "../words.mjs";
import { button, h, linkButton } from "./dom.mjs";
import { isAnswered } from "./facts.mjs";
import { draw } from "./page.mjs";
import { said } from "./said.mjs";
import { forgetButton } from "./forget.mjs";

export function showAnswers(app) {
  const facts = app.facts();
  const answered = app.texts.questions.filter((question) => isAnswered(facts, question.id));
  const names = app.texts.needs.filter((need) => app.needs().indexOf(need.id) !== -1).map((need) => need.name);
  const rows = [row(app, "needs", t("What do you need help with?"), names)].concat(
    answered.map((question) => row(app, question.id, question.ask, said(app.texts, facts, question.id)))
  );
  draw(app, {
    heading: t("Check your answers"),
    plain: true,
    body: [
      h("p", {}, t("Is this right? You can change anything.")),
      h("dl", { class: "hr-facts hr-answers" }, rows),
      h(
        "p",
        { class: "hr-actions" },
        button(t("Show my results"), "hr-button", () => app.go("results")),
        app.hasNext() ? button(t("Answer more questions"), "hr-button hr-secondary", app.next) : null
      ),
      forgetButton(app)
    ]
  });
}

function row(app, id, ask, lines) {
  return h(
    "div",
    {},
    h("dt", {}, ask),
    h("dd", {}, lines.length > 1 ? h("ul", { class: "hr-plain" }, lines.map((line) => h("li", {}, line))) : lines[0]),
    h(
      "dd",
      { class: "hr-row-actions" },
      linkButton(t("Change"), () => app.go(id, "answers"), ask)
    )
  );
}
