// The dates as a picture. It is for the eye only: the list below it says the same in words.

import { daysAfter } from "./days.mjs";
import { language, shortMonth } from "../words.mjs";
import { el } from "./element.mjs";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 320;
const EDGE = 16; // left free on both sides
const ROUND = 11; // half of a mark
const ROW = 26; // between marks above one another
const NEAR = 84; // days on the first line
const FAR = 540; // days after today that the second line may reach
const BEFORE = 7; // days that are over and still shown
const FEWEST = 28; // days on the first line
const FEWEST_LATER = 120; // days on the second
const DAY = 24 * 60 * 60 * 1000; // milliseconds

const count = (day) => Math.round(Date.parse(day + "T00:00:00Z") / DAY);

/**
 * The days of `list` [{day, ids}]: the next twelve weeks on a line of weeks, what comes later on a line of months, so that
 * neither crowds the other. Each mark holds the day of the month. Null where there is nothing to come.
 *
 * A day only of services that stay off the paper stays off the paper here too.
 */
export function timeline(page, list) {
  const days = byDay(list.filter((item) => item.day >= daysAfter(page.today, -BEFORE) && item.day <= daysAfter(page.today, FAR)));
  const near = days.filter((one) => one.day <= daysAfter(page.today, NEAR));
  const later = days.filter((one) => one.day > daysAfter(page.today, NEAR));
  const lines = [];
  if (near.length) {
    lines.push(line(page, near, [page.today, near[0].day].sort()[0], FEWEST, weeks));
  }
  if (later.length) {
    lines.push(line(page, later, later[0].day.slice(0, 8) + "01", FEWEST_LATER, noTicks));
  }
  return lines.length ? el("div", { class: "plan-timelines" }, lines) : null;
}

function line(page, days, first, fewest, ticks) {
  const length = Math.max(fewest, count(days[days.length - 1].day) - count(first));
  const isMirrored = document.documentElement.getAttribute("dir") === "rtl";
  const at = (day) => {
    const x = EDGE + ((WIDTH - 2 * EDGE) * (count(day) - count(first))) / length;
    return isMirrored ? WIDTH - x : x;
  };
  const rows = inRows(days.map((one) => at(one.day)));
  const base = (Math.max(...rows) + 1) * ROW + 2;
  return svg(
    "svg",
    { class: "plan-timeline", viewBox: "0 0 " + WIDTH + " " + (base + 24), "aria-hidden": "true", focusable: "false" },
    svg("path", { class: "plan-line", d: "M0 " + base + "H" + WIDTH }),
    ticks(first, length, at, base),
    months(first, length, at, base),
    days.map((one, index) => mark(page, one, at(one.day), base, rows[index]))
  );
}

/** [{day, ids}], each day once, in the order of `list`. */
function byDay(list) {
  const days = [];
  list.forEach((item) => {
    const last = days[days.length - 1];
    if (last && last.day === item.day) {
      last.ids.push(...item.ids);
    } else {
      days.push({ day: item.day, ids: item.ids.slice() });
    }
  });
  return days;
}

/** For each place the lowest row in which no mark covers another. */
function inRows(places) {
  const taken = [];
  return places.map((x) => {
    let row = 0;
    while (taken[row] !== undefined && Math.abs(x - taken[row]) < 2 * ROUND + 2) {
      row += 1;
    }
    taken[row] = x;
    return row;
  });
}

function weeks(first, length, at, base) {
  const ticks = [];
  for (let past = 0; past <= length; past += 7) {
    ticks.push(svg("path", { class: "plan-line", d: "M" + at(daysAfter(first, past)) + " " + base + "v5" }));
  }
  return ticks;
}

const noTicks = () => [];

/** The name of each month where it begins; the first where the line begins; none so near that it would touch another. */
function months(first, length, at, base) {
  const starts = [];
  for (let past = 0; past <= length; past += 1) {
    const day = daysAfter(first, past);
    if (past === 0 || day.slice(8) === "01") {
      starts.push(day);
    }
  }
  const isNear = (one, other) => Math.abs(at(one) - at(other)) < 2 * EDGE;
  const isCrowded = starts.length > 1 && first.slice(8) !== "01" && isNear(starts[0], starts[1]);
  const shown = [];
  starts
    .slice(isCrowded ? 1 : 0)
    .filter((day) => Math.abs(at(day) - WIDTH / 2) <= WIDTH / 2 - EDGE)
    .forEach((day) => {
      if (!shown.length || !isNear(shown[shown.length - 1], day)) {
        shown.push(day);
      }
    });
  return shown.map((day) => [
    svg("path", { class: "plan-line", d: "M" + at(day) + " " + base + "v5" }),
    svg("text", { class: "plan-month", x: at(day), y: base + 20, "text-anchor": "middle" }, shortMonth(day))
  ]);
}

function mark(page, one, x, base, row) {
  const y = base - ROUND - 2 - row * ROW;
  return svg(
    "g",
    { class: page.paperClass(one.ids) },
    svg("circle", { class: "plan-dot", cx: x, cy: base, r: 2.5 }),
    svg("circle", { class: "plan-mark", cx: x, cy: y, r: ROUND }),
    svg("text", { class: "plan-day", x: x, y: y + 4, "text-anchor": "middle", lang: language() }, String(Number(one.day.slice(8))))
  );
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  Object.keys(attributes)
    .filter((key) => attributes[key] !== null)
    .forEach((key) => element.setAttribute(key, String(attributes[key])));
  flat(children).forEach((child) => {
    element.appendChild(typeof child === "object" ? child : document.createTextNode(child));
  });
  return element;
}

const flat = (list) => list.reduce((all, one) => all.concat(Array.isArray(one) ? flat(one) : [one]), []);
