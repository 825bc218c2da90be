// Which terms of an index a clause stands for, in the order in which lunr.js meets them: its sums depend on it. Words
// with a slip are found by lunr's own way through two sets of letters (lunr.js 2.3.9, Oliver Nightingale, MIT license).

const ANY = "*";

/** The terms that begin so, of sorted `terms`. */
export function beginning(terms, start) {
  return terms.filter((term) => term.lastIndexOf(start, 0) === 0).sort(asLunrMeets);
}

/** lunr goes down from the last letter to the first, and meets a term before those that are longer. */
function asLunrMeets(one, other) {
  const end = Math.min(one.length, other.length);
  for (let at = 0; at < end; at += 1) {
    if (one[at] !== other[at]) return rank(other, at) - rank(one, at);
  }
  return one.length - other.length;
}

/** Of the keys of an object digits come first. */
function rank(term, at) {
  const code = term.charCodeAt(at);
  return code >= 48 && code <= 57 ? code : code + 128;
}

/** The terms with at most one letter more, less, other, or changed for its neighbor, of sorted `terms`. */
export function slipped(terms, text) {
  return listed(common(setOf(terms.filter((term) => isAlike(term, text))), nearly(text)));
}

/** Have they the same letters at both ends, but for two? A look that spares most of the work. */
function isAlike(one, other) {
  const shorter = Math.min(one.length, other.length);
  const most = one.length === other.length ? 2 : 0;
  let same = 0;
  while (same < shorter && one[same] === other[same]) same += 1;
  let end = 0;
  while (end < shorter - same && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return same + end >= shorter - most;
}

const node = () => ({ isEnd: false, edges: {} });

function next(from, letter) {
  return from.edges[letter] || (from.edges[letter] = node());
}

function setOf(terms) {
  const root = node();
  for (const term of terms) {
    let at = root;
    for (let place = 0; place < term.length; place += 1) at = next(at, term[place]);
    at.isEnd = true;
  }
  return root;
}

/** What a text may be with one slip. */
function nearly(text) {
  const root = node();
  const stack = [{ node: root, slips: 1, rest: text }];
  while (stack.length) {
    const { node: at, slips, rest } = stack.pop();
    if (rest.length) {
      const same = next(at, rest[0]);
      same.isEnd = same.isEnd || rest.length === 1;
      stack.push({ node: same, slips: slips, rest: rest.slice(1) });
    }
    if (!slips) {
      continue;
    }
    const any = next(at, ANY);
    any.isEnd = any.isEnd || rest.length < 2;
    stack.push({ node: any, slips: slips - 1, rest: rest }); // a letter more
    if (rest.length === 1) {
      at.isEnd = true;
    }
    if (rest.length > 1) {
      stack.push({ node: at, slips: slips - 1, rest: rest.slice(1) }); // a letter less
    }
    if (rest.length) {
      stack.push({ node: any, slips: slips - 1, rest: rest.slice(1) }); // another letter
    }
    if (rest.length > 1) {
      stack.push({ node: next(at, rest[1]), slips: slips - 1, rest: rest[0] + rest.slice(2) }); // changed places
    }
  }
  return root;
}

/** What is in both sets; the second may have ANY. */
function common(set, asked) {
  const root = node();
  const stack = [{ set: set, asked: asked, found: root }];
  while (stack.length) {
    const frame = stack.pop();
    for (const letter of Object.keys(frame.asked.edges)) {
      for (const edge of Object.keys(frame.set.edges)) {
        if (edge === letter || letter === ANY) {
          const deeper = frame.set.edges[edge];
          const after = frame.asked.edges[letter];
          const found = next(frame.found, edge);
          found.isEnd = found.isEnd || (deeper.isEnd && after.isEnd);
          stack.push({ set: deeper, asked: after, found: found });
        }
      }
    }
  }
  return root;
}

function listed(root) {
  const found = [];
  const stack = [["", root]];
  while (stack.length) {
    const [text, at] = stack.pop();
    if (at.isEnd) found.push(text);
    for (const letter of Object.keys(at.edges)) stack.push([text + letter, at.edges[letter]]);
  }
  return found;
}
