// Whether a place has room for one more, in words.

import { today } from "./today.mjs";
import { date, t } from "./words.mjs";

const WORDS = {
  waitlist: () => t("There is a waiting list."),
  full: () => t("Full right now."),
  closed: () => t("Closed for good.")
};

/** `room` as generators/room.py gives it: waitlist, full, closed, or the day on which it plans to open again. */
export function roomLine(room) {
  if (WORDS[room]) {
    return WORDS[room]();
  }
  return today() < room
    ? t("Closed for now. It plans to open again on %(date)s.", { date: date(room) })
    : t("It planned to open again on %(date)s. Call first.", { date: date(room) });
}
