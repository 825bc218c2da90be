// The day: the only module that asks the clock of the device.

/** Today where the reader is, as "2026-11-21". */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
}

/** This moment everywhere, as calendar files write it: "20261121T120000Z". */
export function now() {
  return new Date().toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");
}

/** This moment in whole minutes since 1970, in UTC. */
export function minuteNow() {
  return Math.floor(Date.now() / 60000);
}

/** Minutes that the clock of the device is ahead of UTC. */
export function minutesAheadOfUtc() {
  return -new Date().getTimezoneOffset();
}

/** The facts with the day of screening; where the clock is behind the day on which the site was built, that day. */
export function withToday(data, facts) {
  const day = today();
  return facts.as_of ? facts : Object.assign({ as_of: day < data.as_of ? data.as_of : day }, facts);
}
