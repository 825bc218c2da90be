// Entry of /check/form/: the same questions on one page, for helpers. Without it the page is the form to print.

import { begin } from "./check/begin.mjs";
import { showForm } from "./check/form.mjs";
import { start } from "./start.mjs";
import { t } from "./words.mjs";

start("check-form", (element) =>
  begin(element, { step: "form", show: showForm, words: t("All questions on one page") })
);
