// The fragment of the address: read once, as the page loads, and taken out of the address at once.

import { MOST } from "./most.mjs";

const ANCHOR = /^#[a-z][a-z0-9-]*$/; // a place on the page
let arrived = take();

/** The fragment, which is then no more in the address; null where it is only a place on the page. */
function take() {
  const text = location.hash;
  if (text.length < 2 || (ANCHOR.test(text) && !/^#p\d*$/.test(text))) {
    return null;
  }
  try {
    history.replaceState(history.state, "", location.pathname + location.search);
  } catch (error) {
    // A page from a file may have to keep its address.
  }
  return text.slice(0, MOST + 2);
}

/** Did the page come with a link that nobody has looked at? */
export const hasArrived = () => arrived !== null;

/** Put a link that nobody could look at back into the address, so that loading the page again can. */
export function giveBack() {
  if (arrived !== null) {
    history.replaceState(history.state, "", arrived);
    arrived = null;
  }
}

let look = null;

function hand() {
  const text = arrived;
  if (look !== null && text !== null) {
    arrived = null;
    look(text);
  }
}

addEventListener("hashchange", () => {
  arrived = take();
  hand();
});

/** Call `act(fragment)` for the link that came with the page, and for each that is put into its address later. */
export function onArrival(act) {
  look = act;
  hand();
}
