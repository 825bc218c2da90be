// What to say on the phone: plain words made from the name of the service and the papers that are ticked.

import { paperKey } from "../plan.mjs";
import { language, semicolons, t } from "../words.mjs";
import { el } from "./element.mjs";

/** The questions that fit every call. */
export const questions = () => [
  t("What papers do I need?"),
  t("When will I hear from you?"),
  t("What is your name? Is there a number for my case?")
];

/** Folded, for a service with a number to call or to find; null for others and for lines that anyone may just call. */
export function script(page, id) {
  const service = page.data.services[id];
  const isHelpline = service.urgency === "now" && service.effort === "call" && !service.documents.length;
  if ((!service.phones.length && !service.links.length) || isHelpline) {
    return null;
  }
  const key = "say:" + id;
  const details = el(
    "details",
    { class: "plan-say hr-no-print", on: { toggle: (event) => page.folded(key, !event.target.open) } },
    el("summary", { "data-key": key }, t("What to say when you call")),
    el(
      "ul",
      null,
      [opening(service), interpreter(), papersInHand(page, service)]
        .concat(questions())
        .filter((line) => line)
        .map((line) => el("li", null, line))
    )
  );
  details.open = page.isOpen(key);
  return details;
}

const opening = (service) =>
  service.effort === "call"
    ? t("Hello. I am calling about %(name)s.", { name: service.name })
    : t("Hello. I want to apply for %(name)s.", { name: service.name });

/** In English too: the person who answers may know nothing else. */
function interpreter() {
  const words = t("Can I get an interpreter? It should be free.");
  return language() === "en" ? words : [words, " ", el("q", { lang: "en", dir: "ltr" }, "Can I get an interpreter, please?")];
}

function papersInHand(page, service) {
  const names = service.documents
    .filter((paper) => page.plan.done[paperKey(paper.id)] && page.data.documents[paper.id])
    .map((paper) => page.data.documents[paper.id].name);
  return names.length ? t("I have these papers: %(list)s.", { list: semicolons(names) }) : null;
}
