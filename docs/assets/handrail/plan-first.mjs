// Entry of /plan/ for its first view: an empty plan says at once how to begin; any other waits for plan-page.mjs.

import { loadLater } from "./later.mjs";
import { fillWith } from "./plan/element.mjs";
import { empty } from "./plan/empty.mjs";
import { hasArrived } from "./share/read.mjs";
import { start } from "./start.mjs";
import { read } from "./state.mjs";

start("plan", (place) => {
  if (read().plan.services.length || hasArrived()) {
    return loadLater();
  }
  place.classList.add("hr-drawn");
  fillWith(place, empty({ stuck: [] })); // whom to call stands below it in any case
  return null;
});
