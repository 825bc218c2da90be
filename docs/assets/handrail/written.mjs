// Dates and plurals as a language writes them, by the patterns that the build made (generators/languages/written.py): old
// browsers do not know every language, and others write it otherwise.

const CYCLE = 100; // plural categories of counts repeat after so many

/** English, which every page can say. A test holds it against the build's own. */
export const ENGLISH = {
  dates: each((name) => name + " %(day)s, %(year)s"),
  months: each((name) => name + " %(year)s"),
  short: each((name) => name.slice(0, 3)),
  plural: [
    [0, "other"],
    [1, "one"],
    [2, "other"]
  ],
  list: [", ", "; "]
};

function each(write) {
  return "January February March April May June July August September October November December".split(" ").map(write);
}

/** The plural category of a count. The twin of category() in written.py. */
export function category(runs, count) {
  const like = count < 2 * CYCLE ? count : CYCLE + (count % CYCLE);
  let found = "other";
  for (let at = 0; at < runs.length && runs[at][0] <= like; at += 1) {
    found = runs[at][1];
  }
  return found;
}

/** A day "2026-11-21" by one of the lists of patterns: dates, months or short. */
export function written(patterns, day) {
  const [year, month, date] = day.split("-").map(Number);
  return patterns[month - 1].replace("%(year)s", year).replace("%(day)s", date);
}
