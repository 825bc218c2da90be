// Entry of /plan/: draws the plan anew after each change and puts the focus back where it was.

import { loadDoorways, withDoorways } from "./doorways.mjs";
import { known, orderOf } from "./plan.mjs";
import { today } from "./today.mjs";
import { changes } from "./plan/changes.mjs";
import { compare } from "./plan/compare.mjs";
import { areHere, more, planData } from "./plan/data.mjs";
import { dates } from "./plan/dates.mjs";
import { draftsIn, putDrafts } from "./plan/drafts.mjs";
import { button, el, fillWith } from "./plan/element.mjs";
import { empty } from "./plan/empty.mjs";
import { errands } from "./plan/errands.mjs";
import { foot } from "./plan/foot.mjs";
import { makeFrontDesk } from "./plan/front-desk.mjs";
import { goal } from "./plan/goal.mjs";
import { log } from "./plan/log.mjs";
import { numbers } from "./plan/numbers.mjs";
import { papers } from "./plan/papers.mjs";
import { renamed } from "./plan/renamed.mjs";
import { lost, services } from "./plan/services.mjs";
import { summary } from "./plan/summary.mjs";
import { team } from "./plan/team.mjs";
import { week } from "./plan/week.mjs";
import { isKept } from "./keep/device.mjs";
import { keepPanel } from "./keep/panel.mjs";
import { arrival } from "./share/arrival.mjs";
import { senderNote } from "./share/note.mjs";
import { linkOnSheet } from "./share/panel.mjs";
import { giveBack } from "./share/read.mjs";
import { inSlices } from "./slices.mjs";
import { start } from "./start.mjs";
import { changed, read, wipe, write } from "./state.mjs";
import { language, t } from "./words.mjs";

const WIPED = ["wipe", "idle", "gone"]; // why the page must not keep anything either

start("plan", (place) =>
  Promise.all([
    planData(place.getAttribute("data-plan"), place.getAttribute("data-parts"), read().plan.services),
    loadDoorways(place.getAttribute("data-doorways"))
  ])
    .then(([data]) => run(place, data))
    .catch((error) => {
      giveBack();
      place.insertBefore(
        el("p", { role: "alert" }, t("Your plan could not be shown. Check the connection and load this page again.")),
        place.firstChild
      );
      throw error;
    })
);

