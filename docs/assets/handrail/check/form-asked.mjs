// Which questions the rules of some needs can use at all, whatever is answered. The form asks these and no others.

import { ofNeeds } from "../questionnaire.mjs";

const PEOPLE = "people";
// What a condition asks for; every one about a person asks for the people too.
const ASKS = {
  age: [PEOPLE],
  relation: [PEOPLE],
  caretaker: [PEOPLE],
  pregnant: [PEOPLE, "pregnant"],
  gave_birth: [PEOPLE, "recent-birth"],
  breastfeeding: [PEOPLE, "breastfeeding"],
  disabled: [PEOPLE, "disabled"],
  blind: [PEOPLE, "blind"],
  student: [PEOPLE, "student"],
  veteran: [PEOPLE, "veteran"],
  foster: [PEOPLE, "foster"],
  former_foster: [PEOPLE, "former-foster"],
  married: [PEOPLE, "married"],
  hours: [PEOPLE, "hours"],
  status: [PEOPLE, "status"],
  place: ["place"],
  figure: ["place"],
  savings: ["savings"],
  expense: ["expenses"],
  receives: ["receives"],
  situation: ["situations"]
};
// Who counts as one unit asks for more than the people themselves.
const OF_UNIT = {
  food: ["shares-food", "married"],
  tax: ["tax-dependents", "married"],
  couple: ["married"]
};
const OF_DEDUCTION = {
  child_care: ["expenses"],
  child_support_paid: ["expenses"],
  medical_over: ["expenses", "disabled"],
  shelter_cap: ["expenses"],
  shelter_cap_lifted: ["disabled"]
};

/** Ids of the questions, in the order of asking; of every need, when none is given. */
export function questionsOf(data, needs) {
  const found = new Set();
  const seen = new Set();
  const walk = (rule) => {
    const word = Object.keys(rule)[0];
    const value = rule[word];
    (ASKS[word] || []).concat(more(data, word, value)).forEach((id) => found.add(id));
    below(word, value).forEach(walk);
    if (word === "receives") {
      value.any_of.forEach(enter);
    }
  };
  const enter = (id) => {
    const service = data.services[id];
    if (service && !seen.has(id)) {
      seen.add(id);
      if (service.for === "person") {
        found.add(PEOPLE);
      }
      walk(service.rule);
    }
  };
  ofNeeds(data, needs).forEach(enter);
  return Object.keys(data.questions).filter((id) => found.has(id));
}

function below(word, value) {
  switch (word) {
    case "all":
    case "any":
      return value;
    case "not":
    case "anyone":
      return [value];
    case "count":
      return [value.who];
    case "maybe":
      return [value.if];
    default:
      return [];
  }
}

/** What the inside of a condition asks for. */
function more(data, word, value) {
  const ids = hasFigure(data, value) && below(word, value).length === 0 ? ["place"] : [];
  if (word === "anyone" || word === "count") {
    ids.push(PEOPLE);
  }
  if (word === "savings" && value.couple_at_most !== undefined) {
    ids.push(PEOPLE, "married");
  }
  if (word === "income") {
    ids.push("income", PEOPLE);
    ids.push.apply(ids, OF_UNIT[value.of] || []);
    if (value.at_most.of) {
      ids.push("place");
    }
    if (value.unborn_count) {
      ids.push("pregnant", "babies-expected");
    }
    Object.keys(value.deductions || {}).forEach((key) => ids.push.apply(ids, OF_DEDUCTION[key] || []));
  }
  return ids;
}

/** Does a condition name a figure? Those differ by state. */
function hasFigure(data, value) {
  if (typeof value === "string") {
    return Object.prototype.hasOwnProperty.call(data.figures, value);
  }
  return value !== null && typeof value === "object" && Object.keys(value).some((key) => hasFigure(data, value[key]));
}
