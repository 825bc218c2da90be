//# allFunctionsCalledOnLoad
// Entry of the search page: words and their answers.

import { didNotLoad, run } from "./find/run.mjs";
import { button, el, fillWith } from "./plan/element.mjs";
import { loadLast } from "./later.mjs";
import { json } from "./search/load.mjs";
import { freeRoom, sent } from "./search/waiting.mjs";
import { open } from "./search.mjs";
import { start } from "./start.mjs";
import { t } from "./words.mjs";

start("search", (form) => {
  if (!document.querySelector("[data-results]")) {
    return null;
  }
  const parts = new URL(form.getAttribute("data-parts"), location.href).href;
  const begin = () => open(parts, json).then((library) => run(form, library, sent()));
  const failed = (error) => {
    const results = document.querySelector("[data-results]");
    const again = button(t("Try again"), () => begin().catch(failed), { class: "hr-button hr-quiet" });
    console.warn(error);
    results.hidden = false;
    freeRoom();
    fillWith(results, didNotLoad(), el("p", null, again));
    loadLast().catch(() => {});
  };
  return begin().catch(failed);
});
