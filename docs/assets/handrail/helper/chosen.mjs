// The services of the plan, to trim and to put in order; each unfolds to its steps.

import { button, el, fillWith } from "../plan/element.mjs";
import { language, n, t } from "../words.mjs";
import { hint } from "./presets.mjs";
import { steps } from "./steps.mjs";

/** The plan; with nothing in it, that it is empty. */
export function chosen(page) {
  return el(
    "section",
    { class: "helper-chosen", "aria-labelledby": "helper-plan" },
    el("h2", { id: "helper-plan", tabindex: "-1" }, t("The plan")),
    page.order.length ? list(page) : el("p", { class: "hr-hint" }, t("Nothing is in it yet."))
  );
}

function list(page) {
  const lost = page.plan.services.length - page.order.length;
  return [
    lost
      ? el(
          "p",
          null,
          n(
            "One service of your plan is not on this site any more.",
            "%(count)s services of your plan are not on this site any more.",
            lost
          )
        )
      : null,
    el("p", { class: "hr-hint helper-keys" }, t("Keys: Alt with the up or down arrow moves a service, Alt with Delete takes it out.")),
    page.plan.moved
      ? button(t("Use the order we suggest"), page.suggestOrder, { class: "hr-button hr-quiet", "data-key": "suggest" })
      : null,
    el("ol", { class: "helper-list" }, page.order.map((id, place) => one(page, id, place)))
  ];
}

function one(page, id, place) {
  const service = page.data.services[id];
  const onKey = (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || /^(SELECT|INPUT)$/.test(event.target.tagName)) {
      return;
    }
    if (by) {
      event.preventDefault();
      page.move(id, by);
    } else if (event.key === "Delete") {
      event.preventDefault();
      page.remove(id);
    }
  };
  return el(
    "li",
    { on: { keydown: onKey }, "data-service": id },
    details(page, id, service),
    el(
      "div",
      { class: "helper-move" },
      tool("up", "\u2191", t("Move up: %(name)s", { name: service.name }), place === 0, () => page.move(id, -1)),
      tool("down", "\u2193", t("Move down: %(name)s", { name: service.name }), place === page.order.length - 1, () => page.move(id, 1)),
      tool("out", "\u00d7", t("Take out: %(name)s", { name: service.name }), false, () => page.remove(id))
    )
  );

  function tool(name, sign, label, isOff, act) {
    return button(sign, act, {
      class: "hr-button hr-secondary helper-sign",
      "aria-label": label,
      title: label,
      "data-key": name + ":" + id,
      disabled: isOff
    });
  }
}

/** Folded: its name and how much is set. Its inside is drawn when it is first unfolded. */
function details(page, id, service) {
  const set = service.steps.filter((step, index) => page.plan.due[id + "/" + index] || page.plan.owners[id + "/" + index]).length;
  const inside = el("div", { class: "helper-inside" });
  const show = () => fillWith(inside, tip(page, id), steps(page, id), about(page, service));
  const element = el(
    "details",
    {
      on: {
        toggle: () => {
          page.unfolded(id, element.open);
          if (element.open && !inside.firstChild) {
            show();
          }
        }
      }
    },
    el(
      "summary",
      { "data-key": "fold:" + id },
      el("strong", { lang: service.language === language() ? null : service.language }, service.name),
      " ",
      service.sensitive ? el("span", { class: "hr-badge" }, t("private")) : null,
      page.helper.hints[id] ? el("span", { class: "hr-badge" }, t("hint")) : null,
      el("span", { class: "helper-set hr-hint" }, t("%(set)s of %(all)s steps set", { set: set, all: service.steps.length }))
    ),
    inside
  );
  if (page.isUnfolded(id)) {
    show();
    element.open = true;
  }
  return element;
}

function tip(page, id) {
  const found = page.helper.hints[id];
  return found ? hint(found.text, found.lang === language() ? null : found.lang) : null;
}

function about(page, service) {
  return el("p", null, el("a", { href: page.root + page.base + service.url }, t("All about it"), el("span", { class: "hr-away" }, ": " + service.name)));
}
