// The front-desk sheet: what a family says at an office, line by line in its own language and in English, to print.

import { stepKey, papers as papersOf, paperKey } from "../plan.mjs";
import { today } from "../today.mjs";
import { date, fill, learn, t } from "../words.mjs";
import { button, choice, el, fillWith, tick } from "./element.mjs";

const ENGLISH = "en";

/**
 * One sheet for the services `ids`, or for all that are not private.
 *
 * `page`: the plan in the language of the page; `other`: {data, desk} of the second language and `page.desk` that of the
 * first (frontdesk.<language>.json). The family's language stands first, English below it.
 */
export function frontDesk(page, other, ids) {
  const here = { data: page.data, desk: page.desk };
  const [family, english] = here.desk.language.code === ENGLISH ? [other, here] : [here, other];
  const shown = (ids || page.order).filter((id) => !page.isHidden(id) && other.data.services[id]);
  const both = (key, values) => pair(family, english, (side) => fill(side.desk.phrases[key], valuesOf(side, values)));
  const names = (id) => pair(family, english, (side) => side.data.services[id].name);
  return el(
    "article",
    { class: "desk-sheet" },
    el("h2", { tabindex: "-1" }, both("title", {})),
    el("div", { class: "desk-name" }, both("name", {}), el("span", { class: "desk-line" })),
    el("div", { class: "desk-big" }, both("interpreter", { language: (side) => family.desk.language.called[side.desk.language.code] })),
    both("free", {}),
    part(both("come_for", {}), el("ul", null, shown.map((id) => el("li", null, names(id))))),
    part(both("step", {}), el("ul", null, shown.map((id) => nextStep(page, id, family, english)))),
    papersPart(page, shown, family, english, both),
    el(
      "section",
      { class: "desk-answer" },
      el("h3", null, both("write", {})),
      ["next", "by_when", "who", "number"].map((key) => el("div", { class: "desk-box desk-" + key }, both(key, {})))
    ),
    el("p", { class: "desk-foot" }, both("date", { date: (side) => date(today(), side.desk.language.code) }))
  );
}

function valuesOf(side, values) {
  const found = {};
  Object.keys(values || {}).forEach((key) => {
    found[key] = values[key](side);
  });
  return found;
}

/** The same in both languages, one below the other; once where they do not differ. */
function pair(family, english, textOf) {
  const own = textOf(family);
  const theirs = textOf(english);
  const line = (side, text, css) =>
    el("span", { class: css, lang: side.desk.language.code, dir: side.desk.language.dir }, text);
  return own === theirs ? line(english, theirs, "desk-own") : [line(family, own, "desk-own"), line(english, theirs, "desk-english")];
}

const part = (title, content) => el("section", { class: "desk-part" }, el("h3", null, title), content);

function nextStep(page, id, family, english) {
  const place = page.data.services[id].steps.findIndex((step, index) => !page.plan.done[stepKey(id, index)]);
  const stepOf = (side) => side.data.services[id].steps[place === -1 ? 0 : place] || side.data.services[id].steps[0];
  return el("li", null, pair(family, english, (side) => stepOf(side).do));
}

function papersPart(page, shown, family, english, both) {
  const list = papersOf(shown, page.data);
  const isThere = (paper) => page.plan.done[paperKey(paper.id)] === true;
  const named = (paper) => el("li", null, pair(family, english, (side) => side.data.documents[paper.id].name));
  const group = (key, found) => (found.length ? part(both(key, {}), el("ul", { class: "desk-papers" }, found.map(named))) : null);
  return [group("have", list.filter(isThere)), group("missing", list.filter((paper) => !isThere(paper)))];
}

/** Fetch one file of the site. */
function load(url) {
  return fetch(url, { credentials: "omit" }).then((answer) =>
    answer.ok ? answer.json() : Promise.reject(new Error(url + ": " + answer.status))
  );
}

/**
 * The view that stands in the place of the plan while a sheet is made: {element, open(page), close()}.
 *
 * `planIn(language)` promises the plan's data, `wordsUrl(language)` gives the address of the sheet's words; `shown(isOpen)` is called when it opens and closes.
 */
