// What is found for a letter: the last days, what to check, who helps.

import { h, ltr } from "../check/dom.mjs";
import { lastDays } from "../letter-dates.mjs";
import { date, n, t } from "../words.mjs";

/** A text with its %(date)s as a day in its own direction. */
function withDay(text, day) {
  const [before, after] = text.split("%(date)s");
  return [before, h("bdi", {}, date(day)), after];
}

/** The last days of a kind of letter, counted `from` its date. */
export function days(kind, from, now) {
  const items = lastDays(kind.last_days, from, now).map((last) =>
    h(
      "li",
      { class: "hr-card" + (last.passed ? " hr-letter-passed" : ""), "data-day": last.day },
      h("p", {}, last.label, ": ", h("strong", { class: "hr-letter-date" }, h("bdi", {}, date(last.day)))),
      h("p", {}, left(last)),
      last.varies ? h("p", {}, t("This is an early day, to be sure. Places differ.")) : null,
      last.weekend && !last.passed ? h("p", {}, t("That is on a weekend. Do it before.")) : null,
      last.keeps && last.pays_back ? h("p", {}, t("If you lose, you may have to pay it back.")) : null,
      last.note ? h("p", { class: "hr-hint" }, last.note) : null
    )
  );
  return [
    h("p", { class: "hr-notice" }, h("strong", {}, t("Your notice’s own date wins. Look for it on the letter.")), " ", counted(from)),
    h("ul", { class: "hr-plain hr-letter-days" }, items)
  ];
}

function counted(from) {
  return withDay(t("We counted from %(date)s."), from);
}

function left(last) {
  if (last.passed) {
    return t("This day has passed. Ask anyway: a good reason, such as being sick or getting the letter late, can help.");
  }
  return last.left === 0 ? t("That is today. Do it now.") : n("%(count)s day left.", "%(count)s days left.", last.left);
}

/** What to look at in the letter. */
export function checks(kind) {
  return [h("h3", {}, t("What to check")), h("ul", {}, kind.reasons.map((reason) => h("li", {}, reason)))];
}

/** Who helps for free, with their numbers; `root` leads to the root of the language. */
export function helpers(kind, root) {
  const items = kind.helpers.map((helper) => {
    const [before, after] = t("Call %(number)s").split("%(number)s");
    const phone = helper.number
      ? h("a", { class: "hr-phone", href: helper.href }, h("span", {}, before, ltr(helper.number), after))
      : null;
    return h("li", {}, h("a", { href: root + helper.url }, helper.name), phone ? [" ", phone] : null);
  });
  return [h("h3", {}, t("Who helps for free")), h("ul", { class: "hr-plain" }, items)];
}
