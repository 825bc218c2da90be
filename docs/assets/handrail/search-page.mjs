// Entry of the search page: words and their answers.

import { didNotLoad, run } from "./find/run.mjs";
import { fillWith } from "./plan/element.mjs";
import { loadLast } from "./later.mjs";
import { sent } from "./search-box.mjs";
import { json } from "./search/load.mjs";
import { open } from "./search.mjs";
import { start } from "./start.mjs";

start("search", (form) => {
  if (!document.querySelector("[data-results]")) {
    return null;
  }
  const parts = new URL(form.getAttribute("data-parts"), location.href).href;
  return open(parts, json)
    .then((library) => run(form, library, sent()))
    .catch((error) => {
      const results = document.querySelector("[data-results]");
      results.hidden = false;
      results.classList.remove("find-waits");
      fillWith(results, didNotLoad());
      loadLast().catch(() => {});
      throw error;
    });
});
