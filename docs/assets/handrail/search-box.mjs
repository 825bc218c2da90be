// Entry of every page with a search box: its words travel to the search page without reaching the host.

import { start } from "./start.mjs";
import { send } from "./search/waiting.mjs";

start("search", (form) => {
  if (document.querySelector("[data-results]")) {
    form.addEventListener("submit", (event) => event.preventDefault()); // also before search-page.mjs is there
  } else {
    sendWords(form);
  }
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
