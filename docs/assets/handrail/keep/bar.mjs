// What is kept on this device, above the plan as long as it is kept: to open, and to delete with one tap.

import { read, write } from "../state.mjs";
import { t } from "../words.mjs";
import { button, day, el, fillWith } from "../plan/element.mjs";
import { drop, isKept, kept, mine } from "./device.mjs";
import { openKept } from "./follow.mjs";
import { privateOf } from "./private.mjs";

/** {element, show(page)}; it is drawn anew only when it says something else, so that it keeps the focus. */
export function bar(look, panel, draw) {
  const element = el("div", { class: "keep-bar hr-no-print" });
  let said = null;

  function show(page) {
    const now = saying(page);
    if (JSON.stringify(now) !== said) {
      said = JSON.stringify(now);
      fillWith(element, now === null ? null : notice(now));
    }
  }

  /** What is to be said, as values; null where nothing is kept. */
  function saying(page) {
    if (!isKept()) {
      return null;
    }
    const record = kept();
    return {
      isOpen: mine(read()) !== null,
      isReadable: record !== null,
      day: record && record.day,
      isOther: page.plan.services.length > 0,
      isShort: record !== null && !record.private && privateOf(page.plan, page.data).length > 0,
      isLost: panel.isLost
    };
  }

  function notice(now) {
    return el(
      "div",
      { class: "hr-notice" },
      el("p", { tabindex: "-1", "data-key": "keep-said" }, now.isOpen ? opened(now) : waiting(now)),
      el(
        "p",
        { class: "hr-actions" },
        now.isReadable && !now.isOpen ? button(t("Open it"), open, { "data-key": "keep-open-it" }) : null,
        button(now.isOpen ? t("Delete it from this device") : t("Delete it"), remove, {
          class: "hr-button hr-secondary",
          "data-key": "keep-delete-it"
        })
      )
    );
  }

  function opened(now) {
    return [
      el("strong", null, t("This plan is kept on this device.")),
      now.isShort ? [" ", t("Without the private services.")] : null,
      now.isLost ? [" ", t("Your last change could not be kept.")] : null
    ];
  }

  function waiting(now) {
    if (!now.isReadable) {
      return t("A plan is kept on this device, but it cannot be read any more.");
    }
    return [
      el("strong", null, t("A plan is kept on this device.")),
      now.day ? [" ", t("From:"), " ", day(now.day), "."] : null,
      now.isOther ? [" ", t("If you open it, it takes the place of the plan below.")] : null
    ];
  }

  function open() {
    const record = kept();
    if (record !== null) {
      openKept(record);
      element.querySelector('[data-key="keep-said"]').focus();
    } else {
      draw();
    }
  }

  function remove() {
    const wasOpen = mine(read()) !== null;
    drop();
    write({ kept: null });
    if (wasOpen) {
      panel.deleted();
    }
  }

  // Another tab kept or deleted one.
  addEventListener("storage", () => show(look()));
  return { element: element, show: show };
}
