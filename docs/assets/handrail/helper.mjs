// Entry of /helper/: a plan for a family in ten minutes, with the keyboard, and nothing left for the next family.

import { orderOf } from "./plan.mjs";
import { button, el, fillWith } from "./plan/element.mjs";
import { open } from "./search.mjs";
import { wish } from "./share/choices.mjs";
import { start } from "./start.mjs";
import { changed, read, write } from "./state.mjs";
import { today } from "./today.mjs";
import { language, t } from "./words.mjs";
import { changes } from "./helper/changes.mjs";
import { chosen } from "./helper/chosen.mjs";
import { find } from "./helper/find.mjs";
import { give, spoken } from "./helper/give.mjs";
import { holding } from "./helper/held.mjs";
import { forgetFamily } from "./helper/next-family.mjs";
import { presets, today as todayOf } from "./helper/presets.mjs";
import { goals, papersAtHand } from "./helper/rest.mjs";
import { bringTo, goalIn, json, sidesOf } from "./helper/sides.mjs";

start("helper", (place) => {
  const folder = place.getAttribute("data-folder");
  const of = (name) => json(folder + name + "." + language() + ".json");
  return Promise.all([holding(folder, language(), read().plan.services), of("helper"), open(new URL(folder + "search/" + language() + "/", location.href).href, json)])
    .then(([held, helper, library]) => run(place, folder, held, helper, library))
    .catch((error) => {
      place.insertBefore(
        el("p", { role: "alert" }, t("This page could not be filled. Check the connection and load it again.")),
        place.firstChild
      );
      throw error;
    });
});

