// What a search can be narrowed down by, each choice with how many services it leaves. A group's file is loaded when
// somebody opens it, or when an address names it.

import { button, el, fillWith, tick } from "../plan/element.mjs";
import { t } from "../words.mjs";

const TITLES = {
  need: () => t("What you need"),
  whom: () => t("Who it is for"),
  open: () => t("Open now"),
  reach: () => t("How to reach it"),
  cost: () => t("What it costs"),
  asks: () => t("What they ask for at the door"),
  spoken: () => t("Language spoken"),
  access: () => t("Accessible")
};

/**
 * {node, chosen, wanted, show}. `ids` are the groups that there are, `chosen` what is chosen by group, `changed()` is
 * called when that changes or a group is opened; `wanted()` are the groups whose files are needed now, and
 * `show(groups, counts)` draws them.
 */
export function narrowing(ids, chosen, changed) {
  const opened = [];
  const bodies = {};
  const summary = el("summary", null);
  const chips = el("div", { class: "find-chips", role: "group", "aria-label": t("Chosen") });
  const order = Object.keys(TITLES).filter((id) => ids.indexOf(id) !== -1);
  const parts = order.map((id) => {
    bodies[id] = el("div", { class: "hr-ticks hr-columns" });
    const details = el("details", { "data-group": id }, el("summary", null, TITLES[id]()), hint(id), bodies[id]);
    details.addEventListener("toggle", () => {
      if (details.open && opened.indexOf(id) === -1) {
        opened.push(id);
        changed();
      }
    });
    return details;
  });
  const node = el("div", { class: "find-narrow hr-no-print" }, el("details", null, summary, parts), chips);
  const names = {};
  node.hidden = !order.length;

  function put(group, id, isIn) {
    const others = (chosen[group] || []).filter((one) => one !== id);
    chosen[group] = isIn ? others.concat(id) : others;
    changed();
  }

  function show(groups, counts) {
    groups.forEach((group) => draw(group, counts[group.id] || {}));
    const picked = [].concat(...order.map((group) => (chosen[group] || []).map((id) => [group, id])));
    summary.textContent = picked.length ? t("Narrow down (%(count)s chosen)", { count: picked.length }) : t("Narrow down");
    fillWith(
      chips,
      picked
        .filter(([group, id]) => names[group + "/" + id])
        .map(([group, id]) => {
          const name = names[group + "/" + id];
          return button([name, el("span", { "aria-hidden": "true" }, " \u2715")], () => put(group, id, false), {
            class: "hr-button hr-quiet",
            "aria-label": t("Take out: %(name)s", { name: name })
          });
        })
    );
  }

  /** Boxes are made once, so that the keyboard stays where it is; then only their state and counts change. */
  function draw(group, counts) {
    const body = bodies[group.id];
    if (!body) {
      return;
    }
    if (!body.firstChild) {
      fillWith(
        body,
        group.choices.map((choice) => {
          names[group.id + "/" + choice.id] = choice.name;
          return tick(group.id + "/" + choice.id, false, (isIn) => put(group.id, choice.id, isIn), choice.name, " ", el("bdi", { dir: "ltr", class: "find-count" }));
        })
      );
    }
    group.choices.forEach((choice, at) => {
      const label = body.children[at];
      label.querySelector("input").checked = (chosen[group.id] || []).indexOf(choice.id) !== -1;
      label.querySelector(".find-count").textContent = "(" + (counts[choice.id] || 0) + ")";
    });
  }

  show([], {});
  return {
    node: node,
    wanted: () => order.filter((id) => opened.indexOf(id) !== -1 || (chosen[id] || []).length),
    show: show
  };
}

function hint(id) {
  return id === "asks"
    ? el("p", { class: "hr-hint" }, t("We show first who does not ask for it. For many places nobody knows: call first."))
    : null;
}
