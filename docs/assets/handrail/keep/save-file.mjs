// Fetches the plan's words in English, makes the file and hands it to the browser.

import { withDoorways } from "../doorways.mjs";
import { orderOf } from "../plan.mjs";
import { read } from "../state.mjs";
import { language } from "../words.mjs";
import { download } from "./download.mjs";
import { planFile } from "./file.mjs";
import { withoutPrivate } from "./private.mjs";

/** Save the plan as one HTML file; a promise of its name, which says nothing of what is in it. */
export function saveFile(page, panel) {
  const name = "plan-" + page.today + ".html";
  return inEnglish(page, panel.url).then((english) => {
    const plan = panel.private ? read().plan : withoutPrivate(read().plan, page.data);
    const file = planFile({
      plan: plan,
      order: orderOf(plan, page.data.services),
      own: page.data,
      english: english,
      today: page.today,
      language: language(),
      dir: document.documentElement.getAttribute("dir"),
      link: panel.link ? panel.link(plan) : null
    });
    download(name, file, "text/html");
    return name;
  });
}

/** The same data in English, with the doors of the family's own state. */
function inEnglish(page, url) {
  if (language() === "en") {
    return Promise.resolve(page.data);
  }
  const end = "plan." + language() + ".json";
  return fetch(url.slice(0, -end.length) + "plan.en.json", { credentials: "omit" })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("The plan in English: " + answer.status))))
    .then((data) => {
      const place = read().facts.place;
      return withDoorways(data, place && place.state);
    });
}
