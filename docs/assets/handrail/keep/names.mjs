// What the values of a plan are called.

import { N_ } from "./both.mjs";

export const OWNERS = { me: N_("me"), helper: N_("a helper"), agency: N_("the agency") };
export const HELPED = { met: N_("Yes"), partly: N_("Partly"), no: N_("No") };
export const STATUSES = {
  asked: N_("asked for"),
  waiting: N_("waiting for an answer"),
  yes: N_("they said yes"),
  no: N_("they said no"),
  stopped: N_("stopped")
};
export const BARRIERS = {
  ride: N_("getting there"),
  paper: N_("a missing paper"),
  phone: N_("no phone"),
  answer: N_("nobody answers"),
  "child-care": N_("child care"),
  language: N_("language"),
  cost: N_("cost"),
  fear: N_("worry or fear"),
  health: N_("health"),
  time: N_("no time"),
  other: N_("something else")
};
export const ROLES = {
  worker: N_("worker"),
  nurse: N_("nurse"),
  doctor: N_("doctor"),
  school: N_("school"),
  lawyer: N_("lawyer"),
  relative: N_("relative"),
  friend: N_("friend"),
  office: N_("office"),
  other: N_("other")
};
