// "Keep this plan": one button, and behind it the ways to keep it, paper first.

import { wish } from "../share/choices.mjs";
import { changed } from "../state.mjs";
import { t } from "../words.mjs";
import { button, el, fillWith } from "../plan/element.mjs";
import { asFile } from "./as-file.mjs";
import { asLink } from "./as-link.mjs";
import { bar } from "./bar.mjs";
import { saveAgain } from "./follow.mjs";
import { onDevice } from "./on-device.mjs";
import { onPaper } from "./on-paper.mjs";
import { sharedTick } from "./shared.mjs";

// Each makes the part of one way from the panel and the page; null where it cannot be offered.
const WAYS = [onPaper, onDevice, asLink, asFile];

/**
 * The panel of a plan page: {bar, show(page), section(page)}. `bar` stands above the plan; `show` makes it say what is kept; `section` gives the
 * button with what is behind it. `look()` gives the page as it is now, `planIn(code, ids)` promises its data in another language, `draw()` draws
 * the plan anew.
 */
export function keepPanel(look, planIn, draw) {
  const element = el("section", { class: "keep", "aria-label": t("Keep this plan") });
  const live = {}; // a place for words beside each way, and one at the button
  ["keep", "device", "file"].forEach((name) => {
    live[name] = el("p", { role: "status", class: "plan-said hr-no-print" });
  });
  const panel = {
    planIn: planIn,
    isOpen: false,
    isAsking: false, // "on this device" waits for a yes
    answers: false, // the answers too
    private: false, // private services too
    isLost: false, // the last change could not be kept
    live: live,
    // Draw the panel anew with the focus on `key`, and `words` for an answer at the way of that name.
    show(key, words, name) {
      Object.keys(live).forEach((other) => {
        live[other].textContent = other === name ? words : "";
      });
      fill(look());
      focusOn(key);
    },
    deleted() {
      draw();
      panel.show("keep-open", t("Deleted from this device. The plan is still in this tab."), "keep");
    }
  };
  const top = bar(look, panel, draw);

  function fill(page) {
    fillWith(
      element,
      button(t("Keep this plan"), toggle, {
        class: "hr-button hr-no-print",
        "data-key": "keep-open",
        "aria-expanded": String(panel.isOpen)
      }),
      live.keep,
      // A closed panel still prints the code of a link that was made.
      panel.isOpen || wish.made
        ? el(
            "div",
            { class: panel.isOpen ? "keep-ways" : "keep-ways keep-closed" },
            WAYS.map((way) => way(panel, page)),
            sharedTick()
          )
        : null
    );
  }

  function toggle() {
    panel.isOpen = !panel.isOpen;
    panel.isAsking = false;
    panel.show("keep-open");
  }

  function focusOn(key) {
    const target = element.querySelector('[data-key="' + key + '"]');
    if (target) {
      target.focus();
    }
  }

  changed((state, why) => {
    if (why === "write") {
      panel.isLost = !saveAgain(look());
      top.show(look());
    } else if (why === "wipe") {
      Object.assign(panel, { isOpen: false, isAsking: false, answers: false, private: false, isLost: false });
    }
  });

  return {
    bar: top.element,
    section(page) {
      fill(page);
      return element;
    },
    show: (page) => top.show(page)
  };
}
