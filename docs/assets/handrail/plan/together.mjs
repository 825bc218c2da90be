// What else is had at the office of a service.

import { t } from "../words.mjs";
import { el } from "./element.mjs";
import { namesOf } from "./names.mjs";
import { shared } from "./office.mjs";

/** "On the same call, ask about ..." for the other services of the plan; null where there are none. */
export function sameOffice(page, id) {
  const at = (way) => page.order.filter((other) => other !== id && shared(page.data.services[id], page.data.services[other]) === way);
  const call = at("call");
  const visit = at("visit");
  return call.length || visit.length
    ? el(
        "p",
        { class: "plan-together" },
        call.length ? t("On the same call, ask about: %(names)s.", { names: namesOf(page, call) }) + " " : null,
        visit.length ? t("At the same office or website, ask about: %(names)s.", { names: namesOf(page, visit) }) : null
      )
    : null;
}
