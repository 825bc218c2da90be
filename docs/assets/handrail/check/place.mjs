// Where the household lives: a ZIP code finds the state and the county, and each may be said without it.

import { openPlaces, zipOf } from "../place.mjs";
import { t } from "../words.mjs";
import { countyField } from "./county.mjs";
import { button, clear, h } from "./dom.mjs";
import { NOT_SURE, RATHER_NOT, isUnknown, writeOne } from "./facts.mjs";
import { input, select } from "./fields.mjs";
import { load } from "./load.mjs";
import { draw } from "./page.mjs";

const ZIP = /^\d{5}$/;

export function showPlace(app, id) {
  const question = app.question(id);
  const before = app.facts().place || {};
  const said = (value) => (isUnknown(value) ? "" : value);
  const options = [["", t("Choose a state")]].concat(app.texts.states, [
    [NOT_SURE, t("Not sure")],
    [RATHER_NOT, t("Rather not say")]
  ]);
  const base = app.element.getAttribute("data-places");
  const places = base ? openPlaces(new URL(base, location.href).href, load) : null;
  const hint = places ? t("It finds your state and county.") : null;
  const zip = input("zip", t("ZIP code (you can leave this out)"), { value: said(before.zip), mode: "numeric", hint: hint });
  const found = h("div", { role: "status", class: "hr-zip-said" });
  const state = select("state", t("State"), options, before.state);
  const county = countyField(places, said(before.county));
  county.of(state.value(), said(before.county));
  state.first.addEventListener("change", () => county.of(state.value()));
  if (places) {
    zip.first.addEventListener("input", () => look(places, zip, found, choose));
  }

  function choose(one) {
    state.first.value = one.state;
    county.of(one.state, one.name);
  }

  const submit = () => {
    if (!state.value()) {
      return [{ field: state.first, text: t("Choose a state, “Not sure” or “Rather not say”.") }];
    }
    if (zip.value() && !ZIP.test(zip.value())) {
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
    body: [zip.node, found, state.node, county.node],
    submit: submit,
    progress: app.progress()
  });
}

/** Finds the county of a ZIP code as soon as it is whole; of several it asks which. What does not load is left to type. */
function look(places, zip, found, choose) {
  const code = zip.value();
  clear(found);
  if (!ZIP.test(code)) {
    return;
  }
  zipOf(places, code).then(
    (known) => {
      if (zip.value() !== code) {
        return;
      }
      clear(found);
      if (!known) {
        found.appendChild(
          h("p", { class: "hr-notice" }, t("We do not know the ZIP code %(zip)s. Check the five digits, or choose your county.", { zip: code }))
        );
      } else if (known.counties.length === 1) {
        choose(known.counties[0]);
      } else {
        ask(known, found, choose);
      }
    },
    (error) => console.warn(error)
  );
}

function ask(known, found, choose) {
  const pick = (one) => () => {
    choose(one);
    clear(found);
  };
  found.appendChild(h("p", {}, t("%(zip)s is in more than one county. Which one do you live in?", { zip: known.zip })));
  const named = known.counties.map((one) => button(one.name + ", " + one.state, "hr-button hr-quiet", pick(one)));
  found.appendChild(h("p", { class: "hr-actions" }, named));
}