export function makeFrontDesk(planIn, wordsUrl, language, shown) {
  const element = el("div", { class: "desk", hidden: true });
  const files = {}; // by address, fetched once
  const once = (url) => {
    files[url] =
      files[url] ||
      load(url).catch((error) => {
        delete files[url]; // the next try asks again
        throw error;
      });
    return files[url];
  };
  let page = null;
  let desk = null;
  let other = null; // code of the second language
  let chosen = []; // services for this office
  let isApart = false; // a sheet for each

  function open(now) {
    page = now;
    chosen = page.order.filter((id) => !page.isHidden(id));
    once(wordsUrl(language))
      .then((found) => {
        desk = found;
        other = language === ENGLISH ? (desk.languages.filter((one) => one.code !== ENGLISH)[0] || desk.language).code : ENGLISH;
        return draw("h2");
      })
      .catch(fail);
  }

  function draw(focus) {
    return Promise.all([planIn(other), once(wordsUrl(other))])
      .then(([data, words]) => {
        learn(other, words.language);
        const sheets = (isApart ? chosen.map((id) => [id]) : [chosen]).filter((ids) => ids.length);
        const now = Object.assign({}, page, { desk: desk });
        fillWith(
          element,
          controls(),
          sheets.length
            ? sheets.map((ids) => frontDesk(now, { data: data, desk: words }, ids))
            : el("p", { class: "hr-no-print" }, t("Tick a service to make a sheet."))
        );
        element.hidden = false;
        shown(true);
        const target = focus && element.querySelector(focus);
        if (target) {
          target.focus();
        }
      })
      .catch(fail);
  }

  function fail(error) {
    fillWith(
      element,
      el("p", { role: "alert" }, t("The sheet could not be made. Check the connection and try again.")),
      back()
    );
    element.hidden = false;
    shown(true);
    console.error(error);
  }

  function controls() {
    const isHiding = page.order.some((id) => page.isHidden(id));
    return el(
      "div",
      { class: "desk-controls hr-no-print" },
      el("h2", { tabindex: "-1" }, t("Front-desk sheet")),
      el("p", { class: "hr-hint" }, t("Show or print it at an office. Each line stands in two languages. Nothing is sent.")),
      language === ENGLISH && desk.languages.length > 2
        ? el(
            "p",
            { class: "hr-field" },
            el("label", { for: "desk-language" }, t("The family's language")),
            choice(
              desk.languages.filter((one) => one.code !== ENGLISH).map((one) => [one.code, one.name]),
              other,
              (code) => {
                other = code;
                draw("#desk-language");
              },
              { id: "desk-language" }
            )
          )
        : null,
      el(
        "fieldset",
        null,
        el("legend", null, t("Services for this office")),
        page.order
          .filter((id) => !page.isHidden(id))
          .map((id) => tick("desk:" + id, chosen.indexOf(id) !== -1, (isTicked) => pick(id, isTicked), page.data.services[id].name)),
        tick("desk-apart", isApart, apart, t("A sheet for each service"))
      ),
      isHiding ? el("p", { class: "hr-hint" }, t("Private services are left out. To add one, choose “Print it too” in the plan.")) : null,
      el("p", { class: "hr-actions" }, button(t("Print this sheet"), () => window.print()), back())
    );
  }

  function pick(id, isTicked) {
    chosen = page.order.filter((each) => (each === id ? isTicked : chosen.indexOf(each) !== -1));
    draw('[data-key="desk:' + id + '"]');
  }

  function apart(isTicked) {
    isApart = isTicked;
    draw('[data-key="desk-apart"]');
  }

  function back() {
    return button(t("Back to my plan"), close, { class: "hr-button hr-quiet" });
  }

  function close() {
    if (element.hidden) {
      return;
    }
    element.hidden = true;
    fillWith(element);
    shown(false);
  }

  return { element: element, open: open, close: close };
}
