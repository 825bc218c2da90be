// A file that the page made, handed to the browser to save.

import { el } from "../plan/element.mjs";

const KEPT = 60 * 1000; // milliseconds that a slow phone has to take the file

/** Can this browser save a file that a page made? */
export const canDownload = () =>
  typeof Blob === "function" && typeof URL === "function" && Boolean(URL.createObjectURL) && "download" in el("a");

/** Save `text` as the file `name`; `type` as in "text/html". */
export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
  const link = el("a", { href: url, download: name, hidden: true });
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
