// Entry of /letter/: the last days of a notice, what to check, who helps, and a letter to print. Nothing is sent, and
// nothing stored beyond a change of the language.

import { append, clear, h } from "./check/dom.mjs";
import { select, showErrors } from "./check/fields.mjs";
import { noticeDay } from "./letter-dates.mjs";
import { carried, carry } from "./letter/carried.mjs";
import { clearErrors, dayFields, wrongDay } from "./letter/day.mjs";
import { checks, days, helpers } from "./letter/found.mjs";
import { writing } from "./letter/writing.mjs";
import { afterView } from "./later.mjs";
import { otherLanguages } from "./other-languages.mjs";
import { start } from "./start.mjs";
import { changed } from "./state.mjs";
import { today } from "./today.mjs";
import { t } from "./words.mjs";

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

  let written = null; // the fields of the letter, once the last days are found

  const forget = () => {
    written = null;
    clear(found);
    clear(sheet);
    sheet.hidden = true;
    document.body.classList.remove("hr-letter-print");
  };

  const nameTheDay = () => {
    const kind = chosen();
    day.name(kind ? kind.dated : t("The date on the notice"));
  };

  kindField.first.addEventListener("change", () => {
    nameTheDay();
    forget();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show({});
  });

  /** The last days and the letter, begun with `words`. */
  function show(words) {
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
    written = writing(kind, typed.day, now, sheet, words);
    append(found, [
      heading,
      days(kind, typed.day, now),
      checks(kind),
      helpers(kind, place.getAttribute("data-root")),
      written.nodes
    ]);
    heading.focus();
  }
  changed((state, why) => {
    if (why !== "write") {
      forget();
      form.reset();
    }
  });
  sheet.hidden = true;
  append(place, [form, found, sheet]);
  otherLanguages(() =>
    carry(Object.assign({ kind: kindField.value(), isFound: written !== null, words: written ? written.words() : {} }, day.value()))
  );

  const came = carried(location.hash);
  if (came) {
    kindField.first.value = data.kinds.some((kind) => kind.id === came.kind) ? came.kind : "";
    day.put(came);
  }
  nameTheDay();
  if (came && came.isFound) {
    show(came.words);
  }
}
