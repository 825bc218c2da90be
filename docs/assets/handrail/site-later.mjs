// Entry of every page after its first view: the warning before an untouched tab is wiped, "Listen", and the
// list of languages that shuts by itself.

import { askStillThere } from "./keep/still-there.mjs";
import { offerListening } from "./listen.mjs";
import { shutWhenLeft } from "./shut-when-left.mjs";

askStillThere();
offerListening();
Array.from(document.querySelectorAll(".hr-languages")).forEach(shutWhenLeft);
