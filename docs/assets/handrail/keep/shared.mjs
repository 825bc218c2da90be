// "Other people use this computer": everything is cleared sooner, and nothing is kept on it.

import { read, write } from "../state.mjs";
import { t } from "../words.mjs";
import { el, tick } from "../plan/element.mjs";

/** The box to tick. `onChange` is called after a change. */
export function sharedTick(onChange) {
  return el(
    "div",
    { class: "hr-shared hr-no-print" },
    tick(
      "keep-shared",
      read().shared,
      (isShared) => {
        write({ shared: isShared });
        if (onChange) {
          onChange();
        }
      },
      t("Other people use this phone or computer. Clear everything after 10 minutes without a touch.")
    )
  );
}
