// The date of a notice: three short fields under one name, and what is said of a wrong one.

import { clear, h } from "../check/dom.mjs";
import { input } from "../check/fields.mjs";
import { t } from "../words.mjs";

/** Month, day and year as three short fields under one name. */
export function dayFields() {
  const legend = h("legend", {});
  const parts = [
    input("letter-month", t("Month"), { mode: "numeric" }),
    input("letter-day", t("Day"), { mode: "numeric" }),
    input("letter-year", t("Year"), { mode: "numeric" })
  ];
  parts.forEach((part) => {
    part.node.className = "hr-letter-part"; // the error stands at the whole date, not in a narrow column
  });
  const node = h(
    "fieldset",
    { class: "hr-field hr-letter-day" },
    legend,
    h("p", { class: "hr-hint" }, t("In numbers, like 3 / 14 / 2026.")),
    h("div", { class: "hr-letter-parts" }, parts.map((part) => part.node))
  );
  return {
    node: node,
    first: parts[0].first,
    name(words) {
      legend.textContent = words;
    },
    put(texts) {
      ["month", "day", "year"].forEach((name, at) => {
        parts[at].first.value = texts[name];
      });
    },
    value: () => ({ month: parts[0].value(), day: parts[1].value(), year: parts[2].value() })
  };
}

/** Words for an error of `noticeDay`. */
export function wrongDay(error) {
  if (error === "missing") {
    return t("Write the month, the day and the year.");
  }
  return error === "not-yet"
    ? t("This day has not come yet. Look at the date again.")
    : t("This is not a day in the calendar. Write it like 3 / 14 / 2026.");
}

/** No errors, in the summary and at the fields. */
export function clearErrors(form, summary) {
  summary.hidden = true;
  clear(summary);
  for (const old of Array.from(form.querySelectorAll(".hr-error"))) {
    old.remove();
  }
  for (const field of Array.from(form.querySelectorAll("[aria-invalid]"))) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
}
