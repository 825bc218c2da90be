// What goes into a link, asked of the person who makes it. What is typed here goes nowhere before "Make the link".

import { choice, el } from "../plan/element.mjs";
import { read } from "../state.mjs";
import { t } from "../words.mjs";
import { canHold } from "./choices.mjs";
import { canLock } from "./secret.mjs";

const NOTE = 200; // letters
const PASSPHRASE = 200; // letters

/** The form; it writes into `choices` and calls `make()`. */
export function form(data, choices, make) {
  const can = canHold(data, read());
  const put = (key, value) => {
    choices[key] = value;
  };
  const send = (event) => {
    event.preventDefault();
    make();
  };
  return el(
    "form",
    { class: "share-form", autocomplete: "off", on: { submit: send } },
    el("p", null, t("A link holds the plan itself. We do not get it. Everyone who has the link can open it. It cannot be taken back.")),
    can.answers
      ? what(choices, put)
      : el("p", null, t("It holds the services, the steps and the days. Not your goals, your team or your calls.")),
    can.private
      ? el(
          "div",
          { class: "hr-choices" },
          option("share-private", "checkbox", t("Private parts too"), choices.private, (isOn) => put("private", isOn), [
            t("Such as help for safety. With answers also citizenship, danger and fear. Think of who may see the link.")
          ])
        )
      : null,
    can.days
      ? el(
          "div",
          { class: "hr-choices" },
          option("share-days", "checkbox", t("The days from my letters and cards too"), choices.days, (isOn) => put("days", isOn), [
            t("Such as the day of an interview, the last day to appeal, or when a paper runs out.")
          ])
        )
      : null,
    language(choices, put),
    field("share-note-text", t("A short note from you (you can leave this out)"), t("It is shown as your words. Leave out names."), {
      type: "text",
      maxlength: NOTE,
      value: choices.note,
      on: { input: (event) => put("note", event.target.value) }
    }),
    field(
      "share-old",
      t("Mark it as old after this day (you can leave this out)"),
      t("A link cannot be made to end. After this day it still opens, and says that it is old."),
      { type: "date", value: choices.oldAfter, on: { change: (event) => put("oldAfter", event.target.value) } }
    ),
    canLock()
      ? field(
          "share-passphrase",
          t("Passphrase (you can leave this out)"),
          t("Then the link opens only with it. Nobody can bring it back, so write it down."),
          {
            type: "text",
            maxlength: PASSPHRASE,
            autocapitalize: "none",
            spellcheck: "false",
            value: choices.passphrase,
            on: { input: (event) => put("passphrase", event.target.value) }
          }
        )
      : el("p", { class: "hr-hint" }, t("A link with a passphrase can be made only on an address that begins with https.")),
    el("p", null, el("button", { type: "submit", class: "hr-button", "data-key": "share-make" }, t("Make the link")))
  );
}

function what(choices, put) {
  return el(
    "fieldset",
    null,
    el("legend", null, t("What goes into the link?")),
    el(
      "div",
      { class: "hr-choices" },
      option("share-plan", "radio", t("The services, steps and days"), !choices.answers, () => put("answers", false)),
      option("share-answers", "radio", t("These, and the answers about my home"), choices.answers, () => put("answers", true), [
        t("Such as ages, money and health. Not your goals, your team or your calls.")
      ])
    )
  );
}

function option(id, type, words, isOn, onChange, hints) {
  const box = el("input", {
    type: type,
    name: "share-what",
    id: id,
    "data-key": id,
    "aria-describedby": hints ? id + "-hint" : null,
    on: { change: (event) => onChange(event.target.checked) }
  });
  box.checked = isOn;
  const hint = hints ? el("p", { class: "hr-hint", id: id + "-hint" }, hints) : null;
  return el("div", { class: "hr-choice" }, box, el("label", { for: id }, words), hint);
}

function field(id, words, hint, attributes) {
  const around = { id: id, class: "hr-input", autocomplete: "off", "aria-describedby": id + "-hint", "data-key": id };
  return el(
    "div",
    { class: "hr-field" },
    el("label", { for: id }, words),
    el("p", { class: "hr-hint", id: id + "-hint" }, hint),
    el("input", Object.assign(around, attributes))
  );
}

/** The language of the page that opens; null where the site has one only. */
function language(choices, put) {
  const own = document.documentElement.lang;
  const codes = Array.from(document.querySelectorAll(".hr-language a[lang]"), (link) => link.getAttribute("lang"));
  const all = codes.indexOf(own) === -1 ? [own].concat(codes) : codes;
  const options = all.map((code) => [code === "en" ? "" : code + "/", nameOf(code)]);
  return options.length > 1
    ? el(
        "div",
        { class: "hr-field" },
        el("label", { for: "share-language" }, t("Language of the page that opens")),
        choice(options, choices.language, (base) => put("language", base), {
          id: "share-language",
          class: "hr-input",
          "data-key": "share-language"
        })
      )
    : null;
}

/** As the language calls itself; the header has the names of the others. */
function nameOf(code) {
  const link = document.querySelector(".hr-language a[lang='" + code + "']");
  return link ? link.textContent : t("The language of this page");
}
