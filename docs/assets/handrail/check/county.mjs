// The county: a list of those of the chosen state, so that no slip of the finger hides help; a line to type in where the
// list does not come.

import { countiesOf } from "../place.mjs";
import { plain } from "../rules/about_place.mjs";
import { t } from "../words.mjs";
import { clear } from "./dom.mjs";
import { input, select } from "./fields.mjs";

const LABEL = () => t("County (you can leave this out)");

/** A field whose list follows `of(state)`; `places` is null where the page has no table of places. */
export function countyField(places, before) {
  const first = input("county", LABEL(), { value: before });
  let field = first;
  let turn = 0;

  function put(next) {
    const around = first.node;
    clear(around);
    Array.from(next.node.childNodes).forEach((node) => around.appendChild(node));
    field = next;
  }

  /** The counties of a state; `wanted` is chosen where it is one of them. */
  function of(state, wanted) {
    turn += 1;
    const mine = turn;
    if (!places || !/^[A-Z]{2}$/.test(state)) {
      return Promise.resolve();
    }
    return countiesOf(places, state).then(
      (known) => {
        if (mine !== turn || !known.length) {
          return;
        }
        const named = known.find((one) => plain(one.name) === plain(wanted || field.value()));
        const options = [["", t("Choose a county")]].concat(known.map((one) => [one.name, one.name]));
        put(select("county", LABEL(), options, named ? named.name : ""));
      },
      (error) => console.warn(error)
    );
  }

  return { node: first.node, value: () => field.value(), of: of };
}
