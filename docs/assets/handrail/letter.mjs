// Entry of /letter/: the last days of a notice, what to check, who helps, and a letter to print. Nothing is stored or sent.

import { append, button, clear, h, ltr } from "./check/dom.mjs";
import { input, select, showErrors } from "./check/fields.mjs";
import { lastDays, noticeDay } from "./letter-dates.mjs";
import { afterView } from "./later.mjs";
import { start } from "./start.mjs";
import { changed } from "./state.mjs";
import { today } from "./today.mjs";
import { date, fill, language, n, t } from "./words.mjs";

const LINE = "____________________";
const LONGEST = 1500; // letters of what happened: one sheet

start("letter", (place) =>
  afterView()
    .then(() => fetch(place.getAttribute("data-letters"), { credentials: "omit" }))
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("The letters: " + answer.status))))
    .then((data) => run(place, data))
);

function run(place, data) {
  const now = today() < data.as_of ? data.as_of : today(); // an old phone's clock may stand still
  const summary = h("div", { class: "hr-error-summary", role: "alert", tabindex: "-1", hidden: true });
  const kinds = [["", t("Choose one")]].concat(data.kinds.map((kind) => [kind.id, kind.name]));
  const kindField = select("letter-kind", t("What is the letter about?"), kinds, "");
  const day = dayFields();
  const found = h("div", { class: "hr-letter-found" });
  const sheet = h("div", { class: "hr-letter-sheet" });
  const chosen = () => data.kinds.filter((kind) => kind.id === kindField.value())[0] || null;

  const form = h(
    "form",
    { class: "hr-letter-form", novalidate: true, autocomplete: "off" },
    h("h2", {}, t("Find your last days")),
    summary,
    kindField.node,
    day.node,
    h("button", { type: "submit", class: "hr-button" }, t("Show my last days"))
  );

  const forget = () => {
    clear(found);
    clear(sheet);
    sheet.hidden = true;
    document.body.classList.remove("hr-letter-print");
  };

  kindField.first.addEventListener("change", () => {
    const kind = chosen();
    day.name(kind ? kind.dated : t("The date on the notice"));
    forget();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    forget();
    const kind = chosen();
    const typed = noticeDay(day.value(), now, kind ? kind.counted_from : "notice");
    const errors = [];
    if (kind === null) {
      errors.push({ field: kindField.first, text: t("Choose what the letter is about.") });
    }
    if (typed.error) {
      errors.push({ field: day.first, text: wrongDay(typed.error) });
    }
    if (errors.length) {
      showErrors(summary, errors);
      return;
    }
    clearErrors(form, summary);
    const heading = h("h2", { tabindex: "-1" }, kind.name);
    append(found, [
      heading,
      days(kind, typed.day, now),
      checks(kind),
      helpers(kind, place.getAttribute("data-root")),
      writing(kind, typed.day, now, sheet)
    ]);
    heading.focus();
  });
  changed((state, why) => {
    if (why !== "write") {
      forget();
      form.reset();
    }
  });
  sheet.hidden = true;
  append(place, [form, found, sheet]);
  day.name(t("The date on the notice"));
}

function wrongDay(error) {
  if (error === "missing") {
    return t("Write the month, the day and the year.");
  }
  return error === "not-yet"
    ? t("This day has not come yet. Look at the date again.")
    : t("This is not a day in the calendar. Write it like 3 / 14 / 2026.");
}

function clearErrors(form, summary) {
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

/** Month, day and year as three short fields under one name. */
function dayFields() {
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
    value: () => ({ month: parts[0].value(), day: parts[1].value(), year: parts[2].value() })
  };
}

/** A text with its %(date)s as a day in its own direction. */
function withDay(text, day) {
  const [before, after] = text.split("%(date)s");
  return [before, h("bdi", {}, date(day)), after];
}

