// Finding services by what people type: the words of a query, cut as generators/search.py cuts them, and the answer.

const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670'\u2019]/g; // accents, Arabic vowel signs, apostrophes
const LETTERS = { đ: "d", ı: "i", ł: "l", ø: "o", ß: "ss" };
const HAN = /[\u3400-\u9fff]/g;
const BETWEEN =
  /[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u060c\u061b\u061f\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\ud800-\udfff]+/g;
const ONE_LETTER = /^[a-z]$/;

const LONGEST = 200; // letters of a query that are looked at
const MOST = 8; // words of a query that are looked at
const SLIP_FROM = 4; // letters from which one may be wrong
const CUT = 3; // letters that may be left off the end of a word nobody wrote: "evicted" -> "evic" -> eviction
const FEW = 3; // with fewer answers, services that lack one of the words come too
const COMMON = 5; // a word that one of so many services has is not asked for

/** Small letters without accents, one blank between words. */
export function fold(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(MARKS, "").replace(/[đıłøß]/g, (letter) => LETTERS[letter]);
  return bare.replace(HAN, " $& ").replace(BETWEEN, " ").trim();
}

/** A folded word with its ending put right. */
export function stem(word, endings) {
  for (const [ending, instead, before] of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= before) {
      return word.slice(0, word.length - ending.length) + instead;
    }
  }
  return word;
}

/** The words of a text: [{typed, stem}]. `tables` are the endings and little words that came with the index. */
export function words(text, tables) {
  return fold(text)
    .split(" ")
    .filter((word) => word && tables.little.indexOf(word) === -1 && !ONE_LETTER.test(word))
    .map((word) => ({ typed: word, stem: stem(word, tables.endings) }));
}

const phraseOf = (cut) => cut.map((word) => word.stem).join(" ");

/** The serialized index and the cards, ready to be asked: {index, tables, total, called: phrase -> ids}. */
export function open(lunr, serialized, cards) {
  const called = new Map();
  for (const id of Object.keys(cards)) {
    for (const text of cards[id].called) {
      const phrase = phraseOf(words(text, serialized.words));
      called.set(phrase, (called.get(phrase) || []).concat(id));
    }
  }
  return { index: lunr.Index.load(serialized), tables: serialized.words, total: Object.keys(cards).length, called: called };
}

/**
 * The ids of the services that answer `text`: first what is called just that, then by score.
 *
 * Words that few services have must be there, or all but one of them where that leaves next to nothing. A word that
 * nobody wrote is read with one wrong letter or a shorter end, and left aside when even that finds nothing.
 */
export function find(library, text) {
  const asked = words(text.slice(0, LONGEST), library.tables).slice(0, MOST);
  const answers = asked.map((word) => scores(library.index, word)).filter((answer) => answer.size);
  const called = library.called.get(phraseOf(asked)) || [];
  const rare = answers.filter((answer) => answer.size <= Math.max(COMMON, library.total / COMMON));
  const found = new Map(); // id -> {rare words it has, score}
  for (const answer of answers) {
    answer.forEach((score, id) => {
      const before = found.get(id) || { rare: 0, score: 0 };
      found.set(id, { rare: before.rare + (rare.indexOf(answer) === -1 ? 0 : 1), score: before.score + score });
    });
  }
  const most = Math.max(0, ...Array.from(found.values()).map((one) => one.rare));
  const having = (rare) => Array.from(found.keys()).filter((id) => found.get(id).rare >= rare);
  const least = having(most).length < FEW && most > 1 ? most - 1 : most;
  return having(least).sort(
    (a, b) =>
      (called.indexOf(b) >= 0) - (called.indexOf(a) >= 0) ||
      found.get(b).rare - found.get(a).rare ||
      found.get(b).score - found.get(a).score ||
      (a < b ? -1 : 1)
  );
}

/** The score of every service that has a word: as it is, or beginning so, or else nearly so. */
function scores(index, word) {
  const exact = ask(index, (query, options) => {
    query.term(word.stem, options({ boost: 10 }));
    query.term(word.typed, options({ boost: 3, wildcard: 2 })); // lunr.Query.wildcard.TRAILING
  });
  if (exact.size || word.typed.length < SLIP_FROM) {
    return exact;
  }
  return ask(index, (query, options) => {
    query.term(word.stem, options({ boost: 2, editDistance: 1 }));
    query.term(word.typed.slice(0, Math.max(SLIP_FROM, word.typed.length - CUT)), options({ boost: 1, wildcard: 2 }));
  });
}

function ask(index, build) {
  const results = index.query((query) =>
    build(query, (clause) => Object.assign({ usePipeline: false, fields: index.fields }, clause))
  );
  return new Map(results.map((result) => [result.ref, result.score]));
}
