// A way to keep the plan: as one file, which opens without the internet.

import { language, t } from "../words.mjs";
import { button, el } from "../plan/element.mjs";
import { canDownload } from "./download.mjs";
import { privateTick } from "./on-device.mjs";
import { saveFile } from "./save-file.mjs";

export function asFile(panel, page) {
  return el(
    "section",
    { class: "hr-no-print" },
    el("h3", { tabindex: "-1", "data-key": "keep-file" }, t("As a file")),
    el("p", { class: "hr-hint" }, t("One page that opens without the internet: from the files of a phone, or from a USB stick.")),
    language() === "en" ? null : el("p", { class: "hr-hint" }, t("Each line is there in this language and in English.")),
    canDownload()
      ? [
          el("p", { class: "hr-hint" }, t("The file has no password. Who has the file can read it.")),
          privateTick(panel, page, t("Put the private services in the file too")),
          button(t("Save as a file"), () => save(panel, page), { class: "hr-button hr-secondary", "data-key": "keep-save" })
        ]
      : el("p", null, t("This browser cannot save a file. Print your plan instead.")),
    panel.live.file
  );
}

function save(panel, page) {
  const say = (words) => panel.show("keep-save", words, "file");
  say(t("Making the file\u2026"));
  return saveFile(page, panel).then(
    (name) => say(t("Look for %(name)s in your downloads. No file there? Print your plan instead.", { name: name })),
    (error) => {
      console.error(error);
      say(t("The file could not be made. Check the connection and try again, or print your plan."));
    }
  );
}
