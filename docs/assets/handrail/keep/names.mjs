// What the values of a plan are called, in the words of the plan page.

import { N_ } from "./both.mjs";

export const OWNERS = { me: N_("me"), helper: N_("a helper"), agency: N_("the agency") };
export const HELPED = { met: N_("Yes"), partly: N_("Partly"), no: N_("No") };
export const STATUSES = {
  asked: N_("I asked or applied"),
  waiting: N_("waiting for an answer"),
  yes: N_("they said yes"),
  no: N_("they said no"),
  stopped: N_("we stopped")
};
export const ROLES = {
  worker: N_("Case worker"),
  nurse: N_("Nurse"),
  doctor: N_("Doctor"),
  school: N_("School"),
  lawyer: N_("Lawyer or legal aid"),
  relative: N_("Relative"),
  friend: N_("Friend"),
  office: N_("Office"),
  other: N_("Someone else")
};