function run(place, folder, held, helper, library) {
  const unfolded = new Set(); // services whose steps show
  const said = el("div", { class: "helper-said" });
  const live = el("p", { role: "status", class: "plan-said" });
  const after = el("div", { class: "helper-row" });
  const sheet = el("div", { class: "helper-sheet plan-sheet" });
  const top = el("div", { class: "helper-top hr-no-print" });
  let sides = null; // the languages of the papers, once they are here
  let preset = null; // the one started last
  let wanted = ""; // the sheet to print: DESK, or the service that a referral is for
  let tells = false; // private services stand in the text for case notes
  let quiet = false; // a goal is being typed: nothing is drawn anew
  let drawing = false; // a field that is taken away says that it has changed

  /** Say `text`; with `undo` it can be taken back, with `yes` it waits for an answer. */
  function say(text, undo, yes) {
    live.textContent = text;
    const answer = (act) => () => {
      fillWith(after);
      live.textContent = "";
      act();
      finder.focus();
    };
    fillWith(
      after,
      undo ? button(t("Undo"), answer(undo), { class: "hr-button hr-secondary" }) : null,
      yes ? [button(t("Add it"), answer(yes)), button(t("Do not add it"), answer(() => {}), { class: "hr-button hr-secondary" })] : null
    );
    if (yes) {
      after.firstChild.focus();
    }
  }

  /** Both languages of the papers have these services too, then. */
  function bring(ids) {
    return Promise.all([held.bring(ids), sides ? bringTo(sides, ids) : null]);
  }

  /** What was chosen is fetched, then it goes on. */
  function having(ids, then) {
    bring(ids).then(then, (error) => {
      say(t("This could not be loaded. Check the connection and open it again."));
      console.error(error);
    });
  }

  const acts = changes(() => held.plan, say);
  const finder = find(library, (id) => having([id], () => acts.add(id)), (id) => read().plan.services.indexOf(id) !== -1);
  const ready = presets(helper, (one) => having(one.services, () => begin(one)));

  function begin(one) {
    acts.start(Object.assign({}, one, { goal: sides ? goalIn(one.goal, helper, sides.own) : one.goal }), () => {
      preset = one;
      ready.open = false;
      draw();
      sheet.querySelector("#helper-today").focus();
    });
  }

  function pageOf() {
    const state = read();
    const own = helper.languages.filter((one) => one.code === (state.speaks || language()))[0];
    return Object.assign({}, acts, {
      root: place.getAttribute("data-root"),
      base: place.getAttribute("data-base"),
      data: held.plan,
      helper: helper,
      plan: state.plan,
      order: orderOf(state.plan, held.plan.services),
      today: today(),
      spoken: own || helper.languages[0],
      speak(code) {
        wish.made = null;
        wish.choices.language = helper.languages.filter((one) => one.code === code)[0].base;
        write({ speaks: code });
        fetchSides();
      },
      isUnfolded: (id) => unfolded.has(id),
      unfolded: (id, isOpen) => (isOpen ? unfolded.add(id) : unfolded.delete(id)),
      sheet: () => wanted,
      want(sheetFor) {
        wanted = sheetFor;
        draw();
      },
      tellsPrivate: () => tells,
      tellPrivate(isTold) {
        tells = isTold;
        draw();
      },
      typeGoal(key, text) {
        quiet = true;
        acts.setGoal(key, text);
        quiet = false;
      },
      typed: () => draw()
    });
  }

  function draw() {
    const ids = read().plan.services;
    if (!held.has(ids)) {
      having(ids, draw); // came in another way, such as from a link
    } else if (!drawing) {
      drawing = true;
      fill();
      drawing = false;
    }
  }

  function fill() {
    const page = pageOf();
    const focused = document.activeElement;
    const key = focused && place.contains(focused) ? focused.getAttribute("data-key") : null;
    const wasInside = sheet.contains(focused);
    fillWith(top, spoken(page), button(t("Next family"), next, { "data-key": "next", class: "hr-button" }));
    fillWith(
      sheet,
      el("div", { class: "hr-no-print" }, todayOf(page, preset), chosen(page), page.order.length ? [papersAtHand(page), goals(page)] : null),
      give(page, sides)
    );
    if (key || wasInside) {
      focusAgain(key);
    }
  }

  function focusAgain(key) {
    const same = Array.from(place.querySelectorAll("[data-key]")).filter((one) => one.getAttribute("data-key") === key && !one.disabled)[0];
    (same || sheet.querySelector("#helper-plan")).focus();
  }

  function fetchSides() {
    const code = pageOf().spoken.code;
    const ids = read().plan.services;
    sidesOf(folder, helper.languages, code, ids).then(
      (found) => {
        const isWhole = read().plan.services.every((id) => ids.indexOf(id) !== -1);
        if (pageOf().spoken.code === code && !isWhole) {
          fetchSides(); // more was added meanwhile
        } else if (pageOf().spoken.code === code) {
          const before = sides;
          sides = found;
          const goal = read().plan.goal;
          if (before && goalIn(goal, before.own, found.own) !== goal) {
            acts.setGoal("goal", goalIn(goal, before.own, found.own));
          }
          draw();
        }
      },
      (error) => {
        say(t("That language did not load. Check the connection and choose it again."));
        console.error(error);
      }
    );
  }

  function next() {
    unfolded.clear();
    preset = null;
    wanted = "";
    tells = false;
    sides = null;
    forgetFamily();
    finder.clear();
    if (ready) {
      ready.open = false;
    }
    fillWith(after, el("p", { class: "hr-hint" }, t("What you printed, copied or downloaded, and other tabs, are not cleared. Close those tabs.")));
    live.textContent = t("Ready for the next family. Everything here is cleared.");
    draw();
    fetchSides();
    finder.focus();
  }

  fillWith(said, live, after);
  fillWith(
    place,
    top,
    el(
      "div",
      { class: "helper-find-part hr-no-print" },
      finder.element,
      said,
      el("p", null, t("Not sure what fits?"), " ", el("a", { href: "../check/form/" }, t("Run the one-page form")), " ", t("Add from its results, then come back here.")),
      ready
    ),
    sheet
  );
  draw();
  fetchSides();
  changed(() => {
    if (!quiet) {
      draw();
    }
  });
}
