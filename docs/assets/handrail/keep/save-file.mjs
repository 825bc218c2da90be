// Fetches the plan's words in English, makes the file and hands it to the browser.

import { withDoorways } from "../doorways.mjs";
import { orderOf } from "../plan.mjs";
import { plainLink } from "../share/choices.mjs";
import { MOST } from "../share/most.mjs";
import { addressOf } from "../share/panel.mjs";
import { read } from "../state.mjs";
import { language } from "../words.mjs";
import { download } from "./download.mjs";
import { planFile } from "./file.mjs";
import { withoutPrivate } from "./private.mjs";

/** Save the plan as one HTML file; a promise of its name, which says nothing of what is in it. */
export function saveFile(page, panel) {
  const name = "plan-" + page.today + ".html";
  return inEnglish(page, panel).then((english) => {
    const plan = panel.private ? read().plan : withoutPrivate(read().plan, page.data);
    const file = planFile({
      plan: plan,
      order: orderOf(plan, page.data.services),
      own: page.data,
      english: english,
      today: page.today,
      language: language(),
      dir: document.documentElement.getAttribute("dir"),
      link: linkOf(page, panel)
    });
    download(name, file, "text/html");
    return name;
  });
}

/** The plan as a link, with no more in it than the file has; null where it would be too long to be opened. */
function linkOf(page, panel) {
  const fragment = plainLink(page.data, read(), { answers: false, private: panel.private });
  return fragment.length > MOST ? null : addressOf(page, { language: page.language }) + fragment;
}

/** The same data in English, with the doors of the family's own state. */
function inEnglish(page, panel) {
  return language() === "en"
    ? Promise.resolve(page.data)
    : panel.planIn("en", page.plan.services).then((data) => {
        const place = read().facts.place;
        return withDoorways(data, place && place.state);
      });
}
