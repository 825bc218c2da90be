// Entry of /plan/: draws the plan anew after each change and puts the focus back where it was.

import { loadDoorways, withDoorways } from "./doorways.mjs";
import { inOrder, known, moved, orderOf, without } from "./plan.mjs";
import { today } from "./today.mjs";
import { addToPlan } from "./plan/add.mjs";
import { dates } from "./plan/dates.mjs";
import { button, el, fillWith } from "./plan/element.mjs";
import { empty } from "./plan/empty.mjs";
import { goal } from "./plan/goal.mjs";
import { numbers } from "./plan/numbers.mjs";
import { papers } from "./plan/papers.mjs";
import { lost, services } from "./plan/services.mjs";
import { week } from "./plan/week.mjs";
import { start } from "./start.mjs";
import { changed, read, wipe, write } from "./state.mjs";
import { date, language, t } from "./words.mjs";

start("plan", (place) =>
  Promise.all([
    fetch(place.getAttribute("data-plan")).then((answer) => {
      if (!answer.ok) {
        throw new Error("The plan's data: " + answer.status);
      }
      return answer.json();
    }),
    loadDoorways(place.getAttribute("data-doorways"))
  ])
    .then(([data]) => run(place, data))
    .catch((error) => {
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
  let asking = false; // "start again" waits for a yes
  let quiet = false; // the goal is being typed: nothing is drawn anew

  const change = (patch) => write({ plan: Object.assign(read().plan, patch) });

  function pageOf(plan) {
    const order = orderOf(plan, data.services);
    const isHidden = (id) => data.services[id].sensitive && !paper.has(id);
    return {
      data: data,
      plan: plan,
      order: order,
      today: today(),
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
      tick(key, isTicked) {
        const done = read().plan.done;
        done[key] = isTicked;
        said.textContent = isTicked ? t("Ticked.") : t("Not ticked any more.");
        change({ done: done });
      },
      move(id, by) {
        const list = moved(order, id, by);
        said.textContent = t("%(name)s is now number %(place)s.", {
          name: data.services[id].name,
          place: list.indexOf(id) + 1
        });
        change({ services: list, moved: true });
      },
      suggestOrder() {
        said.textContent = t("This is the order we suggest.");
        change({ services: inOrder(plan.services, data.services), moved: false });
      },
      remove(id) {
        said.textContent = t("Removed from your plan: %(name)s.", { name: data.services[id].name });
        change(without(read().plan, id));
      },
      begin(day) {
        change({ since: day || today() });
      },
      typeGoal(key, text) {
        quiet = true;
        change({ [key]: text });
        quiet = false;
      },
      goalNow: (key) => read().plan[key],
      setGoal(key, text) {
        change({ [key]: text });
      },
      setReview(day) {
        change({ review: day || null });
      },
      setOwner(key, who) {
        change({ owners: Object.assign(read().plan.owners, { [key]: who }) });
      },
      setHelped(id, answer) {
        said.textContent = answer === "partly" || answer === "no" ? t("Below it is what to try next.") : "";
        change({ helped: Object.assign(read().plan.helped, { [id]: answer }) });
      },
      alternatives: (id) =>
        known(data.services[id].alternatives, data.services).filter(
          (other) => data.services[id].sensitive || !data.services[other].sensitive
        ),
      add(id) {
        addToPlan(id);
        said.textContent = t("Added to your plan.");
      }
    };
  }

  function draw() {
    const facts = read().facts;
    data = withDoorways(national, facts.place && facts.place.state);
    const plan = read().plan;
    const page = pageOf(plan);
    const key = document.activeElement && document.activeElement.getAttribute("data-key");
    const inside = sheet.contains(document.activeElement);
    const count = plan.services.length - known(plan.services, data.services).length;
    fillWith(
      sheet,
      lost(count),
      page.order.length
        ? [week(page), tools(), services(page), papers(page), dates(page), numbers(page), goal(page), foot(data)]
        : empty(data)
    );
    if (inside) {
      focusAgain(key);
    }
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
      button(t("Print my plan"), () => window.print(), { "data-key": "print" }),
      asking
        ? [
            el("p", { id: "plan-sure" }, t("Clear your plan and all your answers? They cannot be brought back.")),
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
    open.clear();
    paper.clear();
    wipe();
    said.textContent = t("Everything is cleared.");
    focusAgain(null);
  }

  fillWith(place, said, sheet);
  draw();
  changed(() => {
    if (!quiet) {
      draw();
    }
  });
}

function foot(data) {
  return el(
    "p",
    { class: "plan-foot" },
    t(
      "%(name)s is run by %(run_by)s. It is not the government, and this is not legal advice. Only the agency decides who gets help.",
      data.site
    ),
    el("span", { class: "only-print" }, " ", t("Printed on %(date)s.", { date: date(today()) }))
  );
}
