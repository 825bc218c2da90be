// How long ago somebody looked at a record, said when it is too long. The page may be older than its builder meant.

import { today } from "./today.mjs";
import { n } from "./words.mjs";

const YEARS = 24; // months from which on years are counted
const MOST = 240; // months: a clock that shows more is a wrong one

/** Whole months from one day to another, as generators/fresh.py counts them; negative where the clock is behind. */
export function monthsBetween(day, now) {
  const [from, to] = [day, now].map((text) => text.split("-").map(Number));
  return (to[0] - from[0]) * 12 + to[1] - from[1] - (to[2] < from[2] ? 1 : 0);
}

/** "Call first, last checked 14 months ago."; "" while the check holds, and where the clock cannot be right. */
export function checkedAgo(day, months, isCheck) {
  const age = monthsBetween(day, today());
  if (!(age >= months && age > 0 && age <= MOST)) {
    return "";
  }
  const years = Math.floor(age / 12);
  if (isCheck) {
    return age < YEARS
      ? n("Call first: last checked %(count)s month ago.", "Call first: last checked %(count)s months ago.", age)
      : n("Call first: last checked %(count)s year ago.", "Call first: last checked %(count)s years ago.", years);
  }
  return age < YEARS
    ? n("Call first: this is from %(count)s month ago.", "Call first: this is from %(count)s months ago.", age)
    : n("Call first: this is from %(count)s year ago.", "Call first: this is from %(count)s years ago.", years);
}
