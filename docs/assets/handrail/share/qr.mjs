// A text as a QR code, drawn of SVG elements: black on white whatever the colours of the page.

import { qrcode } from "../vendor/qrcode.mjs";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // empty cells around, as readers want them

/** An `<svg>` with `label` for those who do not see it. */
export function qrPicture(text, label) {
  const code = qrcode(0, "M"); // 0: as small as the text allows
  code.addData(text);
  code.make();
  const size = code.getModuleCount() + 2 * QUIET;
  const picture = svg("svg", { viewBox: "0 0 " + size + " " + size, class: "share-qr", role: "img", "aria-label": label });
  picture.appendChild(svg("rect", { width: size, height: size, fill: "#fff" }));
  picture.appendChild(svg("path", { d: cells(code), fill: "#000", "shape-rendering": "crispEdges" }));
  return picture;
}

/** Each run of black cells as one bar. */
function cells(code) {
  const count = code.getModuleCount();
  let path = "";
  for (let row = 0; row < count; row += 1) {
    for (let from = 0; from < count; from += 1) {
      let to = from;
      while (to < count && code.isDark(row, to)) {
        to += 1;
      }
      if (to > from) {
        path += "M" + (from + QUIET) + " " + (row + QUIET) + "h" + (to - from) + "v1h-" + (to - from) + "z";
        from = to;
      }
    }
  }
  return path;
}

function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  Object.keys(attributes).forEach((key) => element.setAttribute(key, String(attributes[key])));
  return element;
}
