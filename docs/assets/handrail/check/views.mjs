// What shows a question, one a page or among others; every other question is checkboxes with the people of the household.

import { showExpenses } from "./expenses.mjs";
import { showHours } from "./hours.mjs";
import { showMany } from "./many.mjs";
import { showPlace } from "./place.mjs";
import { showSavings } from "./savings.mjs";
import { showSelected } from "./selected.mjs";

export const VIEWS = {
  place: showPlace,
  "babies-expected": showSelected,
  married: showSelected,
  "tax-dependents": showSelected,
  status: showSelected,
  hours: showHours,
  receives: showMany,
  situations: showMany,
  expenses: showExpenses,
  savings: showSavings
};
