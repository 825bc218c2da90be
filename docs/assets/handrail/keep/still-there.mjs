// "Are you still there?": said two minutes before an untouched tab is wiped. It never takes the focus.

import { changed, stay, wipedAt } from "../state.mjs";
import { t } from "../words.mjs";
import { button, el } from "../plan/element.mjs";
import { isKept } from "./device.mjs";

const BEFORE = 2 * 60 * 1000; // milliseconds of warning
const NEXT = 1000; // milliseconds from one look at the clock to the next while the warning shows
const THANKS = 5000; // milliseconds for a screen reader to say what the button did

/** Watch the clock on this page. A tab that slept looks at the clock again as soon as it wakes. */
export function askStillThere() {
  const live = el("p", { "aria-live": "polite" }); // there before its words, so that they are read aloud
  const box = el("div", null, live);
  let isAsking = false;
  let before = null; // what had the focus before the button took it
  let timer = 0;

  const here = button(t("I am still here"), () => {
    stay();
    hide(t("Thank you. Nothing is cleared now."));
    if (before && before.focus && document.contains(before)) {
      before.focus();
    }
  });
  here.addEventListener("focus", (event) => {
    before = event.relatedTarget;
  });

  function show() {
    isAsking = true;
    box.className = "hr-notice hr-idle hr-no-print";
    box.appendChild(here);
    live.textContent = [
      t("Are you still there? In 2 minutes this page clears your answers and your plan, so that nobody else reads them."),
      isKept() ? t("The plan that is kept on this device stays.") : ""
    ]
      .join(" ")
      .trim();
  }

  function hide(words) {
    isAsking = false;
    box.className = "hr-away hr-no-print";
    if (here.parentNode) {
      box.removeChild(here);
    }
    live.textContent = words;
    if (words) {
      setTimeout(() => isAsking || hide(""), THANKS);
    }
    look();
  }

  function look() {
    clearTimeout(timer);
    const end = wipedAt();
    const left = end === null ? Infinity : end - Date.now();
    if (left <= BEFORE && !isAsking) {
      show();
    } else if (left > BEFORE && isAsking) {
      hide("");
      return;
    }
    if (end !== null) {
      timer = setTimeout(look, isAsking ? NEXT : left - BEFORE);
    }
  }

  document.body.appendChild(box);
  hide("");
  changed(look);
  document.addEventListener("visibilitychange", look);
}
