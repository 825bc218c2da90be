// Days counted from a notice: plain values in and out; today comes in.

const DAY = 24 * 60 * 60 * 1000;
const OLDEST = 10; // years back: an older year was mistyped
const AHEAD = 60; // days that a discharge may lie ahead

const two = (number) => String(number).padStart(2, "0");
const number = (day) => {
  const [year, month, date] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date) / DAY;
};
const asDay = (count) => new Date(count * DAY).toISOString().slice(0, 10);

/**
 * The day that a person typed as {month, day, year}, texts: {day: "2026-11-21"}, or {error} with "missing",
 * "not-a-day" (not in the calendar, or much too old) or "not-yet". `countedFrom` is that of the kind of letter.
 */
export function noticeDay(typed, today, countedFrom) {
  const parts = [typed.month, typed.day, typed.year].map((text) => String(text || "").trim());
  if (parts.some((text) => text === "")) {
    return { error: "missing" };
  }
  if (!parts.every((text) => /^\d{1,4}$/.test(text)) || parts[0].length > 2 || parts[1].length > 2) {
    return { error: "not-a-day" };
  }
  const [month, date, given] = parts.map(Number);
  const year = parts[2].length === 2 ? 2000 + given : given;
  const found = new Date(Date.UTC(year, month - 1, date));
  const isThere = found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
  if (!isThere || year < Number(today.slice(0, 4)) - OLDEST || year > 9999) {
    return { error: "not-a-day" };
  }
  const day = year + "-" + two(month) + "-" + two(date);
  const latest = number(today) + (countedFrom === "discharge" ? AHEAD : 0);
  return number(day) > latest ? { error: "not-yet" } : { day: day };
}

/**
 * The last days of a kind of letter, the earliest first. Each is as in the data, with `day`, `left` (days from
 * today; negative once it has passed), `passed` and `weekend`.
 */
export function lastDays(lasts, from, today) {
  return lasts
    .map((last) => {
      const count = number(from) + last.days;
      const left = count - number(today);
      const weekday = new Date(count * DAY).getUTCDay();
      return Object.assign({}, last, {
        day: asDay(count),
        left: left,
        passed: left < 0,
        weekend: weekday === 0 || weekday === 6
      });
    })
    .sort((one, other) => one.left - other.left);
}
