// Entry of /check/: asks one question at a time and shows the results. Without it the page is a form to print.

import { begin } from "./check/begin.mjs";
import { start } from "./start.mjs";

start("questionnaire", (element) => begin(element));
