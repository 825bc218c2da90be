// "Send or keep as a link": what goes in, and the link that is made of it.

import { el, fillWith } from "../plan/element.mjs";
import { read } from "../state.mjs";
import { n, t } from "../words.mjs";
import { leftOut, monthOf, plainLink, wish } from "./choices.mjs";
import { form } from "./form.mjs";
import { locked } from "./link.mjs";
import { MOST } from "./most.mjs";
import { SHORTEST, lock } from "./secret.mjs";
import { linkOnPaper, sendLink } from "./send.mjs";

/**
 * The panel, for a plan page or any page with a plan. `page` has `data` (the plan's data), `root` (from the page to the
 * root of the site) and `language` (where the page that opens lies: "" for English, "es/").
 */
export function sharePanel(page) {
  const { choices } = wish;
  choices.language = choices.language === null ? page.language || "" : choices.language;
  const result = el("div", { class: "share-result" });
  const details = el(
    "details",
    {
      class: "share hr-no-print",
      on: {
        toggle: (event) => {
          wish.isOpen = event.target.open;
        }
      }
    },
    el("summary", { "data-key": "share" }, t("Send or keep as a link")),
    form(page.data, choices, make),
    result
  );
  details.open = wish.isOpen;

  function make() {
    const asked = Object.assign({}, wish.choices);
    const plain = plainLink(page.data, read(), asked);
    wish.made = null;
    if (asked.passphrase && asked.passphrase.trim().length < SHORTEST) {
      say(t("A passphrase needs at least %(number)s letters. Three or four words are good.", { number: SHORTEST }));
      return;
    }
    say(asked.passphrase ? t("One moment.") : "");
    const closed = () => lock(plain, asked.passphrase).then((secret) => locked(monthOf(page.data), secret));
    Promise.resolve(asked.passphrase ? closed() : plain).then(
      (fragment) => {
        if (fragment.length > MOST) {
          say(t("This link would be too long. Put less into it, such as the services without the answers."));
          return;
        }
        wish.made = { address: addressOf(page, asked) + fragment, plain: plain, choices: asked };
        show();
        const copy = result.querySelector("[data-key='share-copy']");
        if (copy) {
          copy.focus();
        }
      },
      () => say(t("The link could not be made."))
    );
  }

  function withLess() {
    choices.answers = false;
    const box = details.querySelector("#share-plan");
    if (box) {
      box.checked = true;
    }
    make();
  }

  function say(words) {
    fillWith(result, words ? el("p", { role: "alert" }, words) : null);
    linkOnSheet(page);
  }

  function show() {
    const made = wish.made;
    if (made === null) {
      return;
    }
    if (!isOfNow(page, made)) {
      wish.made = null;
      say(t("Your plan has changed. Make the link again."));
      return;
    }
    const out = leftOut(page.data, read(), made.choices);
    fillWith(
      result,
      sendLink(made.address, Boolean(made.choices.passphrase), made.choices.answers ? withLess : null),
      out
        ? el(
            "p",
            null,
            n("%(count)s private service is left out of the link.", "%(count)s private services are left out of the link.", out)
          )
        : null
    );
    linkOnSheet(page);
  }

  show();
  return el("section", { class: "share-panel", "aria-label": t("Send or keep as a link") }, details);
}

/** Does the link that was made hold the plan as it is now? */
const isOfNow = (page, made) => made !== null && plainLink(page.data, read(), made.choices) === made.plain;

const sheet = el("div", { class: "plan-code" });

/** The QR code of the link that was made, for the printed page; empty without one, and when the plan has changed since. */
export function linkOnSheet(page) {
  fillWith(sheet, isOfNow(page, wish.made) ? linkOnPaper(wish.made.address) : null);
  return sheet;
}

/** The address of the plan page that the link opens. */
export function addressOf(page, choices) {
  return new URL(page.root + choices.language + "plan/", location.href.replace(/#.*$/, "")).href;
}
