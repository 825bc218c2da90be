// What can be changed on the plan: each writes the state anew, and the page is then drawn from it.

import { inOrder, moved, without } from "../plan.mjs";
import { read, write } from "../state.mjs";
import { today } from "../today.mjs";
import { t } from "../words.mjs";
import { addToPlan } from "./add.mjs";
import { errandOf } from "./errands.mjs";

/**
 * The actions of a page. `view` is what is shown (plan, order, errands, data); `say(text)` tells what was done;
 * `quietly(work)` does something without drawing; `refresh()` draws what follows from a day.
 */
export function changes({ view, say, quietly, refresh }) {
  const { services } = view.data;
  const change = (patch) => write({ plan: Object.assign(read().plan, patch) });
  return {
    tick(key, isTicked) {
      const done = read().plan.done;
      const errand = errandOf(view.errands, key);
      (errand ? errand.keys : [key]).forEach((one) => {
        done[one] = isTicked;
      });
      say(isTicked ? t("Ticked.") : t("Not ticked any more."));
      change({ done: done });
    },
    move(id, by) {
      const list = moved(view.order, id, by);
      say(
        t("%(name)s is now number %(place)s.", {
          name: services[id].name,
          place: list.indexOf(id) + 1
        })
      );
      change({ services: list, moved: true });
    },
    suggestOrder() {
      say(t("This is the order we suggest."));
      change({ services: inOrder(view.plan.services, services), moved: false });
    },
    remove(id) {
      say(t("Removed from your plan: %(name)s.", { name: services[id].name }));
      change(without(read().plan, id));
    },
    add(id) {
      addToPlan(id);
      say(t("Added to your plan."));
    },
    setDay(key, day) {
      const due = Object.assign(read().plan.due, { [key]: day });
      say(day ? t("This day is in your plan.") : t("This day is out of your plan."));
      change({ due: due });
    },
    setDue(key, day) {
      quietly(() => change({ due: Object.assign(read().plan.due, { [key]: day }) }));
      refresh();
    },
    begin(day) {
      change({ since: day || today() });
    },
    typeGoal(key, text) {
      quietly(() => change({ [key]: text }));
    },
    goalNow: (key) => read().plan[key],
    setGoal(key, text) {
      change({ [key]: text });
    },
    setReview(day) {
      change({ review: day || null });
    },
    setOwner(key, who) {
      change({ owners: Object.assign(read().plan.owners, { [key]: who }) });
    },
    setHelped(id, answer) {
      say(answer === "partly" || answer === "no" ? t("Below it is what to try next.") : "");
      change({ helped: Object.assign(read().plan.helped, { [id]: answer }) });
    },
    now: () => read().plan,
    set: change,
    say: say
  };
}
