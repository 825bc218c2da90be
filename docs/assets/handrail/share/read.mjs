// The plan that came with the address: taken out of the address once, opened at once in an empty tab, and only after a
// yes where the tab already holds something.

import { button, el, fillWith } from "../plan/element.mjs";
import { isEmpty, read, write } from "../state.mjs";
import { today } from "../today.mjs";
import { date, month, n, t } from "../words.mjs";
import { monthOf } from "./choices.mjs";
import { MOST, decode } from "./link.mjs";
import { canLock, unlock } from "./secret.mjs";

const ANCHOR = /^#[a-z][a-z0-9-]*$/; // a place on the page
let arrived = take();

/** The fragment, which is then no more in the address; null where it is only a place on the page. */
function take() {
  const text = location.hash;
  if (text.length < 2 || (ANCHOR.test(text) && !/^#p\d*$/.test(text))) {
    return null;
  }
  try {
    history.replaceState(history.state, "", location.pathname + location.search);
  } catch (error) {
    // A page from a file may have to keep its address.
  }
  return text.slice(0, MOST + 2);
}

/** Put a link that could not be looked at back into the address, so that loading the page again can. */
export function giveBack() {
  if (arrived !== null) {
    history.replaceState(history.state, "", arrived);
    arrived = null;
  }
}

/** What is to be said or asked about a link, as an element that stands above the plan. `data` is the plan's data. */
export function arrival(data) {
  const box = el("div", { class: "share-arrived hr-no-print" });

  function look() {
    const text = arrived;
    arrived = null;
    if (text !== null) {
      consider(decode(text, data));
    }
  }

  function consider(found) {
    const problem = found.problems[0];
    if (problem === "locked") {
      askPassphrase(found.secret);
    } else if (problem) {
      say([el("p", { role: "alert" }, wrong(problem))]);
    } else if (!found.plan.services.length && !Object.keys(found.facts).length && !found.needs.length) {
      say([el("p", { role: "alert" }, t("There is nothing in this link that this site has. Nothing was opened.")), lines(found, data)]);
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
    const isOld = found.oldAfter !== null && found.oldAfter < today();
    const isOtherYear = found.made.slice(0, 4) !== monthOf(data).slice(0, 4);
    say([
      isOld
        ? el("p", { role: "alert" }, el("strong", null, t("This link is old: it was marked as good until %(date)s.", { date: date(found.oldAfter) })), " ", t("Ask who sent it for a new one."))
        : null,
      el("p", { role: "status" }, t("This plan came with a link. It was made with what we knew in %(month)s.", { month: month(found.made + "-01") })),
      isOtherYear ? el("p", null, t("Steps, papers and limits may be other ones now. You see those of today.")) : null,
      lines(found, data),
      found.isPrivate
        ? el("p", null, t("This plan has private parts, so it is not kept in this tab. If you load this page again, open the link again."))
        : null
    ]);
  }

  function ask(found) {
    const question = el("p", { tabindex: "-1" }, el("strong", null, t("A plan came with a link. This tab already holds a plan or answers.")));
    say(
      [question, el("p", null, t("If you open the plan of the link, it takes the place of yours. They are never mixed."))],
      button(t("Open the plan of the link"), () => open(found)),
      button(t("Keep mine"), close, { class: "hr-button hr-secondary" })
    );
    setTimeout(() => question.focus(), 0); // after it is on the page
  }

  function askPassphrase(secret) {
    if (!canLock()) {
      say([el("p", { role: "alert" }, t("This link needs a passphrase. This browser can open it only on an address that begins with https."))]);
      return;
    }
    const field = el("input", {
      type: "text",
      id: "share-open",
      class: "hr-input",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      maxlength: 200
    });
    const answer = el("p", { role: "alert", class: "hr-error" });
    const go = el("button", { type: "submit", class: "hr-button" }, t("Open"));
    const form = el(
      "form",
      { class: "hr-field", autocomplete: "off" },
      el("label", { for: "share-open" }, t("This link needs a passphrase. The person who sent it knows it.")),
      field,
      answer,
      go
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go.disabled = true;
      answer.textContent = t("One moment.");
      unlock(secret, field.value).then(
        (text) => {
          const found = decode(text, data);
          field.value = "";
          consider(found.problems[0] === "locked" ? decode("", data) : found);
        },
        () => {
          go.disabled = false;
          answer.textContent = t("That is not the passphrase, or the link is damaged.");
          field.focus();
        }
      );
    });
    say([form]);
    setTimeout(() => field.focus(), 0);
  }

  addEventListener("hashchange", () => {
    arrived = take();
    look();
  });
  look();
  return box;
}

function wrong(problem) {
  switch (problem) {
    case "long":
      return t("This link is too long to be one of ours. Nothing was opened.");
    case "version":
      return t("This link was made by another version of this site. It cannot be read here, and nothing was opened. Ask who sent it for a new one.");
    default:
      return t("This link is damaged: a part is missing or was changed. Nothing was opened. Ask who sent it to send it again.");
  }
}

/** What a link names that is not here any more, or is something else now. */
function lines(found, data) {
  const idsOf = (what) => found.missing.filter((one) => one.what === what).map((one) => one.id);
  const [services, needs] = [idsOf("service").length, idsOf("need").length];
  const name = (id) => ({ name: data.services[id].name });
  return [
    services
      ? n(
          "%(count)s service of this link is not on this site any more.",
          "%(count)s services of this link are not on this site any more.",
          services
        )
      : null,
    needs
      ? n("%(count)s need of this link is not on this site any more.", "%(count)s needs of this link are not on this site any more.", needs)
      : null
  ]
    .concat(
      idsOf("changed").map((id) =>
        t("The steps of %(name)s are other ones now. What the link says about its steps is left out.", name(id))
      ),
      idsOf("step").map((id) => t("%(name)s has fewer steps now. What the link says about the others is left out.", name(id)))
    )
    .filter((line) => line !== null)
    .map((line) => el("p", null, line));
}

/** Does the tab hold this very plan? */
function isHere(found) {
  const state = read();
  const keys = Object.keys(found.plan);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  return (
    keys.every((key) => same(state.plan[key], found.plan[key])) && same(state.facts, found.facts) && same(state.needs, found.needs)
  );
}
