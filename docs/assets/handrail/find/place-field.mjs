// Where a person looks for help: a ZIP code, a county, or the position of the device when a button is pressed. All of it
// lies behind one line, so that the first answer can be seen on a phone without moving the page.

import { plainDigits } from "../check/digits.mjs";
import { button, choice, el, fillWith } from "../plan/element.mjs";
import { countiesOf, zipAt, zipOf } from "../place.mjs";
import { t } from "../words.mjs";

const ZIP = /^\d{5}$/;
const notLoaded = () => t("The list of places did not load. Check the connection and try again.");

/**
 * {node, restore}. `set(place)` is called with {zip, county, counties, at, name} or null; `county` is set where one was
 * chosen ("pa-42003"). `states()` gives a promise of [code, name].
 */
export function placeField(places, states, set) {
  const ask = el("div", { role: "status", class: "find-said" });
  const input = el("input", {
    id: "find-zip",
    inputmode: "numeric",
    maxlength: "5",
    autocomplete: "off",
    "aria-describedby": "find-zip-hint"
  });
  const form = el(
    "form",
    { class: "find-zip" },
    el("label", { for: "find-zip" }, t("Your ZIP code")),
    el("div", { class: "hr-search-row" }, input, el("button", { class: "hr-button hr-quiet", type: "submit" }, t("Show near me")))
  );
  const entry = el(
    "div",
    null,
    form,
    ask,
    el("p", { class: "hr-hint", id: "find-zip-hint" }, t("Puts what is near you first. We do not keep it.")),
    otherWays(places, states, (place) => settle(place), say)
  );
  const chosen = el("div", { class: "find-chosen", hidden: true });
  const line = el("summary", null, nowhere());
  const fold = el("details", { class: "find-near" }, line, entry, chosen);
  let turn = 0;

  function say(...children) {
    fillWith(ask, ...children);
    fold.open = fold.open || children.length > 0;
  }

  function settle(place) {
    turn += 1;
    say();
    entry.hidden = Boolean(place);
    chosen.hidden = !place;
    fillWith(line, place ? [t("Near:"), " ", el("bdi", null, place.name)] : nowhere());
    if (place) {
      if (fold.contains(document.activeElement)) line.focus(); // what had the focus is hidden now
      fold.open = false;
      fillWith(
        chosen,
        button(t("Change the place"), () => change(), { class: "hr-button hr-quiet" }),
        place.at ? el("p", { class: "hr-hint" }, t("Miles are in a straight line, from the middle of the area. The road is longer.")) : null
      );
    }
    set(place);
  }

  function change() {
    settle(null);
    fold.open = true;
    input.focus();
    input.select();
  }

  /** Looks a ZIP code up; asks where it lies in several counties, unless `county` says which. */
  function look(code, county) {
    turn += 1;
    const mine = turn;
    return zipOf(places, code).then(
      (zip) => {
        if (mine !== turn) {
          return;
        }
        if (!zip) {
          say(el("p", { class: "hr-notice" }, t("We do not know the ZIP code %(zip)s. Check the five digits, or choose your county.", { zip: code })));
          return;
        }
        const named = zip.counties.find((one) => idOf(one) === county);
        if (zip.counties.length === 1 || named) {
          settle(ofZip(zip, named ? [named] : zip.counties, named && zip.counties.length > 1 ? idOf(named) : ""));
        } else {
          askWhich(zip);
        }
      },
      (error) => {
        console.warn(error);
        if (mine === turn) say(el("p", { role: "alert", class: "hr-notice" }, notLoaded()));
      }
    );
  }

  function askWhich(zip) {
    const named = zip.counties.map((one) =>
      button(titled(one), () => settle(ofZip(zip, [one], idOf(one))), { class: "hr-button hr-quiet" })
    );
    say(
      el("p", null, t("%(zip)s is in more than one county. Which one do you live in?", { zip: zip.zip })),
      el("div", { class: "hr-row" }, named, button(t("Not sure: show all of them"), () => settle(ofZip(zip, zip.counties, "")), { class: "hr-button hr-quiet" }))
    );
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = plainDigits(input.value).trim();
    if (ZIP.test(code)) {
      look(code, "");
    } else {
      say(el("p", { class: "hr-notice" }, t("A ZIP code has five digits, such as 90012.")));
      input.focus();
    }
  });
  input.addEventListener("input", () => {
    const code = plainDigits(input.value).trim();
    if (ZIP.test(code)) look(code, "");
  });

  return {
    node: el("section", { class: "find-place hr-no-print", "aria-label": t("Where") }, fold),
    restore(zip, county) {
      input.value = zip;
      if (zip) {
        return look(zip, county);
      }
      const state = county.slice(0, 2).toUpperCase();
      return countiesOf(places, state).then(
        (list) => {
          const one = list.find((known) => idOf(known) === county);
          if (one) settle(ofCounty(one));
        },
        (error) => {
          console.warn(error);
          say(el("p", { role: "alert", class: "hr-notice" }, notLoaded()));
        }
      );
    }
  };
}

