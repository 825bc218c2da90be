// The file's people: the team, and who said what. These are the family's own words.

import { el } from "../plan/element.mjs";
import { date } from "../words.mjs";
import { N_, said, short, slash } from "./both.mjs";
import { ROLES } from "./names.mjs";

const DIALLED = /^[+\d][\d ().-]{1,24}$/;

export function team(plan) {
  return plan.team.length
    ? el("section", null, el("h2", null, said(N_("My team"))), el("ul", null, plan.team.map(member)))
    : null;
}

function member(one) {
  return el(
    "li",
    null,
    short(ROLES[one.role]),
    one.name ? [": ", el("strong", null, one.name)] : null,
    one.phone ? [" \u00b7 ", number(one.phone)] : null,
    one.does ? [" \u00b7 ", one.does] : null
  );
}

/** What the family typed as a number: to tap only where it is one. */
function number(text) {
  const shown = el("bdi", { dir: "ltr" }, text);
  return DIALLED.test(text) ? el("a", { href: "tel:" + text.replace(/[^\d+]/g, "") }, shown) : shown;
}

export function log(about) {
  return about.plan.log.length
    ? el("section", null, el("h2", null, said(N_("Calls and visits"))), el("ul", null, about.plan.log.map((call) => oneCall(about, call))))
    : null;
}

const inEnglish = (day) => date(day, "en");
const line = (write, name, call) => [call.day && write(call.day), name].filter(Boolean).join(" \u00b7 ");

function oneCall(about, call) {
  const own = call.id && about.own.services[call.id];
  return el(
    "li",
    null,
    slash(line(date, own && own.name, call), line(inEnglish, own && about.english.services[call.id].name, call)),
    " ",
    call.who ? [call.who, ": "] : null,
    call.said
  );
}
