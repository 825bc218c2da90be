// The letter that is filled in as somebody types, to print or to copy. Nothing of it is sent.

import { append, button, clear, h } from "../check/dom.mjs";
import { input } from "../check/fields.mjs";
import { date, fill, language, t } from "../words.mjs";

const LINE = "____________________";
const LONGEST = 1500; // letters of what happened: one sheet

/** {nodes, words()}: the fields of the letter, begun with the texts of `begun`; each touch writes `sheet` anew. */
export function writing(kind, from, now, sheet, begun) {
  const name = input("letter-name", t("Your name"));
  const address = area("letter-address", t("Your address"), 200, 2);
  const number = input("letter-case", t("Case number on the letter"));
  const what = area("letter-what", t("What happened, and why you do not agree"), LONGEST, 5);
  const said = h("p", { role: "status" });
  const fields = { name: name, address: address, case: number, what: what };
  const words = () => {
    const texts = {};
    Object.keys(fields).forEach((key) => {
      texts[key] = fields[key].value();
    });
    return texts;
  };
  Object.keys(fields)
    .filter((key) => typeof begun[key] === "string")
    .forEach((key) => {
      fields[key].first.value = begun[key];
    });
  const draw = () => {
    writeSheet(sheet, kind, words(), from, now);
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
  return {
    words: words,
    nodes: [
      h("h3", {}, t("Your letter")),
      h("p", {}, t("It fills in as you type. It is not kept and not sent. You can leave fields empty and write on the paper.")),
      form
    ]
  };
}

function area(id, words, most, rows) {
  const field = h("textarea", { id: id, class: "hr-input", rows: rows, maxlength: most, autocomplete: "off" });
  return {
    node: h("div", { class: "hr-field" }, h("label", { for: id }, words), field),
    first: field,
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
