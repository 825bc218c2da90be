// Entry of every page after its first view: the digits of any keyboard, the warning before an untouched tab is wiped,
// "Listen", and the list of languages that shuts by itself.

import { takeAnyDigits } from "./digits.mjs";
import { askStillThere } from "./keep/still-there.mjs";
import { offerListening } from "./listen.mjs";
import { shutWhenLeft } from "./shut-when-left.mjs";

takeAnyDigits();
askStillThere();
offerListening();
Array.from(document.querySelectorAll(".hr-languages")).forEach(shutWhenLeft);
