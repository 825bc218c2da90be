// Entry of pages with services: "Add to my plan", and where to apply in the reader's own state.

import { ownState } from "./doorways-here.mjs";
import { planButton } from "./plan/add.mjs";
import { start } from "./start.mjs";

start("plan-add", (button) => {
  planButton(button, button.getAttribute("data-plan-url") || new URL("../../plan/", location.href).href);
});

start("doorways", ownState);
