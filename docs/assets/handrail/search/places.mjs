// Where in the index a term is: files hold the terms in their order, and the head of the index says where each begins.

export const AFTER_ALL = "\uffff";

/** The place of the last file that begins at or before a text. */
export function placeOf(firsts, text) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= text) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The names of the files that hold the terms from one text up to another. */
export function termFiles(manifest, [from, to]) {
  const firsts = manifest.firsts;
  const names = [];
  for (let place = placeOf(firsts, from); place < firsts.length && firsts[place] <= to; place += 1) {
    names.push("terms-" + place + ".json");
  }
  return names;
}
