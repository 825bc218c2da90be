// Entry of every page: leaving in a hurry, the number of services in the plan, printing, and what comes after the first
// view.

import { afterView, loadLater } from "./later.mjs";
import { makeLeave } from "./leave.mjs";
import { start, whenRead } from "./start.mjs";
import { changed, read } from "./state.mjs";

const links = [];
start("leave", (link) => {
  links.push(link);
});
whenRead(() => makeLeave(links));

function showCount() {
  const count = read().plan.services.length;
  for (const place of Array.from(document.querySelectorAll("[data-plan-count]"))) {
    place.textContent = String(count);
    place.hidden = count === 0;
  }
}
whenRead(showCount);
changed(showCount);

start("print", (button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

afterView().then(loadLater).catch((error) => console.error(error));

// Paper cannot be unfolded.
let folded = [];
addEventListener("beforeprint", () => {
  folded = Array.from(document.querySelectorAll("details:not([open])"));
  folded.forEach((details) => {
    details.open = true;
  });
});
addEventListener("afterprint", () => {
  folded.forEach((details) => {
    details.open = false;
  });
  folded = [];
});
