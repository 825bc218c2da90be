// Entry of the page of a program's states: the reader's own first, and a list to choose another.

import { chooseState } from "./where/choose.mjs";
import { start } from "./start.mjs";

start("where", chooseState);
