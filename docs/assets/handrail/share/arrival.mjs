// A plan that came with a link: opened at once in an empty tab, and only after a yes where the tab already holds something.

import { areHere, full, more } from "../plan/data.mjs";
import { button, el, fillWith } from "../plan/element.mjs";
import { changed, isEmpty, read, write } from "../state.mjs";
import { t } from "../words.mjs";
import { decode } from "./link.mjs";
import { passphraseForm } from "./passphrase.mjs";
import { onArrival } from "./read.mjs";
import { age, lines, wrong } from "./told.mjs";

/** What is to be said or asked about a link, as an element that stands above the plan. `data` is the plan's data. */
export function arrival(data) {
  const box = el("div", { class: "share-arrived hr-no-print", tabindex: "-1" });
  const look = (text) => opened(text, consider);

  /** Tells `then` what a link says, once what it names is here. */
  function opened(text, then) {
    const found = decode(text, full(data));
    const unknown = found.missing.filter((one) => one.what === "service").map((one) => one.id);
    if (areHere(data, unknown)) {
      then(found);
      return;
    }
    more(data, unknown).then(
      () => then(decode(text, full(data))),
      () => say([el("p", { role: "alert" }, t("This could not be loaded. Check the connection and open it again."))])
    );
  }

  function consider(found) {
    const problem = found.problems[0];
    if (problem === "locked") {
      askPassphrase(found.secret);
    } else if (problem) {
      say([el("p", { role: "alert" }, wrong(problem))]);
    } else if (!found.plan.services.length && !Object.keys(found.facts).length && !found.needs.length) {
      say([
        el("p", { role: "alert" }, t("There is nothing in this link that this site has. Nothing was opened.")),
        lines(found, data)
      ]);
    } else if (isEmpty()) {
      open(found);
    } else if (isHere(found)) {
      tell(found);
    } else {
      ask(found);
    }
  }

  /** Show `children`, with a button that closes them; `first` is a button before it. */
  function say(children, first, last) {
    fillWith(
      box,
      el(
        "section",
        { class: "hr-notice", "aria-label": t("About the link") },
        children,
        el("p", { class: "hr-actions" }, first, last || button(t("Close this message"), close, { class: "hr-button hr-quiet" }))
      )
    );
  }

  function close() {
    fillWith(box);
    box.focus();
  }

  function open(found) {
    write({
      facts: found.facts,
      needs: found.needs,
      plan: found.plan,
      sensitive: found.isPrivate, // then nothing of it is stored
      keep_plan: false,
      kept: null // what this device keeps is another plan
    });
    tell(found);
  }

  function tell(found) {
    const again = t("It has private parts, so it is not kept in this tab. After you load this page again, open the link again.");
    say([age(found, data), lines(found, data), found.isPrivate ? el("p", null, again) : null]);
  }

  function ask(found) {
    const words = t("A plan came with a link. This tab already holds a plan or answers.");
    const question = el("p", { tabindex: "-1" }, el("strong", null, words));
    say(
      [question, el("p", null, t("If you open the plan of the link, it takes the place of yours. They are never mixed."))],
      button(t("Open the plan of the link"), () => {
        open(found);
        box.focus();
      }),
      button(t("Keep mine"), close, { class: "hr-button hr-secondary" })
    );
    setTimeout(() => question.focus(), 0); // after it is on the page
  }

  function askPassphrase(secret) {
    const question = passphraseForm(secret, (text) => {
      opened(text, (inner) => {
        consider(inner.problems[0] === "locked" ? decode("", data) : inner); // a secret in a secret is none of ours
        box.focus();
      });
    });
    say([question.node]);
    setTimeout(() => question.focus(), 0);
  }

  // A plan that was not opened is forgotten with everything else.
  changed((state, why) => {
    if (why !== "write") {
      fillWith(box);
    }
  });
  onArrival(look);
  return box;
}

/** Does the tab hold this very plan? */
function isHere(found) {
  const state = read();
  const keys = Object.keys(found.plan);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  return (
    keys.every((key) => same(state.plan[key], found.plan[key])) &&
    same(state.facts, found.facts) &&
    same(state.needs, found.needs)
  );
}
