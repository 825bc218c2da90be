// Entry of the search page that runs while the page is still being read. Where words wait for an answer, what it needs is
// asked for now: the rest of the search, the head of the index, and the files of these words.

import { loadLater } from "./later.mjs";
import { soon } from "./search/load.mjs";
import { filesOf } from "./search/query.mjs";
import { waiting } from "./search/waiting.mjs";

const head = document.querySelector("link[data-head]");
const words = waiting();
if (head && words) {
  const quietly = () => {}; // who needs it asks again, and tells
  loadLater().catch(quietly);
  soon(head.href)
    .then((manifest) => filesOf(words, manifest).forEach((name) => soon(new URL(name, head.href).href)))
    .catch(quietly);
}
