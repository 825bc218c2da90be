// The frame of every step: Back, how far, the heading that takes the focus, the form, why we ask, the buttons.

import { t } from "../words.mjs";
import { append, button, clear, h, linkButton } from "./dom.mjs";
import { showErrors } from "./fields.mjs";

const site = document.title;

/**
 * Draw one step.
 * parts: heading; hint, why, find_out (texts); body (nodes); `submit` gives errors [{field, text}] or goes on; `go`
 * (words of the main button); `actions` (more buttons); `plain` (a page that is no form); `quiet` (no way to the results).
 * Where many steps stand on one page, `app.draw` takes the parts instead.
 */
export function draw(app, parts) {
  if (app.draw) {
    app.draw(parts);
    return;
  }
  clear(app.element);
  document.title = parts.heading + " – " + site;
  const heading = h("h1", { tabindex: "-1" }, parts.heading);
  const summary = h("div", { class: "hr-error-summary", tabindex: "-1", hidden: true });
  append(app.element, [top(app, parts), summary, parts.plain ? plain(parts, heading) : form(app, parts, heading, summary)]);
  if (app.moved) {
    heading.focus({ preventScroll: true });
    app.element.scrollIntoView();
  }
}

function top(app, parts) {
  const back = h("a", { href: "#", class: "hr-back", on: { click: (event) => (event.preventDefault(), app.back()) } });
  back.textContent = t("Back");
  return h(
    "div",
    { class: "hr-check-top" },
    app.canGoBack() ? back : null,
    app.home && app.home() ? linkButton(app.home(), app.goHome) : null,
    parts.progress ? h("p", { class: "hr-progress" }, parts.progress) : null
  );
}

function plain(parts, heading) {
  return h("div", { class: "hr-step" }, heading, parts.body);
}

function form(app, parts, heading, summary) {
  const send = (event) => {
    event.preventDefault();
    const errors = parts.submit() || [];
    if (errors.length) {
      document.title = t("Error: %(title)s", { title: parts.heading + " – " + site });
      showErrors(summary, errors);
    }
  };
  const described = [parts.hint ? "check-hint" : "", parts.note ? "check-note" : ""].join(" ").trim();
  return h(
    "form",
    { class: "hr-question", novalidate: true, autocomplete: "off", on: { submit: send } },
    h(
      "fieldset",
      { "aria-describedby": described || null },
      h("legend", {}, heading),
      parts.hint ? h("p", { class: "hr-hint", id: "check-hint" }, parts.hint) : null,
      parts.note ? h("p", { class: "hr-notice", id: "check-note" }, parts.note) : null,
      app.isSensitive()
        ? h("p", { class: "hr-hint" }, t("We keep nothing here. If you load this page again, your answers are gone."))
        : null,
      parts.body
    ),
    parts.why ? why(parts) : null,
    h(
      "p",
      { class: "hr-actions" },
      parts.submit ? h("button", { type: "submit", class: "hr-button" }, parts.go || t("Continue")) : null,
      parts.actions,
      parts.quiet ? null : button(t("Show my results"), "hr-button hr-quiet", () => app.go("results"))
    )
  );
}

function why(parts) {
  return h(
    "details",
    { class: "hr-why" },
    h("summary", {}, t("Why we ask")),
    h("p", {}, parts.why),
    parts.find_out ? h("p", {}, h("strong", {}, t("Not sure?")), " ", parts.find_out) : null
  );
}
