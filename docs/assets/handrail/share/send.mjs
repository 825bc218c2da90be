// A link that was made: to copy, to send, to scan.

import { button, el } from "../plan/element.mjs";
import { t } from "../words.mjs";
import { SCANS } from "./link.mjs";
import { qrPicture } from "./qr.mjs";

/**
 * The link and the ways to hand it on. No message holds a word about the person or the plan. `withLess` makes it again
 * without the answers; null where it has none.
 */
export function sendLink(address, hasPassphrase, withLess) {
  const field = el("textarea", { id: "share-link", class: "hr-input", readonly: true, rows: 3, dir: "ltr" });
  field.value = address;
  const said = el("span", { role: "status", class: "plan-said" });
  const text = encodeURIComponent(address);
  const draft = (href, words, key) => el("a", { class: "hr-button hr-secondary", href: href, "data-key": key }, words);
  return el(
    "div",
    { class: "share-made" },
    el("div", { class: "hr-field" }, el("label", { for: "share-link" }, t("Your link")), field),
    el(
      "p",
      { class: "hr-actions" },
      button(t("Copy the link"), () => copy(field, said), { "data-key": "share-copy" }),
      navigator.share
        ? button(t("Share"), () => navigator.share({ url: address }).catch(() => null), {
            class: "hr-button hr-secondary",
            "data-key": "share-share"
          })
        : null,
      draft("sms:?&body=" + text, t("Text message"), "share-sms"),
      draft("mailto:?subject=" + encodeURIComponent(t("A link")) + "&body=" + text, t("Email"), "share-mail"),
      said
    ),
    hasPassphrase ? el("p", null, t("Tell them the passphrase in another way, such as a call.")) : null,
    scans(address)
      ? el(
          "figure",
          { class: "share-figure" },
          qrPicture(address, t("QR code of your link")),
          el("figcaption", { class: "hr-hint" }, t("Scan this with another phone. It is printed with your plan too."))
        )
      : [
          el("p", { class: "hr-hint" }, t("This link is too long for a QR code that scans from paper. Send it, or put less into it.")),
          withLess
            ? el(
                "p",
                null,
                button(t("Make it with the services only"), withLess, { class: "hr-button hr-secondary", "data-key": "share-less" })
              )
            : null
        ]
  );
}

const scans = (address) => address.length <= SCANS;

function copy(field, said) {
  const isCopied = () => {
    said.textContent = t("Copied.");
  };
  const byHand = () => {
    field.focus();
    field.select();
    let isDone = false;
    try {
      isDone = document.execCommand("copy");
    } catch (error) {
      // Then the person copies what is marked.
    }
    said.textContent = isDone ? t("Copied.") : t("Press and hold the link to copy it.");
  };
  if (navigator.clipboard && navigator.clipboard.writeText) {
    navigator.clipboard.writeText(field.value).then(isCopied, byHand);
  } else {
    byHand();
  }
}

/** The same plan on paper; only where a link was asked for and is not too long. */
export function linkOnPaper(address) {
  return scans(address)
    ? el(
        "div",
        { class: "share-paper only-print" },
        qrPicture(address, t("QR code of your link")),
        el("p", null, t("Scan this with a phone to open this plan. Anyone who has this paper can open it."))
      )
    : null;
}
