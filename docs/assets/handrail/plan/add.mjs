// The button that puts a service into the plan: on service pages and in results.

import { keepAdded } from "../keep/device.mjs";
import { changed, read, write } from "../state.mjs";
import { today } from "../today.mjs";
import { t } from "../words.mjs";

const isInPlan = (id) => read().plan.services.indexOf(id) !== -1;

/** Add a service at the end; the first one begins the plan. `keep` stores the plan also where answers are private. */
export function addToPlan(id, keep) {
  const state = read();
  if (state.plan.services.indexOf(id) === -1) {
    state.plan.services.push(id);
  }
  state.plan.since = state.plan.since || today();
  write({ plan: state.plan, keep_plan: state.keep_plan || keep === true });
}

/**
 * Improve a `<button data-service="snap">`: "Add to my plan", then "In my plan: open it".
 * `planUrl` is the address of the plan page. A private service, or one found with private answers, asks once more,
 * because a plan is kept in this tab where others may see it.
 */
export function planButton(button, planUrl) {
  const id = button.getAttribute("data-service");
  const live = document.createElement("span");
  live.setAttribute("role", "status");
  live.className = "plan-said";
  let asked = false;

  const isPrivate = () => {
    const state = read();
    return (button.hasAttribute("data-sensitive") || state.sensitive) && !state.keep_plan;
  };
  const show = () => {
    const isIn = isInPlan(id);
    button.setAttribute("aria-pressed", String(isIn));
    button.textContent = isIn ? t("In my plan: open it") : asked ? t("Add it anyway") : t("Add to my plan");
  };
  button.addEventListener("click", () => {
    if (isInPlan(id)) {
      location.assign(planUrl);
    } else if (isPrivate() && !asked) {
      asked = true;
      live.textContent = t(
        "If you add this, its name stays in this tab for half an hour. Others who use this phone or computer may see it."
      );
    } else {
      addToPlan(id, isPrivate());
      if (!button.hasAttribute("data-sensitive")) {
        keepAdded(id, read());
      }
      live.textContent = t("Added to your plan.");
    }
    show();
  });

  button.type = "button";
  button.hidden = false;
  button.after(live);
  show();
  return changed(show);
}
