// A way to keep the plan: on this device, after a warning and a plain yes.

import { read, write } from "../state.mjs";
import { t } from "../words.mjs";
import { button, el, tick } from "../plan/element.mjs";
import { drop, isKept, keep, mine, newMark } from "./device.mjs";
import { recordOf } from "./follow.mjs";
import { privateOf } from "./private.mjs";

export function onDevice(panel, page) {
  return el(
    "section",
    { class: "hr-no-print" },
    el("h3", { tabindex: "-1", "data-key": "keep-device" }, t("On this device")),
    el("p", { class: "hr-hint" }, t("Your plan is here again when you come back to this page with the same browser.")),
    read().shared ? shared() : mine(read()) ? keptHere(panel) : panel.isAsking ? ask(panel, page) : offer(panel),
    panel.live.device
  );
}

const shared = () => el("p", null, t("Other people use this device. So we do not keep your plan on it. Print it instead."));

function offer(panel) {
  return button(
    t("Keep it on this device"),
    () => {
      panel.isAsking = true;
      panel.show("keep-device");
    },
    { class: "hr-button hr-secondary", "data-key": "keep-offer" }
  );
}

function ask(panel, page) {
  const state = read();
  const hasAnswers = Object.keys(state.facts).length > 0;
  return el(
    "div",
    { class: "hr-notice", role: "group", "aria-labelledby": "keep-warning" },
    el(
      "p",
      { id: "keep-warning" },
      el("strong", null, t("Do other people use this phone or computer? Then do not keep it here.")),
      " ",
      t("Anyone who opens this page with this browser can read your plan.")
    ),
    el("p", null, t("It stays until you delete it. \u201cLeave this page\u201d and \u201cStart again\u201d delete it too.")),
    isKept() ? el("p", null, t("Another plan is kept on this device. This one takes its place.")) : null,
    hasAnswers && !state.sensitive
      ? tick("keep-answers", panel.answers, (isTicked) => (panel.answers = isTicked), t("Keep my answers too"), " ", [
          el("span", { class: "hr-hint" }, t("(not what you said about citizenship)"))
        ])
      : null,
    hasAnswers && state.sensitive ? el("p", null, t("Your answers are private this time. They are not kept.")) : null,
    privateTick(panel, page, t("Keep the private services too")),
    el(
      "p",
      { class: "hr-actions" },
      button(t("Yes, keep it on this device"), () => yes(panel, page), { "data-key": "keep-yes" }),
      button(t("No"), () => no(panel), { class: "hr-button hr-quiet", "data-key": "keep-no" })
    )
  );
}

/** The choice to take private services along; null where the plan has none. */
export function privateTick(panel, page, words) {
  return privateOf(page.plan, page.data).length
    ? tick("keep-private", panel.private, (isTicked) => (panel.private = isTicked), words)
    : null;
}

function yes(panel, page) {
  const record = recordOf(page, { mark: newMark(), private: panel.private, answers: panel.answers });
  panel.isAsking = false;
  if (!record.plan.services.length) {
    panel.show("keep-device", t("Nothing was kept: all services of your plan are private. Tick them to keep them."), "device");
  } else if (keep(record)) {
    write({ kept: record.mark });
    panel.show("keep-device", t("Kept on this device."), "device");
  } else {
    panel.show(
      "keep-device",
      t("This browser does not let us keep it, or it has no room left. Nothing was kept. Print your plan instead."),
      "device"
    );
  }
}

function no(panel) {
  panel.isAsking = false;
  panel.show("keep-offer");
}

function keptHere(panel) {
  return [
    el("p", null, t("This plan is kept on this device. What you change is kept too.")),
    button(
      t("Delete it from this device"),
      () => {
        drop();
        write({ kept: null });
        panel.deleted();
      },
      { class: "hr-button hr-secondary", "data-key": "keep-drop" }
    )
  ];
}
