// Leave this page: blank at once, forget everything, and put another site in the place of this page in the history.

import { changed, wipe } from "./state.mjs";

const TIMES = 3; // presses of Shift
const WITHIN = 1500; // milliseconds from the first to the last press

let overlay = null;
let title = "";

/** Leave for the address of `link`. The order matters: the page is blank before anything that may take time. */
function leave(link) {
  cover();
  wipe();
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
  for (const field of Array.from(document.querySelectorAll("input[type=text], input[type=search], textarea"))) {
    field.value = "";
  }
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

/** Back shows the page again, not the overlay; a page whose answers were wiped is drawn anew, without them. */
function watchReturns() {
  addEventListener("pageshow", () => {
    if (overlay !== null) {
      uncover();
      startAgain();
    }
  });
  changed((state, why) => {
    if (why === "idle" || why === "gone") {
      startAgain();
    }
  });
}

function startAgain() {
  resetForms();
  dropFragment();
  location.reload();
}
