// The search page at work: words are answered as they are typed, and the last question's answer wins. The place and the
// choices come after the first answer (tools.mjs), so that it does not wait for them.

import { loadLast } from "../later.mjs";
import { otherLanguages } from "../other-languages.mjs";
import { button, el, fillWith } from "../plan/element.mjs";
import { best } from "../search/best.mjs";
import { cards } from "../search/cards.mjs";
import { freeRoom } from "../search/waiting.mjs";
import { find } from "../search.mjs";
import { commas, n, t } from "../words.mjs";
import { nothing, titled, widened } from "./around.mjs";
import { card } from "./card.mjs";
import { fragmentOf, readFragment } from "./fragment.mjs";

const PAUSE = 150; // milliseconds after a key before looking
const FIRST = 8; // results shown at once: each loads a small file
const MORE = 16;
const TOP = 5; // with a private service among the first so many, nothing is put into the address

export const didNotLoad = () => el("p", { role: "alert" }, t("The search did not load. Look in the list below, or call 211."));

let begin = null;
/** A promise of the search at work: {parts, asked, look, take, failed}; `take(tools)` gives it the place and the choices. */
export const running = new Promise((resolve) => {
  begin = resolve;
});

/** Starts; `sent` are the words of another page's search box, if any. */
export function run(form, library, sent) {
  const parts = library.parts;
  const field = form.querySelector("input");
  const results = document.querySelector("[data-results]");
  const count = el("p", { role: "status", class: "search-count" });
  const notices = el("div", null);
  const list = el("div", { class: "search-list" });
  const place = document.querySelector("[data-tools]") || el("div", null); // held free for the tools
  const asked = readFragment(location.hash);
  let waits = Boolean(asked.zip || asked.county || Object.keys(asked.chosen).length); // for tools: they are asked for
  let lacks = false; // the tools were asked for, and did not come
  let tools = null;
  let drawn = []; // {one, node} of each card
  let troubled = []; // what was said to have failed, beside them
  let timer = 0;
  let turn = 0; // the last question's answer wins

  results.removeAttribute("aria-live"); // only the count is read out, not every card at every key
  results.hidden = false;
  if (!place.parentNode) {
    results.parentNode.insertBefore(place, form.nextSibling);
  }
  fillWith(results, count, notices, list);

  function look() {
    clearTimeout(timer);
    if (waits) {
      return loadLast().catch(withoutTools);
    }
    turn += 1;
    const mine = turn;
    const having = tools; // more may come while this waits
    const words = field.value.trim();
    const troubles = [];
    const or = (text, value) => (error) => {
      console.warn(error);
      troubles.push(text);
      return value;
    };
    return Promise.all([words ? find(library, words) : null, having ? having.load(or, Boolean(words)) : null])
      .then(([found, loaded]) => {
        if (mine !== turn) {
          return null;
        }
        if (found && found.missing.length) {
          troubles.push(t("These words could not be looked for: %(words)s.", { words: commas(found.missing) }));
        }
        const answer = having ? having.answer(found, loaded) : found && ofWords(found);
        if (!words && !(having && having.isAsked())) {
          count.textContent = "";
          drawn = [];
          freeRoom();
          fillWith(notices, told(troubles));
          fillWith(list);
          return remember("");
        }
        const near = loaded ? loaded.near : null;
        return show({ answer: answer, needs: found ? found.needs : [], near: near, words: words, troubles: troubles }, FIRST, mine);
      })
      .catch((error) => {
        console.warn(error);
        if (mine === turn) {
          failed();
        }
      });
  }

  /** The place and the choices, once they are there. */
  function take(made) {
    tools = made;
    fillWith(place, made.nodes);
    place.classList.remove("find-coming");
    openTimes();
    const isWaiting = waits || made.hasZip(field.value);
    waits = false;
    return isWaiting ? look() : null;
  }

  /** They did not come: words are answered all the same. */
  function withoutTools(error) {
    console.warn(error);
    place.classList.remove("find-coming");
    if (waits) {
      waits = false;
      lacks = true;
      return look().then(() => fillWith(notices, told([t("A list of choices did not load, so it could not be used.")])));
    }
    if (!lacks) {
      fillWith(
        place,
        el("p", { class: "hr-hint" }, t("The place and the choices did not load.")),
        button(t("Try again"), () => loadLast().catch(withoutTools), { class: "hr-button hr-quiet" })
      );
    }
    return null;
  }

  function again() {
    waits = waits || lacks;
    lacks = false;
    return look();
  }

  /** Says of the cards that were drawn before the tools came whether it is open there. */
  function openTimes() {
    const shown = drawn;
    const tell = (text) => {
      if (shown === drawn) fillWith(notices, told(troubled.concat(text)));
    };
    tools.openTexts(shown.map((item) => item.one), tell).then((texts) =>
      shown.forEach((item) => {
        const line = item.node.querySelector(".find-open");
        if (line && !line.textContent.trim()) line.textContent = texts[item.one.id] || "";
      })
    );
  }

  /** What was found before stays; what is typed next is looked for anew. */
  function failed() {
    freeRoom();
    count.textContent = "";
    if (list.querySelector(".card")) {
      fillWith(notices, told([t("This did not load. Below is what was found before.")]));
    } else {
      fillWith(notices);
      fillWith(list, didNotLoad(), el("p", null, button(t("Try again"), again, { class: "hr-button hr-quiet" })));
    }
  }

  function told(troubles) {
    return troubles.length
      ? el(
          "div",
          { role: "alert", class: "hr-notice" },
          Array.from(new Set(troubles)).map((text) => el("p", null, text)),
          el("p", null, button(t("Try again"), again, { class: "hr-button hr-quiet" }))
        )
      : null;
  }

  function show(asking, many, mine) {
    const { answer, near } = asking;
    const first = firstOf(answer, many);
    const total = answer.sure.length + answer.unsure.length + answer.far.length;
    const loading = cards(parts, first.map((item) => item.number));
    const late = [];
    const times = (ones) => (tools ? tools.openTexts(ones, (text) => late.push(text)) : Promise.resolve(null));
    return loading.then((ones) => times(ones).then((open) => [ones, open])).then(([ones, open]) => {
      if (mine !== turn) {
        return;
      }
      const lost = ones.filter((one) => !one).length;
      if (lost && lost === ones.length) {
        failed();
        return;
      }
      remember(ones.slice(0, TOP).some((one) => one && one.sensitive) ? "" : stateNow(asking.words));
      troubled = asking.troubles.concat(late, lost ? n("%(count)s answer did not load.", "%(count)s answers did not load.", lost) : []);
      count.textContent = total ? n("%(count)s service found", "%(count)s services found", total) : t("Nothing found");
      drawn = first
        .map((item, at) => ({ one: ones[at], section: item.section, number: item.number }))
        .filter((item) => item.one)
        .map((item) => Object.assign(item, { node: card(item.one, near && near.get(item.number), timesOf(item.one, open), item.section === "unsure") }));
      freeRoom();
      fillWith(notices, told(troubled));
      fillWith(
        list,
        tools && !near ? tools.offerZip(asking.words, field) : null,
        total ? null : nothing(Boolean(near), answer.elsewhere),
        SECTIONS.map((section) => {
          const shown = drawn.filter((item) => item.section === section).map((item) => item.node);
          return shown.length ? [titled(section), el("ul", { class: "cards" }, shown)] : null;
        }),
        total ? widened(library, asking.needs) : null,
        total > many ? moreButton(() => show(asking, many + MORE, mine).then(() => focusCard(list, many))) : null,
        total && answer.elsewhere
          ? el("p", { class: "hr-hint" }, n("%(count)s more service is not for people who live there.", "%(count)s more services are not for people who live there.", answer.elsewhere))
          : null
      );
    });
  }

  const stateNow = (words) => Object.assign({}, tools ? tools.state() : asked, { words: words });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  field.setAttribute("autocomplete", "off");

  otherLanguages(() => location.hash.slice(1)); // what the address may hold: nothing where it is private

  const words = asked.words || sent;
  if (words) {
    field.value = words.slice(0, 200);
  }
  begin({ parts: parts, asked: asked, look: look, take: take });
  if (!field.value) {
    freeRoom();
  }
  return (field.value || waits ? look() : Promise.resolve()).then(loadLast).catch(withoutTools);
}

const SECTIONS = ["sure", "unsure", "far"];

/** What words alone found, in the form of `answered`. */
const ofWords = (found) => ({ sure: found.numbers, unsure: [], far: [], elsewhere: 0, compare: found.compare });

/** The first so many answers, {number, section}, in their order. */
function firstOf(answer, many) {
  const items = [];
  SECTIONS.forEach((section) => {
    const left = Math.max(0, many - items.length);
    best(answer[section], left, answer.compare).forEach((number) => items.push({ number: number, section: section }));
  });
  return items;
}

/** The words about its hours; a blank holds their line free until they can be said; nothing where none are known. */
const timesOf = (one, open) => (open ? open[one.id] : one.hours ? "\u00a0" : null);

/** Puts the state into the fragment, which no host sees; nothing asked clears it. */
function remember(state) {
  try {
    history.replaceState(null, "", (state && fragmentOf(state)) || location.pathname);
  } catch (error) {
    // Too many changes in a short time, or a page from a file.
  }
}

const moreButton = (act) => button(t("Show more"), act, { class: "hr-button hr-quiet" });

function focusCard(list, place) {
  const links = list.querySelectorAll(".card h3 a");
  if (links[place]) {
    links[place].focus();
  }
}
