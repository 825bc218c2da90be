//# allFunctionsCalledOnLoad
// Entry of the search page that runs while the page is still being read. Where words wait for an answer, what it needs is
// asked for now: the rest of the search, the head of the index, and the files of these words.

import { afterView, loadLater } from "./later.mjs";
import { soon } from "./search/load.mjs";
import { filesOf } from "./search/query.mjs";
import { freeRoom, holdRoom, waiting } from "./search/waiting.mjs";
import { whenRead } from "./start.mjs";

whenRead(() => {
  const lost = document.querySelector("[data-lost]");
  lost.hidden = true;
  lost.classList.remove("find-late");
});
const head = document.querySelector("link[data-head]");
const words = waiting();
if (words) {
  holdRoom();
}
(words ? loadLater() : afterView().then(loadLater)).catch(() => whenRead(tellLost));
if (head && words) {
  soon(head.href)
    .then((manifest) => filesOf(words, manifest).forEach((name) => soon(new URL(name, head.href).href)))
    .catch(() => {}); // who needs it asks again, and tells
}

/** The search did not come: the page says so, and what it has without it is near. */
function tellLost() {
  freeRoom();
  document.querySelector("[data-lost]").hidden = false;
}
