// The words that wait for an answer as the search page opens: in its address, or on their way from another page.

import { readFragment } from "../find/fragment.mjs";

const ON_THE_WAY = "handrail:asked"; // in the tab's storage
const WAITS = "find-waits"; // a class of the page

/** Sends the words of another page's search box. Throws where the tab's storage is blocked. */
export function send(text) {
  sessionStorage.setItem(ON_THE_WAY, text);
}

/** The words that another page sent, once. */
export function sent() {
  const text = onTheWay();
  try {
    sessionStorage.removeItem(ON_THE_WAY);
  } catch (error) {
    // Blocked: there is nothing in it.
  }
  return text;
}

/** The words that wait, and stay where they are. The address goes first: to open the tab's storage takes time. */
export const waiting = () => readFragment(location.hash).words || onTheWay();

/** The room of the answers stays free until they are there, so that nothing moves under a finger. */
export const holdRoom = () => document.documentElement.classList.add(WAITS);
export const freeRoom = () => document.documentElement.classList.remove(WAITS);

function onTheWay() {
  try {
    return sessionStorage.getItem(ON_THE_WAY);
  } catch (error) {
    return null;
  }
}
