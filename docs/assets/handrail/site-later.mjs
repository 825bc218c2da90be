// Entry of every page after its first view: the warning before an untouched tab is wiped.

import { askStillThere } from "./keep/still-there.mjs";

askStillThere();
