// The find-out list: each "not sure" with who can tell, and what it could open.

import { toFindOut } from "../find-out.mjs";
import { n, semicolons, t } from "../words.mjs";
import { h, linkButton } from "./dom.mjs";
import { label, personLabel } from "./labels.mjs";
import { withToday } from "../today.mjs";

const MOST = 5; // services named of one question

/** The list, null when nobody was unsure. `shown` are the services of the results, which are named first. */
export function findOutList(app, shown) {
  const facts = withToday(app.screening, app.facts());
  const lines = toFindOut(app.screening, facts, app.texts.questions.map((question) => question.id));
  return lines.length
    ? h(
        "section",
        { class: "hr-find-out" },
        h("h2", {}, t("To find out")),
        h("p", {}, t("You were not sure about these. When you know more, change your answer here.")),
        h("ul", {}, lines.map((line) => item(app, facts, shown, line)))
      )
    : null;
}

function item(app, facts, shown, line) {
  const question = app.question(line.question);
  const names = line.who
    .map((id) => personLabel(app.texts, facts, id))
    .concat(line.things.map((id) => label(app.texts[line.question], id)));
  const isAll = names.length === (app.texts[line.question] || []).length;
  return h(
    "li",
    {},
    h("p", {}, h("strong", {}, question.ask)),
    names.length && !isAll ? h("p", {}, t("About: %(names)s.", { names: semicolons(names) })) : null,
    question.find_out ? h("p", {}, question.find_out) : null,
    opens(app, shown, line.opens),
    linkButton(t("Change"), () => app.go(line.question, "results"), question.ask)
  );
}

function opens(app, shown, ids) {
  const isShown = (id) => shown.indexOf(id) !== -1;
  const open = ids
    .filter(isShown)
    .concat(ids.filter((id) => !isShown(id) && !app.screening.services[id].sensitive))
    .map((id) => app.screening.services[id].name);
  const rest = open.length - MOST;
  if (!open.length) {
    return null;
  }
  const names = semicolons(open.slice(0, MOST));
  const words =
    rest > 0
      ? n("It could open: %(names)s; and %(count)s more.", "It could open: %(names)s; and %(count)s more.", rest, { names: names })
      : t("It could open: %(names)s.", { names: names });
  return h("p", {}, words);
}
