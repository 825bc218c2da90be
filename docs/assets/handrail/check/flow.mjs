// The way through the steps: what is shown, what comes next, and Back. Addresses never hold an answer.

import { otherLanguages } from "../other-languages.mjs";
import { nextOf, openQuestions } from "../questionnaire.mjs";
import { screenEach } from "../rules.mjs";
import { changed, read, wipe, write } from "../state.mjs";
import { withToday } from "../today.mjs";
import { n, t } from "../words.mjs";
import { askedAbout, copy, isAnswered, people } from "./facts.mjs";
import { showAnswers } from "./answers.mjs";
import { showChecked } from "./checked.mjs";
import { showIncome } from "./income.mjs";
import { stepOfLink } from "./load.mjs";
import { showNeeds } from "./needs.mjs";
import { showPeople } from "./people.mjs";
import { showResults } from "./results.mjs";
import { VIEWS } from "./views.mjs";

// What shows a step.
const STEPS = Object.assign(
  { needs: showNeeds, people: showPeople, income: showIncome, answers: showAnswers, results: showResults },
  VIEWS
);

/**
 * Run the questionnaire inside `element` with the screening data, as `nearby` loads it, and the texts of its language.
 * `first` is {step, show, words} of a page that begins in another way than with the needs: the form. `left` is {step}
 * where the needs are answered already: the step to go to, or null for the next question.
 */
export function run(element, near, texts, chosen, first, left) {
  const begin = first ? first.step : "needs";
  const steps = Object.assign({}, STEPS, first ? { [begin]: first.show } : {});
  const asked = new Set(); // not to come back to in this visit
  let place = { step: begin, then: null, depth: 0 };
  let cleanups = [];
  let loaded = null;
  let last = { key: "", found: null }; // of the screening

  const app = {
    element: element,
    screening: near.data, // of the nation and of where the family lives, as soon as it is there
    near: near,
    texts: texts,
    chosen: chosen, // needs that a link named
    home: first && (() => (place.step === begin ? null : first.words)), // what leads back to where the page begins
    goHome: () => go(begin),
    moved: false, // did the person move here? Then the heading takes the focus.
    hasNewPeople: false, // somebody came after the incomes were listed
    facts: () => read().facts,
    needs: () => read().needs,
    isSensitive: () => read().sensitive,
    part: () => place.step.split("/")[1] || null, // of "people/p2": p2
    then: () => place.then, // where a change returns to
    isChange: () => place.then !== null,
    link: (path) => element.getAttribute("data-root") + (element.getAttribute("data-base") || "") + path,
    question: (id) => texts.questions.find((one) => one.id === id),
    screened: () => screened().answer.services,
    screenedEach: () => screened().people, // outcomes by service and person
    progress: () => progress(),
    canGoBack: () => place.depth > 0,
    back: () => history.back(),
    atEnd: (cleanup) => cleanups.push(cleanup), // to run when the step goes away
    whenLoaded: (then) => (loaded = then), // to run when the step is still there and more of the data came, or did not
    save: save,
    go: go,
    done: done,
    next: next,
    nextId: () => nextOf(app.screening, app.screened(), read().needs, skipped()), // the open question that settles most
    hasNext: () => app.nextId() !== null,
    isUsable: isUsable,
    startAgain: startAgain
  };

  /** What the rules say of the answers as they are; worked out once for the same answers. */
  function screened() {
    const facts = withToday(app.screening, read().facts);
    const key = JSON.stringify(facts);
    if (last.key !== key) {
      last = { key: key, found: screenEach(app.screening, facts) };
    }
    return last.found;
  }

  function save(facts, patch) {
    const fleeing = facts.situations && facts.situations["fleeing-abuse"] === true;
    if (people(facts).length !== people(read().facts).length) {
      asked.clear();
    }
    write(Object.assign({ facts: facts }, fleeing ? { sensitive: true } : {}, patch || {}));
    near.ask(facts);
  }

  near.changed = () => {
    app.screening = near.data;
    last.key = "";
    if (loaded) {
      loaded();
    }
  };

  function go(step, then) {
    place = { step: step, then: then || null, depth: place.depth + 1 };
    history.pushState({ handrail: copy(place) }, "");
    app.moved = true;
    show();
  }

  /** The step is answered: back to where a change began, or on. */
  function done(id) {
    asked.add(id);
    if (place.then !== null) {
      go(place.then);
    } else {
      next();
    }
  }

  function next() {
    go(app.nextId() || "answers");
  }

  function skipped() {
    return Object.keys(app.screening.questions).filter((id) => asked.has(id) || !isUsable(id));
  }

  /** Can this question be asked? Not without a text, and not about nobody. */
  function isUsable(id) {
    const question = app.question(id);
    return question !== undefined && (question.group !== "person" || askedAbout(read().facts, question).length > 0);
  }

  function progress() {
    const facts = read().facts;
    const said = texts.questions.filter((one) => isAnswered(facts, one.id) && one.id !== place.step.split("/")[0]).length;
    const open = Object.keys(openQuestions(app.screening, app.screened(), read().needs)).filter(
      (id) => id !== place.step.split("/")[0] && !asked.has(id) && isUsable(id)
    ).length;
    if (!isAnswered(facts, "people") || place.then !== null) {
      return null;
    }
    return open === 0
      ? t("Question %(number)s. The last one for now.", { number: said + 1 })
      : n("Question %(number)s. About %(count)s more.", "Question %(number)s. About %(count)s more.", open, {
          number: said + 1
        });
  }

  function startAgain() {
    wipe();
    near.ask(read().facts);
    asked.clear();
    app.chosen = [];
    go(begin);
  }

  function show() {
    cleanups.forEach((cleanup) => cleanup());
    cleanups = [];
    loaded = null;
    const id = place.step.split("/")[0];
    const isKnown = id in steps || isUsable(id);
    if (id !== begin && id !== "needs" && (!read().needs.length || !isKnown)) {
      place = { step: begin, then: null, depth: place.depth };
      keepPlace();
      steps[begin](app, begin);
    } else {
      (steps[id] || showChecked)(app, id);
    }
  }

  /** The step lies in the history, so that a phone that drops the tab comes back to it; the address has no fragment. */
  function keepPlace() {
    history.replaceState({ handrail: copy(place) }, "", location.pathname);
  }

  function placeOf(state) {
    const found = state && state.handrail;
    return found && typeof found.step === "string" ? found : { step: begin, then: null, depth: 0 };
  }

  addEventListener("popstate", (event) => {
    if (!event.state) {
      keepPlace(); // a link inside the page, such as "skip to the content"
      return;
    }
    place = placeOf(event.state);
    app.moved = true;
    show();
  });
  changed((state, why) => {
    if (why === "return") {
      near.ask(state.facts);
      show();
    }
  });
  const came = stepOfLink(location.hash);
  place = chosen.length ? place : came ? { step: came, then: null, depth: 0 } : placeOf(history.state);
  keepPlace();
  otherLanguages(() => (place.step === begin ? "" : "at=" + place.step.split("/")[0]));
  if (left) {
    go(left.step || app.nextId() || "answers");
  } else {
    show();
  }
}
