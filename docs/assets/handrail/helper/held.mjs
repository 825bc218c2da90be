// The plan's data in one language, of the services that the desk works with: a large directory's is never loaded whole.

import { areHere, full, more, planData } from "../plan/data.mjs";

/**
 * A promise of {plan, has(ids), bring(ids)}: `plan` is the data of the services that came so far, `bring` gives a promise
 * that it has these too. `folder` holds the data.
 */
export function holding(folder, code, ids) {
  return planData(null, folder + "plan/" + code + "/", ids).then((data) => {
    const held = {
      plan: full(data),
      has: (some) => areHere(data, some),
      bring: (some) =>
        more(data, some).then(() => {
          held.plan = full(data);
        })
    };
    return held;
  });
}
