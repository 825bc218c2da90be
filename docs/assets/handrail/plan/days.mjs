// Days as "2026-11-21", counted without a clock.

/** A day so many days after another. */
export function daysAfter(day, days) {
  const [year, month, number] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, number + days)).toISOString().slice(0, 10);
}

/** The same day of the month so many months after another; the last day of that month where it has no such day. */
export function monthsAfter(day, months) {
  const [year, month, number] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(number, last))).toISOString().slice(0, 10);
}
