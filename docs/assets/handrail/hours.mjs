// What holds at a moment: open or not, until when, and when it opens next. The same as generators/hours/now.py, proven by one table.
// No time zone of the device is asked: the page carries how far each zone is from UTC. Moments are whole minutes since 1970 in UTC.

const DAY = 1440; // minutes
const AHEAD = 60; // days in which to look for the next opening
const BEST = ["open", "closed", "appointment", "ask", "clock"];

/**
 * What `schedule_data` of generators/hours/data.py says at `now`, with the table of `clock_data`:
 * {state: "open", until} (null: day and night), {state: "closed", opens} (null: not within 60 days),
 * {state: "appointment", opens}, {state: "ask"} (hours not known), {state: "clock"} (`now` is outside the table).
 */
export function openNow(hours, clock, now) {
  const table = clock.zones[hours.zone];
  if (!table || !(now >= clock.from && now < clock.until)) {
    return { state: "clock" };
  }
  const today = Math.floor(local(table, now) / DAY);
  const { spans, asked, appointments } = ahead(hours, table, today);
  const open = spans.find((span) => span[0] <= now && now < span[1]);
  if (open) {
    return { state: "open", until: open[1] < moment(table, (today + AHEAD) * DAY) ? open[1] : null };
  }
  const next = spans.find((span) => span[0] > now);
  const opens = next ? next[0] : null;
  if (appointments.some((span) => span[0] <= now && now < span[1])) {
    return { state: "appointment", opens: opens };
  }
  if (asked !== null && (opens === null || asked < Math.floor(local(table, opens) / DAY))) {
    return { state: "ask" };
  }
  if (opens === null && appointments.length && appointments[appointments.length - 1][1] > now) {
    return { state: "appointment", opens: null };
  }
  if (opens === null && !hours.open && !spans.length && !changesOn(hours, dateOf(today)).length) {
    return { state: "ask" };
  }
  return { state: "closed", opens: opens };
}

/** What holds of several doors together, with the `zone` of the one: open where one is, else the soonest to open. */
export function openAny(many, clock, now) {
  const found = many.map((hours) => Object.assign(openNow(hours, clock, now), { zone: hours.zone }));
  const better = (one, other) =>
    BEST.indexOf(one.state) - BEST.indexOf(other.state) || (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0);
  return found.reduce((best, one) => (better(one, best) < 0 ? one : best), found[0] || { state: "ask" });
}

/** What the clocks of a zone show at a moment: {day: "2026-11-22", weekday: 6, minute: 570}; Monday is 0. */
export function shown(clock, zone, now) {
  const minute = local(clock.zones[zone], now);
  const day = Math.floor(minute / DAY);
  return { day: dateOf(day), weekday: weekdayOf(day), minute: minute - day * DAY, number: day };
}

function rank(one) {
  if (one.state === "open") {
    return one.until === null ? -Infinity : -one.until;
  }
  return typeof one.opens === "number" ? one.opens : Infinity;
}

function local(table, minute) {
  let offset = table[0][1];
  for (const [start, added] of table) {
    if (start <= minute) {
      offset = added;
    }
  }
  return minute + offset;
}

/** When the clocks show `minute`: the first time of two; an hour later where the hour is left out. */
function moment(table, minute) {
  const index = table.findIndex((row, at) => {
    const ends = table[at + 1];
    return !ends || minute - row[1] < ends[0] || minute - ends[1] < ends[0];
  });
  return minute - table[index][1];
}

/** From yesterday on: when it is open, the first day whose hours nobody knows, when it is open by appointment. */
function ahead(hours, table, today) {
  const spans = [];
  const appointments = [];
  let asked = null;
  for (let day = today - 1; day <= today + AHEAD; day += 1) {
    for (const row of startingOn(hours, day)) {
      if (!row.times && !row.by_appointment) {
        asked = asked === null && day >= today ? day : asked;
        continue;
      }
      const times = row.times || [0, DAY];
      (row.by_appointment ? appointments : spans).push(times.map((minute) => moment(table, day * DAY + minute)));
    }
  }
  return { spans: merged(spans), asked: asked, appointments: appointments.sort(inOrder) };
}

/** The rows that hold on a day; a change stands for all of them. */
function startingOn(hours, day) {
  const date = dateOf(day);
  const changes = changesOn(hours, date);
  if (changes.length) {
    return changes.filter((change) => change.times);
  }
  return (hours.open || []).filter((row) => holds(row, day, date));
}

function changesOn(hours, date) {
  return (hours.changes || []).filter((change) => change.date <= date && date <= (change.until || change.date));
}

function holds(row, day, date) {
  const number = Number(date.slice(8));
  const isLast = dateOf(day + 7).slice(5, 7) !== date.slice(5, 7);
  return (
    (!row.since || row.since <= date) &&
    (!row.until || date <= row.until) &&
    (!row.days || row.days.includes(weekdayOf(day))) &&
    (!row.month_days || row.month_days.includes(number)) &&
    (!row.weeks || row.weeks.includes(Math.floor((number + 6) / 7)) || (isLast && row.weeks.includes(-1))) &&
    (!row.season || inSeason(row.season[0], row.season[1], date.slice(5)))
  );
}

function inSeason(start, end, day) {
  return start <= end ? start <= day && day <= end : day >= start || day <= end;
}

/** Spans in order, those that touch made one; what a clock change leaves nothing of is gone. */
function merged(spans) {
  const found = [];
  for (const [start, end] of spans.filter((span) => span[0] < span[1]).sort(inOrder)) {
    const last = found[found.length - 1];
    if (last && start <= last[1]) {
      last[1] = Math.max(end, last[1]);
    } else {
      found.push([start, end]);
    }
  }
  return found;
}

const inOrder = (one, other) => one[0] - other[0] || one[1] - other[1];
const dateOf = (day) => new Date(day * DAY * 60000).toISOString().slice(0, 10);
const weekdayOf = (day) => (((day + 3) % 7) + 7) % 7; // 1970 began on a Thursday
