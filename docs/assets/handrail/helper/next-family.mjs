// Next family: everything of this family is forgotten, and the page shows that it is empty.

import { wipe } from "../state.mjs";

/** Forget memory, storages, fragment and typed fields. What was printed, copied or downloaded is beyond a page's reach. */
export function forgetFamily() {
  wipe();
  for (const field of Array.from(document.querySelectorAll("input, textarea, select"))) {
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = false;
    } else {
      field.value = "";
    }
  }
  try {
    history.replaceState(null, "", location.pathname);
  } catch (error) {
    // A page from a file has no address to clean.
  }
}
