// Start again: forgets everything, after one more tap.

import { isKept } from "../keep/device.mjs";
import { t } from "../words.mjs";
import { button, h } from "./dom.mjs";

export function forgetButton(app) {
  const live = h("span", { role: "status" });
  let sure = false;
  const act = () => {
    if (sure) {
      app.startAgain();
      return;
    }
    sure = true;
    const kept = isKept() ? t("The plan kept on this device is deleted too.") + " " : "";
    live.textContent = t("This forgets your answers and your plan.") + " " + kept;
    again.textContent = t("Yes, forget everything");
  };
  const again = button(t("Start again"), "hr-button hr-quiet", act);
  return h("p", { class: "hr-again" }, live, again);
}
