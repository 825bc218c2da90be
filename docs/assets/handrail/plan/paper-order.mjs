// In which order to get papers: first what gets most of the others. Values only.

/**
 * The papers of the plan in the order of getting them; those in hand come last.
 *
 * `list` is [{id, uses: [{id}]}], each paper once; `documents` by id have `asks_for`, lists of ids of which one will do,
 * the usual one first; `had(id)` is true for a paper in hand. Each paper comes back with `unlocks`: the ids of the
 * papers that are asked for with it. What opens more services, by itself or through others, comes first; then what opens
 * more papers.
 */
export function inPaperOrder(list, documents, had) {
  const missing = list.filter((paper) => !had(paper.id)).map((paper) => paper.id);
  const helps = (from, to) => from !== to && documents[to].asks_for.some((line) => line[0] === from && !line.some(had));
  const unlockedBy = (id) => (had(id) ? [] : missing.filter((other) => helps(id, other)));
  const reached = (id, seen) => {
    unlockedBy(id)
      .filter((other) => !seen.has(other))
      .forEach((other) => reached(other, seen.add(other)));
    return seen;
  };
  const ranked = list.map((paper, place) => {
    const opened = reached(paper.id, new Set([paper.id]));
    const services = new Set();
    list.filter((other) => opened.has(other.id)).forEach((other) => other.uses.forEach((use) => services.add(use.id)));
    return { paper: Object.assign({}, paper, { unlocks: unlockedBy(paper.id) }), papers: opened.size, services: services.size, place: place };
  });
  return ranked
    .sort(
      (a, b) =>
        Number(had(a.paper.id)) - Number(had(b.paper.id)) ||
        b.services - a.services ||
        b.papers - a.papers ||
        b.paper.uses.length - a.paper.uses.length ||
        a.place - b.place
    )
    .map((one) => one.paper);
}