const nowhere = () => t("Where: anywhere");
const idOf = (county) => county.state.toLowerCase() + "-" + county.fips;
const titled = (county) => county.name + ", " + county.state;

function ofZip(zip, counties, county) {
  const name = [zip.zip + (zip.name ? " " + zip.name : "")].concat(counties.map(titled)).join(" \u00b7 ");
  return { zip: zip.zip, county: county, counties: counties.map((one) => one.fips), at: zip.at, name: name };
}

function ofCounty(county) {
  return { zip: "", county: idOf(county), counties: [county.fips], at: county.at, name: titled(county) };
}

/** A county from lists, or the position of the device. */
function otherWays(places, states, settle, say) {
  const lists = el("div", { class: "find-county" });
  const details = el("details", null, el("summary", null, t("No ZIP code? Choose a county")), lists);
  const failed = (error) => {
    console.warn(error);
    say(el("p", { role: "alert", class: "hr-notice" }, notLoaded()));
  };
  const field = (id, label, list) => el("div", { class: "hr-field" }, el("label", { for: id }, label), list);
  let county = null;
  const pickState = (code) => {
    if (county) {
      lists.removeChild(county);
      county = null;
    }
    return code
      ? countiesOf(places, code).then((known) => {
          const options = [["", t("Choose a county")]].concat(known.map((one) => [one.fips, one.name]));
          const pick = (fips) => fips && settle(ofCounty(known.find((one) => one.fips === fips)));
          county = field("find-county", t("County"), choice(options, "", pick, { id: "find-county" }));
          lists.insertBefore(county, lists.children[1] || null);
        }, failed)
      : null;
  };
  details.addEventListener("toggle", () => {
    if (details.open && !lists.firstChild) {
      states().then((known) => {
        const options = [["", t("Choose a state")]].concat(known);
        fillWith(lists, field("find-state", t("State"), choice(options, "", pickState, { id: "find-state" })), position(places, settle, say));
      }, failed);
    }
  });
  return details;
}

/** A button that asks the browser where the device is; nothing where it cannot say. */
function position(places, settle, say) {
  if (!navigator.geolocation || !window.isSecureContext) {
    return null;
  }
  const unknown = () => say(el("p", { class: "hr-notice" }, t("Your device did not say where it is. Type a ZIP code or choose a county.")));
  const act = () => {
    say(el("p", null, t("Looking for your place \u2026")));
    navigator.geolocation.getCurrentPosition(
      (found) =>
        zipAt(places, [found.coords.latitude, found.coords.longitude]).then(
          (zip) => (zip ? settle(ofZip(zip, zip.counties.slice(0, 1), zip.counties.length > 1 ? idOf(zip.counties[0]) : "")) : unknown()),
          (error) => {
            console.warn(error);
            say(el("p", { role: "alert", class: "hr-notice" }, notLoaded()));
          }
        ),
      unknown,
      { maximumAge: 600000, timeout: 15000 }
    );
  };
  return el(
    "div",
    { class: "find-position" },
    button(t("Use where I am now"), act, { class: "hr-button hr-quiet" }),
    el("p", { class: "hr-hint" }, t("Your browser asks you first. Your phone finds the ZIP code by itself."))
  );
}
