// The income limit of a unit of a size. The twin of generators/rules/limits.py.
import { isNumber } from "./answers.mjs";
import { earliest, lookUpOn, programYear, resolve } from "./figures.mjs";
import { date, fillFrom, percent } from "./reasons.mjs";

const MEDIAN = "state-median-income";
const POVERTY = "poverty-guideline";

/**
 * Dollars a month, or `says`: no-limit, not-offered, or why there is none (place, past, no-row). In a scene that tells
 * also where it comes from: figure, until, details.
 */
export function limitFor(scene, income, size) {
  const limits = scene.telling ? scene.amounts.limitsTold : scene.amounts.limits;
  const bySize = limits[income.place] || (limits[income.place] = []);
  return bySize[size] || (bySize[size] = findLimit(scene, income, size));
}

function findLimit(scene, income, size) {
  const limit = income.at_most;
  if (limit.share !== null) {
    const share = resolve(scene, limit.share, size);
    if (!isNumber(share.value)) return none(share, limit.share.id);
    const table = tableOf(scene, limit.of, income.new_limits);
    if (table.lacking) return none(table.lacking, limit.of);
    const dollars = rounded((share.value * table.dollars(size)) / 12, income);
    if (!scene.telling) return { dollars, says: "" };
    const basis = fillFrom(scene, `basis-${limit.of}`, { share: percent(scene, share.value), year: table.year });
    const figure = limit.share.id || limit.of;
    return some(scene, dollars, figure, earliest([table.end, share.until]), [basis]);
  }
  const amount = resolve(scene, limit.amount, size);
  if (!isNumber(amount.value)) return none(amount, limit.amount.id);
  let dollars = amount.value;
  let until = amount.until;
  const more = amount.over === null ? size - 1 : amount.over;
  if (more && limit.each_more !== null) {
    const each = resolve(scene, limit.each_more, size);
    if (!isNumber(each.value)) return none(each, limit.each_more.id);
    dollars += each.value * more;
    if (scene.telling) until = earliest([until, each.until]);
  } else if (amount.over) {
    return { dollars: 0, says: "no-row", figure: limit.amount.id, until: null, details: [] };
  }
  const monthly = rounded(limit.per === "year" ? dollars / 12 : dollars, income);
  if (!scene.telling) return { dollars: monthly, says: "" };
  const figure = limit.amount.id;
  const name = figure ? [scene.data.figures[figure].name] : [];
  return some(scene, monthly, figure, until, name);
}

function some(scene, dollars, figure, until, details) {
  const ends = until ? [fillFrom(scene, "until", { date: date(scene, until) })] : [];
  return { dollars, says: "", figure, until, details: details.concat(ends) };
}

function none(found, figure) {
  const word = found.value === "no-limit" || found.value === "not-offered" ? found.value : "no-row";
  return { dollars: 0, says: found.missing || word, figure, until: found.until, details: [] };
}

/**
 * The table as it stood on the first day of the program's year: `dollars(size)` a year, the year of the table, and the
 * last day of the program's year; or what is `lacking`.
 */
function tableOf(scene, of, newLimits) {
  const tables = scene.amounts.tables[of] || (scene.amounts.tables[of] = {});
  return tables[newLimits] || (tables[newLimits] = findTable(scene, of, newLimits));
}

function findTable(scene, of, newLimits) {
  const [start, end] = programYear(scene.asOf, newLimits);
  const value = (id) => lookUpOn(scene, id, undefined, start);
  const base = value(of);
  if (base.missing || !isNumber(base.value)) {
    return { lacking: { value: null, missing: base.missing || "no-row", until: base.until } };
  }
  const year = base.since.slice(0, 4);
  if (of === POVERTY) {
    const each = value(`${POVERTY}-each-more`);
    const dollars = (size) => base.value + each.value * (size - 1);
    return { lacking: each.missing ? each : null, dollars, year, end };
  }
  const parts = ["first-person", "second-to-sixth-person", "each-more"].map((part) => value(`${MEDIAN}-${part}`));
  const [first, toSixth, eachMore] = parts.map((part) => part.value);
  const share = (size) => first + toSixth * (Math.min(size, 6) - 1) + eachMore * Math.max(0, size - 6);
  const lacking = parts.filter((part) => part.missing)[0] || null;
  return { lacking, dollars: (size) => base.value * share(size), year, end };
}

function rounded(dollars, income) {
  if (income.rounding === "up") return Math.ceil(dollars - 0.000001);
  if (income.rounding === "nearest") return Math.floor(dollars + 0.5);
  return dollars;
}
