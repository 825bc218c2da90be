// "Listen": the page read aloud by a voice that is on the device, so that no word leaves it. Never by itself.

import { button, el } from "./plan/element.mjs";
import { changed } from "./state.mjs";
import { t } from "./words.mjs";

const KINDS = "body.hr-kind-need, body.hr-kind-service, body.hr-kind-check";
const AWAY = ".hr-no-print, .hr-crumbs, .hr-listen, button, [hidden], script, input, select, textarea";
const PIECES = "h1, h2, h3, p, li, legend, label, summary, th, td, dt, dd";

/** Put the button under the heading, once the device says that it has a voice for the language of the page. */
export function offerListening() {
  const speech = window.speechSynthesis;
  if (!document.querySelector(KINDS) || !speech || !window.SpeechSynthesisUtterance) {
    return;
  }
  const show = () => {
    if (document.querySelector(".hr-listen") === null && voiceOf(speech)) {
      place(bar(speech));
    }
  };
  show();
  if (speech.addEventListener) {
    speech.addEventListener("voiceschanged", show);
  }
}

function place(node) {
  const main = document.getElementById("main");
  const steps = main.querySelector('[data-module~="questionnaire"]'); // drawn anew at each question
  const heading = main.querySelector("h1");
  if (steps) {
    steps.parentNode.insertBefore(node, steps);
  } else if (heading) {
    heading.parentNode.insertBefore(node, heading.nextSibling);
  }
}

/** A voice on the device for the page, or undefined. Voices that are not on it send the words to somebody else. */
function voiceOf(speech) {
  const lang = document.documentElement.lang;
  const speaks = (voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === lang;
  return speech.getVoices().find(speaks);
}

function bar(speech) {
  let isReading = false;
  const toggle = button(t("Listen"), () => (isReading ? stop() : begin()));
  toggle.className = "hr-button hr-secondary";

  function show(now) {
    isReading = now;
    toggle.textContent = now ? t("Stop reading aloud") : t("Listen");
  }

  function stop() {
    if (isReading) {
      show(false);
      speech.cancel();
    }
  }

  function begin() {
    const voice = voiceOf(speech);
    const said = pieces();
    if (!voice || !said.length) {
      return;
    }
    speech.cancel();
    show(true);
    said.forEach((text, at) => {
      const words = new window.SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      if (at === said.length - 1) {
        words.onend = () => show(false);
      }
      speech.speak(words);
    });
  }

  addEventListener("pagehide", stop);
  changed((state, why) => {
    if (why !== "write") {
      stop(); // left, or wiped
    }
  });
  stopAtNextStep(stop);
  return el("p", { class: "hr-listen hr-no-print" }, toggle);
}

/** A new question ends the reading of the one before. */
function stopAtNextStep(stop) {
  const steps = document.querySelector('[data-module~="questionnaire"]');
  if (steps) {
    new MutationObserver(stop).observe(steps, { childList: true });
  }
}

/** What is seen of the page, a piece a line; a piece inside another is read once. */
function pieces() {
  const all = Array.from(document.getElementById("main").querySelectorAll(PIECES));
  return all
    .filter((node) => node.closest(AWAY) === null && node.offsetParent !== null)
    .filter((node) => node.querySelector(PIECES) === null)
    .map((node) => node.innerText.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}
