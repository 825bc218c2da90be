// Entry of every page with a search box: its words travel to the search page without reaching the host.

import { afterView, loadLater } from "./later.mjs";
import { start } from "./start.mjs";
import { send, waiting } from "./search/waiting.mjs";

start("search", (form) => {
  const results = document.querySelector("[data-results]");
  if (!results) {
    sendWords(form);
    return;
  }
  form.addEventListener("submit", (event) => event.preventDefault()); // also before search-page.mjs is there
  if (waiting()) {
    results.classList.add("find-waits");
  }
  afterView().then(loadLater).catch(() => {
    results.classList.remove("find-waits");
    const lost = document.querySelector("[data-lost]");
    if (lost) lost.hidden = false;
  });
});

/**
 * The words never reach the host's log, nor the history of the browser before it is known that they are not private:
 * they travel in the tab, and only where that is blocked in the fragment.
 */
function sendWords(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const page = new URL(form.getAttribute("action"), location.href).href;
    const text = form.querySelector("input").value;
    try {
      send(text);
      location.assign(page);
    } catch (error) {
      location.assign(page + "#q=" + encodeURIComponent(text));
    }
  });
}
