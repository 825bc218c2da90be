// The question for the passphrase of a link.

import { el } from "../plan/element.mjs";
import { t } from "../words.mjs";
import { canLock, unlock } from "./secret.mjs";

/** {node, focus()}; `opened(text)` is called with what was behind the passphrase. */
export function passphraseForm(secret, opened) {
  if (!canLock()) {
    const words = t("This link needs a passphrase. This browser can open it only on an address that begins with https.");
    return { node: el("p", { role: "alert" }, words), focus: () => null };
  }
  const field = el("input", {
    type: "text",
    id: "share-open",
    class: "hr-input",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    maxlength: 200
  });
  const answer = el("p", { role: "alert", class: "hr-error" });
  const go = el("button", { type: "submit", class: "hr-button" }, t("Open"));
  const failed = () => {
    go.disabled = false;
    answer.textContent = t("That is not the passphrase, or the link is damaged.");
    field.focus();
  };
  const submit = (event) => {
    event.preventDefault();
    go.disabled = true;
    answer.textContent = t("One moment.");
    unlock(secret, field.value).then((text) => {
      field.value = "";
      opened(text);
    }, failed);
  };
  const label = el("label", { for: "share-open" }, t("This link needs a passphrase. The person who sent it knows it."));
  const form = el("form", { class: "hr-field", autocomplete: "off", on: { submit: submit } }, label, field, answer, go);
  return { node: form, focus: () => field.focus() };
}
