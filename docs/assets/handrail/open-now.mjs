// "Open now, until 5 PM" beside the hours of a door or a phone, and again each minute.

import { openAny } from "./hours.mjs";
import { openWords } from "./open-words.mjs";
import { start } from "./start.mjs";
import { minuteNow } from "./today.mjs";

const MINUTE = 60000; // milliseconds

start("open-now", (element) => {
  const many = JSON.parse(element.getAttribute("data-hours"));
  const clock = JSON.parse(element.getAttribute("data-clock"));
  const tell = () => {
    const now = minuteNow();
    const found = openAny(many, clock, now);
    const text = openWords(found, clock, now);
    if (element.textContent !== text) {
      element.textContent = text;
    }
    element.classList.toggle("hr-is-open", found.state === "open");
    element.hidden = false;
  };
  tell();
  setInterval(tell, MINUTE);
  document.addEventListener("visibilitychange", tell);
});
