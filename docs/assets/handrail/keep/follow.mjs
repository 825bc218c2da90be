// The kept plan follows the plan of the tab: what changes later is kept too.

import { read, write } from "../state.mjs";
import { drop, keep, mine, newMark } from "./device.mjs";
import { withoutPrivate } from "./private.mjs";

/** What is to be kept of the plan as it is now; `choices` are {mark, private, answers}. */
export function recordOf(page, choices) {
  const state = read();
  return {
    version: 1,
    mark: choices.mark,
    day: page.today,
    plan: choices.private ? state.plan : withoutPrivate(state.plan, page.data),
    private: choices.private,
    answers: choices.answers && !state.sensitive ? { facts: state.facts, needs: state.needs } : null
  };
}

/**
 * Keep the plan as it is now, where this tab's plan is the kept one; false where that failed. What was deleted, or
 * opened in another tab since, is left alone; and a plan without a service is not worth keeping.
 */
export function saveAgain(page) {
  const before = mine(read());
  if (before === null) {
    return true;
  }
  const record = recordOf(page, { mark: before.mark, private: before.private, answers: before.answers !== null });
  if (!record.plan.services.length) {
    drop();
    return true;
  }
  return keep(record);
}

/** Put the kept plan in the place of the tab's. From now on this tab is the one that may change it. */
export function openKept(record) {
  const own = Object.assign({}, record, { mark: newMark() });
  const answers = record.answers ? { facts: record.answers.facts, needs: record.answers.needs } : {};
  const isOwn = keep(own);
  write(Object.assign({ plan: record.plan, kept: isOwn ? own.mark : null }, record.private ? { keep_plan: true } : {}, answers));
}
