// Where the household lives: the state, and what of the rest a person wants to say.

import { t } from "../words.mjs";
import { NOT_SURE, RATHER_NOT, isUnknown, writeOne } from "./facts.mjs";
import { input, select } from "./fields.mjs";
import { draw } from "./page.mjs";

export function showPlace(app, id) {
  const question = app.question(id);
  const before = app.facts().place || {};
  const said = (value) => (isUnknown(value) ? "" : value);
  const options = [["", t("Choose a state")]].concat(app.texts.states, [
    [NOT_SURE, t("Not sure")],
    [RATHER_NOT, t("Rather not say")]
  ]);
  const state = select("state", t("State"), options, before.state);
  const county = input("county", t("County (you can leave this out)"), { value: said(before.county) });
  const zip = input("zip", t("ZIP code (you can leave this out)"), { value: said(before.zip), mode: "numeric" });
  const submit = () => {
    if (!state.value()) {
      return [{ field: state.first, text: t("Choose a state, “Not sure” or “Rather not say”.") }];
    }
    if (zip.value() && !/^\d{5}$/.test(zip.value())) {
      return [{ field: zip.first, text: t("A ZIP code has five digits, such as 90012.") }];
    }
    const place = { state: state.value(), county: county.value() || RATHER_NOT, zip: zip.value() || RATHER_NOT };
    app.save(writeOne(app.facts(), "place", place));
    app.done(id);
    return [];
  };
  draw(app, {
    heading: question.ask,
    hint: question.hint,
    why: question.why,
    find_out: question.find_out,
    body: [state.node, county.node, zip.node],
    submit: submit,
    progress: app.progress()
  });
}
