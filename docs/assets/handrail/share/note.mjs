// A sender's note: the only words of a link that are ever shown, and always as theirs.

import { button, el } from "../plan/element.mjs";
import { read, write } from "../state.mjs";
import { t } from "../words.mjs";
import { cleanNote } from "./text.mjs";

/** The note that came with the plan; null where there is none. */
export function senderNote(page) {
  const words = cleanNote(page.plan.note);
  return words
    ? el(
        "section",
        { class: "share-note", "aria-labelledby": "share-note" },
        el("h2", { id: "share-note" }, t("A note from the person who sent this plan")),
        el("blockquote", null, el("p", { dir: "auto" }, words)),
        el("p", { class: "hr-hint" }, t("These are their words, not the words of this site.")),
        button(t("Remove the note"), () => write({ plan: Object.assign(read().plan, { note: "" }) }), {
          class: "hr-button hr-quiet hr-no-print",
          "data-key": "note"
        })
      )
    : null;
}