function days(kind, from, now) {
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

function checks(kind) {
  return [h("h3", {}, t("What to check")), h("ul", {}, kind.reasons.map((reason) => h("li", {}, reason)))];
}

function helpers(kind, root) {
  const items = kind.helpers.map((helper) => {
    const [before, after] = t("Call %(number)s").split("%(number)s");
    const phone = helper.number
      ? h("a", { class: "hr-phone", href: helper.href }, h("span", {}, before, ltr(helper.number), after))
      : null;
    return h("li", {}, h("a", { href: root + helper.url }, helper.name), phone ? [" ", phone] : null);
  });
  return [h("h3", {}, t("Who helps for free")), h("ul", { class: "hr-plain" }, items)];
}

/** The fields of the letter; each touch writes `sheet` anew. */
function writing(kind, from, now, sheet) {
  const name = input("letter-name", t("Your name"));
  const address = area("letter-address", t("Your address"), 200, 2);
  const number = input("letter-case", t("Case number on the letter"));
  const what = area("letter-what", t("What happened, and why you do not agree"), LONGEST, 5);
  const said = h("p", { role: "status" });
  const draw = () => {
    const values = { name: name.value(), address: address.value(), case: number.value(), what: what.value() };
    writeSheet(sheet, kind, values, from, now);
    said.textContent = "";
  };
  const form = h(
    "form",
    { class: "hr-letter-form", autocomplete: "off", novalidate: true },
    [name, address, number, what].map((field) => field.node),
    h(
      "div",
      { class: "hr-actions" },
      button(t("Print the letter"), "hr-button", () => printLetter()),
      button(t("Copy the letter"), "hr-button hr-secondary", () => copy(sheet, said))
    ),
    said
  );
  form.addEventListener("input", draw);
  form.addEventListener("submit", (event) => event.preventDefault());
  draw();
  sheet.hidden = false;
  return [
    h("h3", {}, t("Your letter")),
    h("p", {}, t("It fills in as you type. It is not kept and not sent. You can leave fields empty and write on the paper.")),
    form
  ];
}

function area(id, words, most, rows) {
  const field = h("textarea", { id: id, class: "hr-input", rows: rows, maxlength: most, autocomplete: "off" });
  return {
    node: h("div", { class: "hr-field" }, h("label", { for: id }, words), field),
    value: () => field.value.trim()
  };
}

/** The letter in English, which every office reads, and below it on the screen in the language of the page. */
function writeSheet(sheet, kind, values, from, now) {
  clear(sheet);
  append(sheet, [h("div", { class: "hr-letter-text", lang: "en", dir: "ltr" }, text(kind, "en", values, from, now))]);
  if (kind.letters[language()] && language() !== "en") {
    append(sheet, [
      h(
        "details",
        { class: "hr-letter-own hr-no-print" },
        h("summary", {}, t("What the letter says")),
        text(kind, language(), values, from, now)
      )
    ]);
  }
}

function text(kind, lang, values, from, now) {
  const filled = {
    name: values.name || LINE,
    address: values.address || LINE,
    case: values.case || LINE,
    what: values.what || "\n" + [LINE, LINE, LINE].map((line) => line + line).join("\n"),
    date: date(from, lang),
    today: date(now, lang),
    line: LINE
  };
  return kind.letters[lang].map((line) => h("p", {}, fill(line, filled)));
}

function printLetter() {
  const done = () => {
    document.body.classList.remove("hr-letter-print");
    removeEventListener("afterprint", done);
  };
  document.body.classList.add("hr-letter-print");
  addEventListener("afterprint", done);
  window.print();
}

function copy(sheet, said) {
  const lines = Array.from(sheet.querySelectorAll(".hr-letter-text p")).map((line) => line.textContent);
  const byHand = () => {
    const range = document.createRange();
    range.selectNodeContents(sheet.querySelector(".hr-letter-text"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    said.textContent = t("The letter is marked. Choose “copy” on your device.");
  };
  if (!navigator.clipboard) {
    byHand();
    return;
  }
  navigator.clipboard.writeText(lines.join("\n\n")).then(() => {
    said.textContent = t("Copied.");
  }, byHand);
}
