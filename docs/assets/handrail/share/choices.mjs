// What the sender wants in a link: kept on this page only, and forgotten with everything else.

import { own } from "./codes.mjs";
import { encode } from "./link.mjs";
import { changed } from "../state.mjs";
import { today } from "../today.mjs";

const none = () => ({ answers: false, private: false, days: false, note: "", oldAfter: "", passphrase: "", language: null });

/** The choices, the link that was made ({address, plain, choices}) or null, and whether the panel is unfolded. */
export const wish = { choices: none(), made: null, isOpen: false };

function forgetWishes() {
  Object.assign(wish, { choices: none(), made: null, isOpen: false });
}

changed((state, why) => {
  if (why !== "write") {
    forgetWishes();
  }
});

/** The fragment of a state for some choices, without a passphrase. */
export function plainLink(data, state, choices) {
  return encode(state, Object.assign({}, choices, { known: data, made: monthOf(data) }));
}

/** The month of the data, "2026-11". */
export const monthOf = (data) => (data.as_of || today()).slice(0, 7);

/** What can be put into a link beyond services and steps: {answers, private, days}. */
export function canHold(data, state) {
  const link = (choices) => plainLink(data, state, choices);
  const answers = link({ answers: true, private: true }) !== link({ private: true });
  const days = link({ days: true, private: true }) !== link({ private: true });
  return { answers: answers, days: days, private: link({ private: true, answers: answers }) !== link({ answers: answers }) };
}

/** How many services of the plan a link with these choices leaves out. */
export function leftOut(data, state, choices) {
  return choices.private
    ? 0
    : state.plan.services.filter((id) => own(data.services, id) && data.services[id].sensitive).length;
}
