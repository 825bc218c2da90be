// Entry of /check/ for its first view: what the person needs. Everything else comes after it, see check.mjs.

import { didNotLoad, load, needsOfLink, stepOfLink } from "./check/load.mjs";
import { showNeeds } from "./check/needs.mjs";
import { open } from "./check/opening.mjs";
import { loadLater } from "./later.mjs";
import { start } from "./start.mjs";
import { changed, read } from "./state.mjs";
import { t } from "./words.mjs";

start("questionnaire", (element) => {
  const isBack = history.state && history.state.handrail && history.state.handrail.step !== "needs";
  if (isBack || stepOfLink(location.hash)) {
    return loadLater(); // the tab comes back to a later step, or from another language
  }
  const url = element.getAttribute("data-needs") || element.getAttribute("data-questions");
  const link = needsOfLink(location.hash);
  const go = open();
  return load(url).then(
    (texts) => {
      const known = texts.needs.map((need) => need.id);
      const asked = link.concat(ticked(element));
      drawNeeds(element, texts, known.filter((id) => asked.indexOf(id) !== -1), go);
    },
    (error) => didNotLoad(element, error)
  );
});

/** Needs ticked on the paper form while this script was on its way. */
function ticked(element) {
  return Array.from(element.querySelectorAll("[data-need]:checked")).map((box) => box.getAttribute("data-need"));
}

function drawNeeds(element, texts, chosen, go) {
  let isLeft = false; // is the first view answered?
  const leave = (step) => {
    isLeft = true;
    element.querySelector("[type=submit]").textContent = t("One moment.");
    loadLater().then(() => go(step), (error) => didNotLoad(element, error));
  };
  const app = {
    element: element,
    texts: texts,
    chosen: chosen,
    facts: () => read().facts,
    needs: () => read().needs,
    isSensitive: () => read().sensitive,
    canGoBack: () => false,
    isChange: () => false,
    next: () => leave(null),
    go: leave
  };
  showNeeds(app);
  element.classList.add("hr-drawn");
  changed((state, why) => {
    if (why === "return" && !isLeft) {
      showNeeds(app);
    }
  });
}
