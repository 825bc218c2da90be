// The fields of a question: each gives its node and what was entered.

import { t } from "../words.mjs";
import { plainDigits } from "./digits.mjs";
import { clear, h } from "./dom.mjs";
import { NOT_SURE, RATHER_NOT } from "./facts.mjs";

/** The two answers that end any list of choices. Both stand alone, but "not sure" may be said of `theRest` only. */
export function unknownOptions(value, theRest) {
  return [
    { value: NOT_SURE, label: t("Not sure"), alone: !theRest, checked: value === NOT_SURE },
    { value: RATHER_NOT, label: t("Rather not say"), alone: true, checked: value === RATHER_NOT }
  ];
}

/**
 * Checkboxes or radios: options are {value, label, hint, checked, alone, reveal}. `alone` unchecks the others and starts
 * a new part of the list; `reveal` is a node that shows while the option is checked.
 */
export function choices(name, type, options) {
  const boxes = [];
  let parted = false;
  const show = () =>
    boxes.forEach((box, at) => {
      if (options[at].reveal) {
        options[at].reveal.hidden = !box.checked;
      }
    });
  const changed = (at) => {
    boxes.forEach((box, other) => {
      if (type === "checkbox" && boxes[at].checked && other !== at && (options[at].alone || options[other].alone)) {
        box.checked = false;
      }
    });
    show();
  };
  const node = h("div", { class: "hr-choices" });
  options.forEach((option, at) => {
    const id = name + "-" + at;
    const box = h("input", {
      type: type,
      name: name,
      id: id,
      value: option.value,
      "aria-describedby": option.hint ? id + "-hint" : null,
      on: { change: () => changed(at) }
    });
    box.checked = option.checked === true;
    boxes.push(box);
    if (option.alone && !parted) {
      node.appendChild(h("p", { class: "hr-or" }, t("or")));
      parted = true;
    }
    node.appendChild(
      h(
        "div",
        { class: "hr-choice" },
        box,
        h("label", { for: id }, option.label),
        option.hint ? h("p", { class: "hr-hint", id: id + "-hint" }, option.hint) : null
      )
    );
    if (option.reveal) {
      option.reveal.classList.add("hr-reveal");
      node.appendChild(option.reveal);
    }
  });
  show();
  return {
    node: node,
    first: boxes[0],
    values: () => boxes.filter((box) => box.checked).map((box) => box.value)
  };
}

/** A line of text with its label; `mode` is "numeric" or "decimal" for numbers. */
export function input(id, words, options) {
  const given = options || {};
  const field = h("input", {
    type: "text",
    id: id,
    class: given.mode ? "hr-input hr-short" : "hr-input",
    inputmode: given.mode,
    autocomplete: "off",
    maxlength: given.mode ? 14 : 60,
    "aria-describedby": given.hint ? id + "-hint" : null
  });
  field.value = given.value === undefined || given.value === null ? "" : String(given.value);
  return {
    node: h(
      "div",
      { class: "hr-field" },
      h("label", { for: id }, words),
      given.hint ? h("p", { class: "hr-hint", id: id + "-hint" }, given.hint) : null,
      given.dollars ? h("div", { class: "hr-money" }, h("span", { "aria-hidden": "true" }, "$"), field) : field
    ),
    first: field,
    value: () => (given.mode ? plainDigits(field.value) : field.value).trim()
  };
}

/** A list to choose one from: options are [value, words]. */
export function select(id, words, options, value) {
  const field = h(
    "select",
    { id: id, class: "hr-input" },
    options.map(([key, said]) => h("option", { value: key }, said))
  );
  field.value = value === undefined || value === null ? options[0][0] : String(value);
  return {
    node: h("div", { class: "hr-field" }, h("label", { for: id }, words), field),
    first: field,
    value: () => field.value
  };
}

/** Show the errors, [{field, text}], at their fields and in a summary that takes the focus. */
export function showErrors(summary, errors) {
  clear(summary);
  for (const old of Array.from(document.querySelectorAll(".hr-error"))) {
    old.remove();
  }
  for (const field of Array.from(document.querySelectorAll("[aria-invalid]"))) {
    field.removeAttribute("aria-invalid");
    field.setAttribute("aria-describedby", (field.getAttribute("aria-describedby") || "").replace(/\S+-error/, "").trim());
  }
  const list = errors.map((error) => {
    markField(error);
    const go = (event) => {
      event.preventDefault();
      error.field.focus();
    };
    return h("li", {}, h("a", { href: "#" + error.field.id, on: { click: go } }, error.text));
  });
  summary.appendChild(h("h2", {}, t("Please look at this again")));
  summary.appendChild(h("ul", {}, list));
  summary.hidden = false;
  summary.focus();
}

function markField(error) {
  const id = error.field.id + "-error";
  const around = error.field.closest(".hr-choices, .hr-field");
  const message = h("p", { class: "hr-error", id: id }, error.text);
  if (around.classList.contains("hr-choices")) {
    around.insertBefore(message, around.firstChild);
  } else {
    around.insertBefore(message, around.firstChild.nextSibling);
  }
  error.field.setAttribute("aria-invalid", "true");
  error.field.setAttribute("aria-describedby", ((error.field.getAttribute("aria-describedby") || "") + " " + id).trim());
}
