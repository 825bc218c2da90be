// A table that stacks on a phone: there each cell says the name of its column.

import { el } from "./element.mjs";

/**
 * `heads` are the names of the columns ("" for a column of buttons, which stays off the paper); each of `rows` has a cell
 * for every column, the first of which names the row. `lines` empty rows to write on come on paper.
 */
export function table(caption, heads, rows, lines) {
  const cell = (inner, place) =>
    el(
      place === 0 ? "th" : "td",
      {
        scope: place === 0 ? "row" : null,
        role: place === 0 ? "rowheader" : "cell",
        "data-head": place === 0 ? null : heads[place],
        class: heads[place] ? (inner ? null : "plan-none") : "hr-no-print"
      },
      inner || "\u2013"
    );
  const empty = Array.from({ length: lines || 0 }, () =>
    el(
      "tr",
      { class: "plan-empty-line only-print", role: "row" },
      heads.filter((head) => head).map(() => el("td", { role: "cell" }, "\u00a0"))
    )
  );
  return el(
    "table",
    { class: "plan-table", role: "table" },
    el("caption", { class: "hr-away" }, caption),
    el(
      "thead",
      { role: "rowgroup" },
      el(
        "tr",
        { role: "row" },
        heads.map((head) =>
          head ? el("th", { scope: "col", role: "columnheader" }, head) : el("td", { role: "cell", class: "hr-no-print" })
        )
      )
    ),
    el("tbody", { role: "rowgroup" }, rows.map((row) => el("tr", { role: "row" }, row.map(cell))), empty)
  );
}
