// The closed vocabulary as a table: the word of a condition and the small function that tests it.
import { ABOUT_MONEY } from "./about_money.mjs";
import { ABOUT_PEOPLE } from "./about_people.mjs";
import { ABOUT_PLACE } from "./about_place.mjs";
import { ABOUT_PROGRAMS } from "./about_programs.mjs";

export const CONDITIONS = Object.assign({}, ABOUT_PEOPLE, ABOUT_PLACE, ABOUT_MONEY, ABOUT_PROGRAMS);
