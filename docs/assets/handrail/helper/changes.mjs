// What a helper does to the plan: each change is said aloud, and the last one can be taken back.

import { inOrder, known, moved, orderOf, without } from "../plan.mjs";
import { read, write } from "../state.mjs";
import { today } from "../today.mjs";
import { n, t } from "../words.mjs";

/** `data` gives the plan's data; `say(text, undo, ask)` says it, with a way back or a question to confirm. */
export function changes(data, say) {
  const nameOf = (id) => data().services[id].name;
  const patch = (more) => write({ plan: Object.assign(read().plan, more) });

  /** Keep what is there, change it, and offer to put it back. */
  function undoable(told, change) {
    const before = read();
    change();
    say(told(), () => {
      write({ plan: before.plan, keep_plan: before.keep_plan });
      say(t("Taken back."));
    });
  }

  /** Names of private services, or of any found with private answers, are kept in the tab only after a yes. */
  function asksFirst(ids, isPrivate, then) {
    const state = read();
    const isSensitive = isPrivate || state.sensitive || ids.some((id) => data().services[id].sensitive);
    if (!isSensitive || state.keep_plan) {
      return then(false);
    }
    return say(t("Private: if you add this, its name stays in this tab for half an hour. Others who use this computer may see it."), null, () =>
      then(true)
    );
  }

  function put(ids, keep, more) {
    const state = read();
    const plan = state.plan;
    plan.services = Array.from(new Set(plan.services.concat(ids)));
    plan.since = plan.since || today();
    write({ plan: Object.assign(plan, more), keep_plan: state.keep_plan || keep });
  }

  const count = () => n("%(count)s service in the plan.", "%(count)s services in the plan.", known(read().plan.services, data().services).length);

  return {
    add(id) {
      if (read().plan.services.indexOf(id) !== -1) {
        return say(t("Already in the plan: %(name)s.", { name: nameOf(id) }));
      }
      return asksFirst([id], false, (keep) => {
        undoable(
          () => t("Added: %(name)s.", { name: nameOf(id) }) + " " + count(),
          () => put([id], keep, {})
        );
      });
    },
    /** The services of a preset; its order and its goal count where the plan has none. `then` runs when they are in. */
    start(preset, then) {
      const ids = known(preset.services, data().services);
      return asksFirst(ids, preset.sensitive, (keep) => {
        const plan = read().plan;
        const isNew = plan.services.length === 0;
        const added = ids.filter((id) => plan.services.indexOf(id) === -1).length;
        undoable(
          () => preset.name + ": " + n("%(count)s service added.", "%(count)s services added.", added) + " " + count(),
          () => put(ids, keep, { moved: isNew || plan.moved, goal: plan.goal || preset.goal })
        );
        then();
      });
    },
    remove(id) {
      undoable(
        () => t("Taken out: %(name)s.", { name: nameOf(id) }),
        () => patch(without(read().plan, id))
      );
    },
    move(id, by) {
      const list = moved(orderOf(read().plan, data().services), id, by);
      patch({ services: list, moved: true });
      say(t("%(name)s is now number %(place)s.", { name: nameOf(id), place: list.indexOf(id) + 1 }));
    },
    suggestOrder() {
      patch({ services: inOrder(read().plan.services, data().services), moved: false });
      say(t("This is the order we suggest."));
    },
    setOwner(key, who) {
      patch({ owners: Object.assign(read().plan.owners, { [key]: who }) });
    },
    setDue(key, day) {
      patch({ due: Object.assign(read().plan.due, { [key]: day }) });
    },
    tickPaper(key, isTicked) {
      patch({ done: Object.assign(read().plan.done, { [key]: isTicked }) });
    },
    setReview(day) {
      patch({ review: day || null });
    },
    setGoal(key, text) {
      patch({ [key]: text });
    }
  };
}
