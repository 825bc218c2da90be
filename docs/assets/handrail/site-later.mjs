// Entry of every page after its first view: the warning before an untouched tab is wiped, and "Listen".

import { askStillThere } from "./keep/still-there.mjs";
import { offerListening } from "./listen.mjs";

askStillThere();
offerListening();
