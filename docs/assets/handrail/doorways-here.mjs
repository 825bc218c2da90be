// On the page of a service: where to apply in the state that the answers name. Without answers there is the link only.

import { doorwayLine, loadDoorways } from "./doorways.mjs";
import { read } from "./state.mjs";

/** `element` names the service in data-service and the table in data-table. */
export function ownState(element) {
  const place = read().facts.place;
  if (!place || typeof place.state !== "string") {
    return;
  }
  loadDoorways(element.getAttribute("data-table")).then(() => {
    const line = doorwayLine(place.state, element.getAttribute("data-service"));
    if (line) {
      line.classList.add("hr-doorway-here");
      element.insertBefore(line, element.firstChild);
    }
  });
}
