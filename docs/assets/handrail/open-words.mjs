// "Open now, until 5 PM": what hours.mjs found, in the language of the page.

import { shown } from "./hours.mjs";
import { minutesAheadOfUtc } from "./today.mjs";
import { N_, language, t } from "./words.mjs";

const DAY = 1440; // minutes
const WEEK = 7; // days
const NAMES = [N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday")];

/** What `openAny` found at `now`, as a sentence. */
export function openWords(found, clock, now) {
  if (found.state === "clock") {
    return now < clock.from
      ? t("The clock of your phone seems wrong, so we cannot say what is open now. See the hours.")
      : t("This page is old, or the clock of your phone is wrong: we cannot say what is open now. Call first.");
  }
  if (found.state === "ask") {
    return t("Hours not known: call first");
  }
  if (found.state === "appointment") {
    return t("By appointment: call first");
  }
  if (found.state === "open" && found.until === null) {
    return t("Open now, day and night");
  }
  const moment = found.state === "open" ? found.until : found.opens;
  if (moment === null) {
    return t("Closed now. Ask when it opens again.");
  }
  const here = shown(clock, found.zone, now);
  const there = shown(clock, found.zone, moment);
  const time = timeOf(there.minute) + (here.minute + here.number * DAY - now === minutesAheadOfUtc() ? "" : " " + t("(time there)"));
  const days = there.number - here.number;
  if (found.state === "open") {
    return days > 1 || (days === 1 && there.minute > here.minute)
      ? t("Open now, until %(day)s, %(time)s", { day: dayOf(there, days), time: time })
      : t("Open now, until %(time)s", { time: time });
  }
  if (days === 0) {
    return t("Closed now. Opens today at %(time)s.", { time: time });
  }
  return days === 1
    ? t("Closed now. Opens tomorrow at %(time)s.", { time: time })
    : t("Closed now. Opens %(day)s, %(time)s.", { day: dayOf(there, days), time: time });
}

/** A day within the week by its name, a later one by its date. */
function dayOf(there, days) {
  return days < WEEK ? t(NAMES[there.weekday]) : written(there.day, { month: "long", day: "numeric" }, there.day);
}

/** Minutes from midnight as people write a time; "17:30" where the browser cannot. */
function timeOf(minute) {
  if (minute === 0 || minute === DAY / 2) {
    return minute ? t("noon") : t("midnight");
  }
  const two = (number) => String(number).padStart(2, "0");
  const clock = Math.floor(minute / 60) + ":" + two(minute % 60);
  const at = "1970-01-01T" + two(Math.floor(minute / 60)) + ":" + two(minute % 60) + ":00Z";
  return written(at, minute % 60 ? { hour: "numeric", minute: "2-digit" } : { hour: "numeric" }, clock);
}

function written(moment, parts, otherwise) {
  try {
    return new Intl.DateTimeFormat(language() + "-US", Object.assign({ timeZone: "UTC" }, parts)).format(new Date(moment));
  } catch (error) {
    return otherwise;
  }
}
