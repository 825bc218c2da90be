// Entry of pages with services: what has grown old, or has come to its day, since the page was built.

import { checkedAgo } from "./checked-ago.mjs";
import { start } from "./start.mjs";
import { today } from "./today.mjs";
import { date, t } from "./words.mjs";

start("fresh", (element) => {
  const text = checkedAgo(
    element.getAttribute("data-day"),
    Number(element.getAttribute("data-months")),
    element.hasAttribute("data-check")
  );
  if (text) {
    element.textContent = text;
    element.hidden = false;
  }
});

start("closed-until", (element) => {
  const day = element.getAttribute("data-until");
  if (today() >= day) {
    element.textContent = t("It planned to open again on %(date)s. Call first.", { date: date(day) });
  }
});