function run(place, national) {
  let data = national; // with the doors of the family's own state, as soon as it is known
  const open = new Set(); // services that are unfolded
  const paper = new Set(); // private services that may be printed
  const said = el("p", { role: "status", class: "plan-said" });
  const sheet = el("div", { class: "plan-sheet" });
  let chosen = {}; // what was picked to look at, such as two services to compare
  let asking = false; // "start again" waits for a yes
  const folder = place.getAttribute("data-folder") || place.getAttribute("data-plan").replace(/[^/]*$/, "");
  const hasParts = place.hasAttribute("data-parts");
  const inLanguage = (code, ids) => planData(folder + "plan." + code + ".json", hasParts && folder + "plan/" + code + "/", ids);
  const desk = makeFrontDesk(
    (code) => inLanguage(code, read().plan.services),
    (code) => folder + "frontdesk." + code + ".json",
    language(),
    (isOpen) => {
      sheet.hidden = isOpen;
      if (!isOpen) {
        focusAgain("desk");
      }
    }
  );
  let isDrawn = false;
  let quiet = false; // the goal is being typed: nothing is drawn anew

  const keep = keepPanel(() => pageOf(read().plan), inLanguage, () => draw());

  function pageOf(plan) {
    const order = orderOf(plan, data.services);
    const list = errands(order, data.services);
    const isHidden = (id) => data.services[id].sensitive && !paper.has(id);
    const view = {
      data: data,
      plan: plan,
      order: order,
      errands: list,
      today: today(),
      root: place.getAttribute("data-root"),
      language: place.getAttribute("data-base"),
      langOf: (id) => (data.services[id].language === language() ? null : data.services[id].language),
      isEnglishHere: (id) => data.services[id].language !== language(),
      isHidden: isHidden,
      paperClass: (ids) => (ids.every(isHidden) ? "hr-no-print" : null),
      isOpen: (id) => open.has(id),
      isOnPaper: (id) => paper.has(id),
      folded: (id, isFolded) => (isFolded ? open.delete(id) : open.add(id)),
      putOnPaper(id, isWanted) {
        paper[isWanted ? "add" : "delete"](id);
        draw();
      },
      chosen: (key) => chosen[key] || "",
      choose(key, value) {
        chosen[key] = value;
        draw();
      },
      forgetChoices() {
        chosen = {};
      },
      need: (ids) => more(national, ids),
      compareUrl: place.getAttribute("data-compare"),
      draw: () => draw(),
      focus: focusAgain,
      alternatives: (id) =>
        known(data.services[id].alternatives, data.services).filter(
          (other) => data.services[id].sensitive || !data.services[other].sensitive
        )
    };
    return Object.assign(view, changes({ view: view, say: say, quietly: quietly, refresh: refresh }));
  }

  function say(text) {
    said.textContent = text;
  }

  /** Without drawing: what is typed piece by piece must stay. */
  function quietly(work) {
    quiet = true;
    work();
    quiet = false;
  }

  function withNewIds() {
    const ofToday = renamed(read().plan, national.was_called, national.services);
    if (ofToday) {
      write({ plan: ofToday });
    }
  }

  /** What came into the plan since, such as another service to try, is fetched first. */
  function fetched() {
    const ids = read().plan.services;
    if (!areHere(national, ids)) {
      more(national, ids).then(draw, (error) => {
        said.textContent = t("This could not be loaded. Check the connection and open it again.");
        console.warn(error);
      });
      return false;
    }
    return true;
  }

  /** The page of the plan as it is now; null while something for it is fetched. */
  function present() {
    withNewIds();
    if (!fetched()) {
      return null;
    }
    const facts = read().facts;
    data = withDoorways(national, facts.place && facts.place.state);
    const page = pageOf(read().plan);
    keep.show(page);
    return page;
  }

  function draw() {
    const page = present();
    if (page) {
      fill(page, works(page).map((work) => work()));
    }
  }

  /** The same in slices: the processor of an old phone is busy enough when a page opens. */
  function drawFirst() {
    const page = present();
    return page && inSlices(works(page), () => isDrawn).then((parts) => fill(page, parts));
  }

  /** What makes each part of the sheet. */
  function works(page) {
    return page.order.length
      ? [
          () => linkOnSheet(page),
          () => senderNote(page),
          () => week(page),
          () => keep.section(page),
          () => tools(),
          () => services(page),
          () => papers(page),
          () => dates(page),
          () => numbers(page),
          () => goal(page),
          () => team(page),
          () => log(page),
          () => compare(page),
          () => summary(page),
          () => foot(data)
        ]
      : [() => empty(data)];
  }

  function fill(page, parts) {
    const key = document.activeElement && document.activeElement.getAttribute("data-key");
    const inside = sheet.contains(document.activeElement);
    const drafts = draftsIn(sheet);
    isDrawn = true;
    fillWith(sheet, lost(page.plan.services.length - known(page.plan.services, data.services).length), parts);
    place.classList.add("hr-drawn");
    putDrafts(sheet, drafts);
    if (inside) {
      focusAgain(key);
    }
  }

  /** Only what follows from a day that is being typed elsewhere. */
  function refresh() {
    const page = pageOf(read().plan);
    [[".plan-week", week], [".plan-dates", dates]].forEach(([name, part]) => {
      const before = sheet.querySelector(name);
      const after = part(page);
      if (before && after) {
        before.replaceWith(after);
      }
    });
  }

  function focusAgain(key) {
    const same = key && Array.from(sheet.querySelectorAll("[data-key]")).filter((one) => one.getAttribute("data-key") === key)[0];
    const target = same && !same.disabled ? same : sheet.querySelector("h2[tabindex]");
    if (target) {
      target.focus();
    }
  }

  function tools() {
    return el(
      "div",
      { class: "plan-tools hr-no-print" },
      button(t("Front-desk sheet"), () => desk.open(pageOf(read().plan)), { class: "hr-button hr-secondary", "data-key": "desk" }),
      asking
        ? [
            el(
              "p",
              { id: "plan-sure" },
              t("Clear your plan and all your answers? They cannot be brought back."),
              isKept() ? " " + t("The plan kept on this device is deleted too.") : null
            ),
            button(t("Yes, clear everything"), clear, { "data-key": "again", "aria-describedby": "plan-sure" }),
            button(t("No, keep it"), () => ask(false), { class: "hr-button hr-quiet", "data-key": "keep" })
          ]
        : button(t("Start again"), () => ask(true), { class: "hr-button hr-quiet", "data-key": "again" })
    );
  }

  function ask(isAsking) {
    asking = isAsking;
    draw();
    focusAgain("again");
  }

  function clear() {
    asking = false;
    wipe();
    said.textContent = t("Everything is cleared.");
    focusAgain(null);
  }

  fillWith(place, said, arrival(national), keep.bar, sheet, desk.element);
  const first = drawFirst();
  changed((state, why) => {
    if (WIPED.indexOf(why) !== -1) {
      open.clear();
      paper.clear();
      chosen = {};
      desk.close();
      fillWith(sheet);
    }
    if (!quiet) {
      draw();
    }
  });
  return first;
}
