// The state of a search in the fragment of the address, which no host sees: words, place and choices, ids only.

const LONGEST = 4000; // letters that are read at all
const WORDS = 200;
const MOST = 20; // choices of one group
const ZIP = /^\d{5}$/;
const COUNTY = /^[a-z]{2}-\d{5}$/; // pa-42003
const ID = /^[a-z0-9]+([-_][a-z0-9]+)*$/;
export const GROUPS = ["need", "whom", "spoken", "cost", "reach", "access", "asks", "open"];

/** What a fragment says: {words, zip, county, chosen}; what is none of ours is passed over. */
export function readFragment(hash) {
  const state = { words: "", zip: "", county: "", chosen: {} };
  const seen = [];
  for (const pair of hash.slice(1, LONGEST).split("&")) {
    const at = pair.indexOf("=");
    const key = pair.slice(0, at);
    const value = pair.slice(at + 1);
    if (at < 1 || seen.indexOf(key) !== -1) {
      continue;
    }
    seen.push(key);
    if (key === "q") {
      state.words = decoded(value).slice(0, WORDS);
    } else if (key === "zip" && ZIP.test(value)) {
      state.zip = value;
    } else if (key === "county" && COUNTY.test(value)) {
      state.county = value;
    } else if (GROUPS.indexOf(key) !== -1) {
      const ids = Array.from(new Set(value.split(",").filter((id) => id.length <= 60 && ID.test(id)))).slice(0, MOST);
      if (ids.length) state.chosen[key] = ids;
    }
  }
  return state;
}

/** Does a fragment ask for anything? */
export const isAsked = (hash) => fragmentOf(readFragment(hash)) !== "";

/** The fragment of a state, with its "#"; empty where nothing is asked. */
export function fragmentOf(state) {
  const pairs = [];
  if (state.words) pairs.push("q=" + encodeURIComponent(state.words));
  if (state.zip) pairs.push("zip=" + state.zip);
  if (state.county) pairs.push("county=" + state.county);
  GROUPS.forEach((group) => {
    const ids = state.chosen[group] || [];
    if (ids.length) pairs.push(group + "=" + ids.join(","));
  });
  return pairs.length ? "#" + pairs.join("&") : "";
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch (error) {
    return "";
  }
}
