// A plan as the end of an address, and back. Values only: nothing here touches the page. docs/maintain/links.md says
// what stands where.

import { dayKey } from "../plan/keys.mjs";
import { damaged, day, oneOf, own } from "./codes.mjs";
import { LETTERS, fromSections, toSections } from "./facts.mjs";
import { isDanger } from "./household.mjs";
import { MOST } from "./most.mjs";
import { daysOfPapers, daysOfService, readDay, readPapers } from "./own-days.mjs";
import { cleanNote, markOf, packed, unpacked } from "./text.mjs";

const VERSION = "p1";
const WITH_DAYS = "p2"; // only where it holds days of letters: an older site then says that it cannot read the link
export const SCANS = 300; // letters of a whole address that a QR code on cheap paper can hold
const MOST_SERVICES = 100;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const STEP = /^(\d|[1-9]\d)(x?)([a-c]?)(?:-([0-9a-z]{3}))?$/;
const SECTIONS = "s p u b r o x n w l".split(" ").concat(LETTERS);
const PAPER = "paper/";
const AFTER = /[.,;:!?'")\]>*_]+$/; // what a sentence, or a program for messages, puts behind an address

// Lists of version 1: the place of a word is its code. New words come at the end, and none is ever taken out.
const OWNERS = oneOf(["me", "helper", "agency"]);
const OF_SERVICE = {
  s: ["status", oneOf(["asked", "waiting", "yes", "no", "stopped"])],
  h: ["helped", oneOf(["met", "partly", "no"])],
  b: [
    "barriers",
    oneOf(["ride", "paper", "phone", "answer", "child-care", "language", "cost", "fear", "health", "time", "other"])
  ]
};
const WITH_ANSWERS = ["barriers"]; // say more about people than about services
const PRIVATE_BARRIERS = ["fear", "health"];

/**
 * The fragment "#p1/..." of a state. `choices`: `known` (the plan's data: services, needs, sensitive_needs), `made` (the
 * month of that data, "2026-11"); and as the person wants it `answers`, `private` (private services and needs, status,
 * danger, fear and health as what stands in the way), `days` (those of letters and cards), `note` (the sender's own words) and `oldAfter` (a day). Goals, team and contact log never go into a link.
 */
export function encode(state, choices) {
  const { known } = choices;
  const plan = state.plan;
  const ids = plan.services.filter((id) => own(known.services, id) && (choices.private || !known.services[id].sensitive));
  const uses = ids.reduce((all, id) => all.concat(known.services[id].documents.map((paper) => paper.id)), []);
  const papers = Object.keys(plan.done)
    .filter((key) => key.indexOf(PAPER) === 0 && plan.done[key] === true)
    .map((key) => key.slice(PAPER.length))
    .filter((id) => uses.indexOf(id) !== -1);
  const needs = state.needs.filter((id) => own(known.needs, id) || (choices.private && isPrivateNeed(known, id)));
  const note = cleanNote(choices.note);
  const sections = Object.assign(
    {
      s: ids.slice(0, MOST_SERVICES).map((id) => serviceText(plan, id, choices)).join(","),
      p: papers.join(","),
      u: choices.days ? daysOfPapers(plan.due, uses) : "",
      b: (plan.since && day.to(plan.since)) || "",
      r: (plan.review && day.to(plan.review)) || "",
      o: plan.moved ? "1" : "",
      x: (choices.oldAfter && day.to(choices.oldAfter)) || "",
      n: note ? packed(note) : "",
      w: choices.answers ? needs.join(",") : ""
    },
    choices.answers ? toSections(state.facts, choices.private) : {}
  );
  return sealed(choices.made, sections, choices.days && holdsDays(sections, plan, ids) ? WITH_DAYS : VERSION);
}

/** The same link behind a passphrase: `secret` is what `lock` made of it. */
export const locked = (made, secret) => sealed(made, { l: secret }, VERSION);

const holdsDays = (sections, plan, ids) => sections.u !== "" || ids.some((id) => daysOfService(plan.due, id).length);

function sealed(made, sections, version) {
  const month = made.slice(2, 4) + made.slice(5, 7);
  const texts = Object.keys(sections).filter((key) => sections[key]).map((key) => key + ":" + sections[key]);
  const text = [version, month].concat(texts).join("/");
  return "#" + text + "/" + markOf(text);
}

function serviceText(plan, id, choices) {
  const service = choices.known.services[id];
  const steps = service.steps.map((step, place) => stepText(plan, id + "/" + place, place)).filter((text) => text !== null);
  const told = Object.keys(OF_SERVICE)
    .filter((letter) => choices.answers || WITH_ANSWERS.indexOf(OF_SERVICE[letter][0]) === -1)
    .map((letter) => [letter, own(plan[OF_SERVICE[letter][0]], id)])
    .filter((pair) => choices.private || PRIVATE_BARRIERS.indexOf(pair[1]) === -1)
    .map((pair) => [pair[0], OF_SERVICE[pair[0]][1].to(pair[1])])
    .filter((pair) => pair[1] !== null)
    .map((pair) => pair.join(""));
  const days = choices.days ? daysOfService(plan.due, id) : [];
  return [id].concat(steps, steps.length && service.mark ? "v" + service.mark : [], told, days).join(".");
}

function stepText(plan, key, place) {
  const owner = OWNERS.to(own(plan.owners, key));
  const due = own(plan.due, key) ? day.to(plan.due[key]) : null;
  const text = (own(plan.done, key) === true ? "x" : "") + (owner || "") + (due ? "-" + due : "");
  return text ? place + text : null;
}

const isPrivateNeed = (known, id) => (known.sensitive_needs || []).indexOf(id) !== -1;

/**
 * What a fragment holds: {plan, facts, needs, made, oldAfter, isPrivate, secret, problems, missing}. The note of the
 * sender is `plan.note`. `problems`: none, or one of "long", "version", "damaged", "locked" (then `secret` is to be
 * opened with a passphrase); with a problem the rest is empty. `missing`: [{what, id}] with what "service" or "need" (not
 * on this site any more), "step" (there is no such step) or "changed" (other steps than then: nothing of them is taken).
 */
export function decode(fragment, known) {
  let text = String(fragment).replace(/^#/, "");
  if (text.length > MOST) {
    return nothing("long");
  }
  try {
    text = decodeURIComponent(text).replace(AFTER, ""); // some programs for messages write : and , as %3A and %2C
    return /^p[12](\/|$)/.test(text) ? read(text, known) : nothing(/^p\d+\//.test(text) ? "version" : "damaged");
  } catch (error) {
    return nothing("damaged");
  }
}

function nothing(problem) {
  return {
    plan: null,
    facts: {},
    needs: [],
    made: null,
    oldAfter: null,
    isPrivate: false,
    secret: null,
    problems: problem ? [problem] : [],
    missing: []
  };
}

function read(text, known) {
  const end = text.lastIndexOf("/");
  if (markOf(text.slice(0, end)) !== text.slice(end + 1)) {
    damaged();
  }
  const [, month, ...parts] = text.slice(0, end).split("/");
  const sections = {};
  for (const part of parts) {
    if (SECTIONS.indexOf(part[0]) === -1 || part[1] !== ":" || part.length < 3 || own(sections, part[0]) !== undefined) {
      damaged();
    }
    sections[part[0]] = part.slice(2);
  }
  const found = nothing(null);
  found.made = monthOf(month);
  if (sections.l !== undefined) {
    return parts.length === 1 ? Object.assign(found, { problems: ["locked"], secret: sections.l }) : damaged();
  }
  const has = (letter) => sections[letter] !== undefined;
  found.oldAfter = has("x") ? day.from(sections.x) : null;
  found.facts = fromSections(sections);
  found.needs = has("w") ? idsOf(sections.w).filter((id) => isKnownNeed(known, id) || gone(found, "need", id)) : [];
  found.plan = planOf(sections, known, found);
  found.isPrivate =
    found.plan.services.some((id) => known.services[id].sensitive) ||
    found.needs.some((id) => isPrivateNeed(known, id)) ||
    isDanger(found.facts);
  return found;
}

const isKnownNeed = (known, id) => own(known.needs, id) !== undefined || isPrivateNeed(known, id);

/** Notes what is missing; false. */
function gone(found, what, id) {
  if (!found.missing.some((one) => one.what === what && one.id === id)) {
    found.missing.push({ what: what, id: id });
  }
  return false;
}

function monthOf(text) {
  return /^\d\d(0[1-9]|1[0-2])$/.test(text) ? "20" + text.slice(0, 2) + "-" + text.slice(2) : damaged();
}

function idsOf(text) {
  const ids = text.split(",");
  return ids.every((id) => ID.test(id)) && new Set(ids).size === ids.length && ids.length <= MOST_SERVICES ? ids : damaged();
}

function planOf(sections, known, found) {
  const has = (letter) => sections[letter] !== undefined;
  const plan = { services: [], done: {}, owners: {}, due: {}, status: {}, helped: {}, barriers: {} };
  const parts = has("s") ? sections.s.split(",").map((part) => part.split(".")) : [];
  const ids = parts.length ? idsOf(parts.map((part) => part[0]).join(",")).map((id) => now(known, id)) : [];
  parts
    .filter((part, place) => ids.indexOf(ids[place]) === place) // two that became one
    .forEach((part) => putService(plan, now(known, part[0]), part.slice(1), known, found));
  for (const id of has("p") ? idsOf(sections.p) : []) {
    plan.done[PAPER + id] = true;
  }
  Object.assign(plan.due, has("u") ? readPapers(sections.u, (id) => ID.test(id)) : {});
  plan.since = has("b") ? day.from(sections.b) : null;
  plan.review = has("r") ? day.from(sections.r) : null;
  plan.moved = has("o") ? sections.o === "1" || damaged() : false;
  plan.note = has("n") ? cleanNote(unpacked(sections.n)) : "";
  return plan;
}

/** The id that a service has today. */
const now = (known, id) => (own(known.services, id) ? id : own(known.was_called || {}, id) || id);

/** What a link says of one service; a service that this site does not have is only read, and noted. */
function putService(plan, id, parts, known, found) {
  const service = own(known.services, id);
  const mark = parts.filter((part) => part[0] === "v");
  const isOther = Boolean(service && service.mark && mark.length && mark[0] !== "v" + service.mark);
  const steps = new Set();
  const told = new Set();
  for (const part of parts) {
    const step = STEP.exec(part);
    const kind = OF_SERVICE[part[0]];
    const ownDay = readDay(part);
    const isWrong = step ? part === step[1] : !kind && !ownDay && !/^v[0-9a-z]{2}$/.test(part);
    const name = step ? step[1] : ownDay ? ownDay.kind : part[0];
    if (isWrong || (step ? steps : told).has(name)) {
      damaged();
    }
    (step ? steps : told).add(name);
    const value = step ? readStep(step) : kind ? kind[1].from(part.slice(1)) : null;
    if (!service) {
      continue;
    }
    if (ownDay) {
      plan.due[dayKey(id, ownDay.kind)] = ownDay.day;
    } else if (!step && kind) {
      plan[kind[0]][id] = value;
    } else if (step && isOther) {
      gone(found, "changed", id);
    } else if (step && Number(step[1]) >= service.steps.length) {
      gone(found, "step", id);
    } else if (step) {
      putStep(plan, id + "/" + Number(step[1]), value);
    }
  }
  if (service) {
    plan.services.push(id);
  } else {
    gone(found, "service", id);
  }
}

const readStep = (step) => ({
  done: step[2] === "x",
  owner: step[3] ? OWNERS.from(step[3]) : null,
  due: step[4] ? day.from(step[4]) : null
});

function putStep(plan, key, value) {
  if (value.done) {
    plan.done[key] = true;
  }
  if (value.owner) {
    plan.owners[key] = value.owner;
  }
  if (value.due) {
    plan.due[key] = value.due;
  }
}
