// The search page at work: words, place and choices are answered together, and the last question's answer wins.

import { otherLanguages } from "../other-languages.mjs";
import { button, el, fillWith, phoneLink } from "../plan/element.mjs";
import { loadGroup } from "../search/facets.mjs";
import { nearby } from "../search/near.mjs";
import { cards, file } from "../search/parts.mjs";
import { find } from "../search.mjs";
import { commas, n, semicolons, t } from "../words.mjs";
import { answered } from "./answer.mjs";
import { card } from "./card.mjs";
import { fragmentOf, readFragment } from "./fragment.mjs";
import { narrowing } from "./narrow.mjs";
import { OPEN, loadOpen, openTexts } from "./open-now.mjs";
import { placeField } from "./place-field.mjs";

const PAUSE = 150; // milliseconds after a key before looking
const FIRST = 8; // results shown at once: each loads a small file
const MORE = 16;
const TOP = 5; // with a private service among the first so many, nothing is put into the address

export const didNotLoad = () => el("p", { role: "alert" }, t("The search did not load. Look in the list below, or call 211."));

/**
 * `more` has the place table and what loads the clock, {places, clock}, each null where the page has none; `sent` are the
 * words of another page's search box, if any.
 */
export function run(form, library, more, sent) {
  const { places, clock } = more;
  const parts = library.parts;
  const field = form.querySelector("input");
  const results = document.querySelector("[data-results]");
  const count = el("p", { role: "status", class: "search-count" });
  const notices = el("div", null);
  const list = el("div", { class: "search-list" });
  const asked = readFragment(location.hash);
  const offered = (parts.manifest.facets || []).filter((id) => id !== OPEN || clock);
  const chosen = {};
  offered.filter((id) => asked.chosen[id]).forEach((id) => {
    chosen[id] = asked.chosen[id];
  });
  let place = null;
  let timer = 0;
  let turn = 0; // the last question's answer wins

  const narrow = narrowing(offered, chosen, look);
  const where = places && placeField(places, () => file(parts, "states.json"), setPlace);
  results.removeAttribute("aria-live"); // only the count is read out, not every card at every key
  results.hidden = false;
  results.parentNode.insertBefore(el("div", { class: "find-tools" }, where && where.node, narrow.node), form.nextSibling);
  fillWith(results, count, notices, list);

  function setPlace(found) {
    place = found;
    look();
  }

  function look() {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    const words = field.value.trim();
    const isAsked = Boolean(words || place || Object.keys(chosen).some((group) => chosen[group].length));
    const troubles = [];
    const or = (text, value) => (error) => {
      console.warn(error);
      troubles.push(text);
      return value;
    };
    const groups = narrow.wanted().map((id) =>
      id === OPEN
        ? loadOpen(parts, clock).catch(or(t("We cannot say what is open now. Check the clock of your phone and the connection."), null))
        : loadGroup(parts, id).catch(or(t("A list of choices did not load, so it could not be used."), null))
    );
    return Promise.all([
      words ? find(library, words) : null,
      place ? nearby(parts, place).catch(or(t("What is near you did not load, so the order is not by distance."), null)) : null,
      Promise.all(groups)
    ])
      .then(([found, near, loaded]) => {
        if (mine !== turn) {
          return null;
        }
        if (found && found.missing.length) {
          troubles.push(t("These words could not be looked for: %(words)s.", { words: commas(found.missing) }));
        }
        const known = loaded.filter(Boolean);
        const answer = answered(parts.manifest.total, found, near, known, chosen);
        narrow.show(known, answer.counts);
        if (!isAsked) {
          count.textContent = "";
          fillWith(notices, told(troubles));
          fillWith(list);
          return remember("");
        }
        return show({ answer: answer, needs: found ? found.needs : [], near: near, words: words, troubles: troubles }, FIRST, mine);
      })
      .catch((error) => {
        console.warn(error);
        if (mine === turn) {
          failed();
        }
      });
  }

  /** What was found before stays; what is typed next is looked for anew. */
  function failed() {
    count.textContent = "";
    if (list.querySelector(".card")) {
      fillWith(notices, told([t("This did not load. Below is what was found before.")]));
    } else {
      fillWith(notices);
      fillWith(list, didNotLoad());
    }
  }

  function told(troubles) {
    return troubles.length
      ? el(
          "div",
          { role: "alert", class: "hr-notice" },
          Array.from(new Set(troubles)).map((text) => el("p", null, text)),
          el("p", null, button(t("Try again"), look, { class: "hr-button hr-quiet" }))
        )
      : null;
  }

  function show(asking, many, mine) {
    const { answer, near } = asking;
    const items = [].concat(
      answer.sure.map((number) => ({ number: number, section: "sure" })),
      answer.unsure.map((number) => ({ number: number, section: "unsure" })),
      answer.far.map((number) => ({ number: number, section: "far" }))
    );
    const first = items.slice(0, many);
    const loading = cards(parts, first.map((item) => item.number));
    return loading.then((ones) => openTexts(ones, clock).then((open) => [ones, open])).then(([ones, open]) => {
      if (mine !== turn) {
        return;
      }
      const lost = ones.filter((one) => !one).length;
      if (lost && lost === ones.length) {
        failed();
        return;
      }
      remember(ones.slice(0, TOP).some((one) => one && one.sensitive) ? "" : stateNow(asking.words));
      const troubles = asking.troubles.concat(lost ? n("%(count)s answer did not load.", "%(count)s answers did not load.", lost) : []);
      count.textContent = items.length ? n("%(count)s service found", "%(count)s services found", items.length) : t("Nothing found");
      fillWith(notices, told(troubles));
      fillWith(
        list,
        items.length ? widened(library, asking.needs) : nothing(Boolean(place), answer.elsewhere),
        ["sure", "unsure", "far"].map((section) => {
          const shown = first.map((item, at) => (item.section === section && ones[at] ? card(ones[at], near && near.get(item.number), open[ones[at].id], section === "unsure") : null)).filter(Boolean);
          return shown.length ? [titled(section), el("ul", { class: "cards" }, shown)] : null;
        }),
        items.length > many ? moreButton(() => show(asking, many + MORE, mine).then(() => focusCard(list, many))) : null,
        items.length && answer.elsewhere
          ? el("p", { class: "hr-hint" }, n("%(count)s more service is not for people who live there.", "%(count)s more services are not for people who live there.", answer.elsewhere))
          : null
      );
    });
  }

  const stateNow = (words) => ({ words: words, zip: place ? place.zip : "", county: place ? place.county : "", chosen: chosen });

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

  const words = sent || asked.words;
  if (words) {
    field.value = words.slice(0, 200);
  }
  if (field.value || narrow.wanted().length) {
    look();
  }
  if (where && (asked.zip || asked.county)) {
    where.restore(asked.zip, asked.county);
  }
}

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

/** The heading of answers that stand apart. */
function titled(section) {
  if (section === "sure") {
    return null;
  }
  return el(
    "h3",
    { class: "find-apart" },
    section === "far" ? t("Serves your area by phone or online, or is far away") : t("Call first: we do not know what they ask for")
  );
}

/** Says that an everyday word was read as a need. */
function widened(library, needs) {
  const names = needs.map((need) => library.parts.manifest.needs[need]).filter(Boolean);
  return names.length ? el("p", { class: "hr-hint" }, t("We also looked under: %(needs)s.", { needs: semicolons(names) })) : null;
}

/** What to try when nothing was found. */
function nothing(hasPlace, elsewhere) {
  return el(
    "div",
    { class: "search-nothing" },
    hasPlace && elsewhere
      ? el("p", null, n("%(count)s service fits, but it is not for people who live there.", "%(count)s services fit, but they are not for people who live there.", elsewhere))
      : null,
    el("p", null, t("Try one plain word, such as food, rent, doctor or job.")),
    el("p", null, t("Or look in the list by need below.")),
    el("p", null, t("A person can help you look."), " ", phoneLink({ number: "211", href: "tel:211" }))
  );
}
