// Leave this page: blank at once, forget everything, and put another site in the place of this page in the history.

import { changed, read, wipe } from "./state.mjs";

const TIMES = 3; // presses of Shift
const WITHIN = 1500; // milliseconds from the first to the last press

const MARKS = "handrail:"; // small notes of this tab besides the state
const TYPED = MARKS + "typed"; // a page behind this one has typed words; says nothing of them

let overlay = null;
let title = "";

/** Leave for the address of `link`. The order matters: the page is blank before anything that may take time. */
function leave(link) {
  cover();
  wipe();
  dropMarks();
  resetForms();
  dropFragment();
  location.replace(link.href);
}

function dropFragment() {
  try {
    history.replaceState(null, "", location.pathname);
  } catch (error) {
    // A page from a file has no address to clean.
  }
}

function cover() {
  if (overlay !== null) {
    return;
  }
  overlay = document.createElement("div");
  overlay.id = "left";
  overlay.setAttribute("role", "presentation");
  Object.assign(overlay.style, {
    position: "fixed",
    top: "0",
    left: "0",
    width: "100%",
    height: "100%",
    background: "#fff",
    zIndex: "2147483647"
  });
  title = document.title;
  document.title = "\u200b";
  document.body.setAttribute("aria-busy", "true");
  document.body.appendChild(overlay);
}

function uncover() {
  if (overlay !== null) {
    overlay.remove();
    overlay = null;
    document.title = title;
    document.body.removeAttribute("aria-busy");
  }
}

function resetForms() {
  for (const form of Array.from(document.forms)) {
    form.reset();
  }
  for (const field of fields()) {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = false;
    } else if (field.tagName === "SELECT") {
      field.selectedIndex = 0;
    } else {
      field.value = "";
    }
  }
}

const NO_WORDS = ["button", "submit", "reset", "hidden", "image"];
const fields = () =>
  Array.from(document.querySelectorAll("input, select, textarea")).filter((field) => NO_WORDS.indexOf(field.type) === -1);

/** Does a field hold something that the page did not come with? */
function isTyped(field) {
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked !== field.defaultChecked;
  }
  return field.tagName === "SELECT" ? field.selectedIndex > 0 : field.value !== field.defaultValue;
}

const TYPING = "textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox]):not([type=button])";

/** Shift pressed and let go three times, with no other key between and not while a field is being typed in. */
function onThreeShifts(act) {
  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = [];
    }
  });
  addEventListener("keyup", (event) => {
    const target = event.target;
    if (event.key !== "Shift" || (target && target.closest && target.closest(TYPING))) {
      presses = [];
      return;
    }
    const now = event.timeStamp;
    presses = presses.filter((at) => now - at <= WITHIN).concat(now);
    if (presses.length >= TIMES) {
      presses = [];
      act();
    }
  });
}

/** Make each link of `links` leave; the keyboard uses the address of the first. */
export function makeLeave(links) {
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave(link);
    });
  }
  if (links.length) {
    onThreeShifts(() => leave(links[0]));
  }
  watchReturns();
}

/**
 * Back shows the page again, not the overlay; a page whose answers were wiped is drawn anew, without them.
 *
 * What is typed in fields may be known to no state. So a page with typed words leaves a mark behind as it goes, which
 * leaving takes away: when Back finds the mark gone, the words go too. Where answers are private there is no mark.
 */
function watchReturns() {
  let isPrivate = read().sensitive;
  addEventListener("pagehide", () => {
    if (overlay === null && !isPrivate && fields().some(isTyped)) {
      setMark();
    }
  });
  addEventListener("pageshow", (event) => {
    const isBack = event.persisted || cameBack();
    if (overlay !== null) {
      uncover();
      startAgain();
    } else if (isBack && fields().some(isTyped) && !hasMark()) {
      resetForms();
      if (event.persisted) {
        startAgain();
      }
    }
  });
  changed((state, why) => {
    isPrivate = state.sensitive;
    if (why !== "write" && why !== "return") {
      dropMarks();
    }
    if (why === "idle" || why === "gone") {
      startAgain();
    }
  });
}

function cameBack() {
  const entry = performance.getEntriesByType ? performance.getEntriesByType("navigation")[0] : null;
  return entry ? entry.type === "back_forward" : false;
}

function setMark() {
  try {
    sessionStorage.setItem(TYPED, "1");
  } catch (error) {
    // Blocked: Back shows empty fields.
  }
}

function hasMark() {
  try {
    return sessionStorage.getItem(TYPED) !== null;
  } catch (error) {
    return false;
  }
}

function dropMarks() {
  try {
    for (const key of Object.keys(sessionStorage).filter((key) => key.indexOf(MARKS) === 0)) {
      sessionStorage.removeItem(key);
    }
  } catch (error) {
    // Blocked: there is none.
  }
}

function startAgain() {
  resetForms();
  dropFragment();
  location.reload();
}
