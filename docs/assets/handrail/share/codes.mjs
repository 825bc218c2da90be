// How one value stands in a link. A code has `to(value)`: text, null for what does not fit; and `from(text)`, which
// throws for what no link of ours holds.

import { inLetters, packed, unpacked } from "./text.mjs";

const DAY = 24 * 60 * 60 * 1000; // milliseconds
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAY_WIDTH = 3; // letters: enough until 2147
const ANSWERS = [undefined, false, true, "not-sure", "rather-not"];
const UNSAID = { N: "not-sure", R: "rather-not" };
const NOBODY = "Z"; // null: nobody, never
const CODES = "abcdefghijklmnopqrstuvwxyz";
// Letters of all names in the United States; no digits, so that no phone number hides in it.
const COUNTY = /^[A-Za-z\u00c0-\u024f]+([ .'\u2019-]{1,2}[A-Za-z\u00c0-\u024f]+){0,5}\.?$/;
const LONGEST_COUNTY = 40;

/** Ends the reading of a link. */
export function damaged() {
  throw new Error("damaged");
}

const found = (value, isRight) => (isRight ? value : damaged());

/** 0 up to `most`, to the cent. */
export function number(most, isWhole) {
  const fits = (value) => typeof value === "number" && value >= 0 && value <= most && (!isWhole || value % 1 === 0);
  return {
    to: (value) => (fits(value) ? String(Math.round(value * 100) / 100).replace(".", "p") : null),
    from(text) {
      const value = /^\d{1,9}(p\d{1,2})?$/.test(text) ? Number(text.replace("p", ".")) : -1;
      return found(value, fits(value));
    }
  };
}

/** One word of a list that only grows at its end. */
export function oneOf(list) {
  return {
    to: (value) => (list.indexOf(value) === -1 ? null : CODES[list.indexOf(value)]),
    from(text) {
      const place = text.length === 1 ? CODES.indexOf(text) : -1;
      return found(list[place], place !== -1 && place < list.length);
    }
  };
}

/** A text of a shape, as it is. */
export const shaped = (shape) => ({
  to: (value) => (typeof value === "string" && shape.test(value) ? value : null),
  from: (text) => found(text, shape.test(text))
});

export const yesNo = {
  to: (value) => (value === true ? "1" : value === false ? "0" : null),
  from: (text) => found(text === "1", text === "0" || text === "1")
};

/** A person "p12" as its number. */
export const who = {
  to: (value) => (/^p[1-9]\d?$/.test(value) ? value.slice(1) : null),
  from: (text) => found("p" + text, /^[1-9]\d?$/.test(text))
};

/** The name of a county: letters only. */
export const county = {
  to: (value) => (typeof value === "string" && value.length <= LONGEST_COUNTY && COUNTY.test(value) ? packed(value) : null),
  from(text) {
    const value = unpacked(text);
    return found(value, value.length <= LONGEST_COUNTY && COUNTY.test(value));
  }
};

/** A day "2026-11-21" from 2020 on. */
export const day = {
  to(value) {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value + "T00:00:00Z") : NaN;
    const days = (time - FIRST_DAY) / DAY;
    return days >= 0 && days < Math.pow(36, DAY_WIDTH) && dayOf(days) === value ? inLetters(days, DAY_WIDTH) : null;
  },
  from: (text) => (/^[0-9a-z]{3}$/.test(text) ? dayOf(parseInt(text, 36)) : damaged())
};
const dayOf = (days) => new Date(FIRST_DAY + days * DAY).toISOString().slice(0, 10);

/** "not-sure" and "rather-not" may stand for any value. */
export const orUnsaid = (code) => ({
  to: (value) => (value === UNSAID.N ? "N" : value === UNSAID.R ? "R" : code.to(value)),
  from: (text) => (text === "N" || text === "R" ? UNSAID[text] : code.from(text))
});

export const orNobody = (code) => ({
  to: (value) => (value === null ? NOBODY : code.to(value)),
  from: (text) => (text === NOBODY ? null : code.from(text))
});

/** Answers to a fixed list of questions, in a few letters: five possibilities each. Keys that are not on it are left out. */
export function answers(list) {
  const width = (Math.pow(5, list.length) - 1).toString(36).length;
  return {
    to: (table) =>
      inLetters(list.reduceRight((sum, key) => sum * 5 + Math.max(0, ANSWERS.indexOf(own(table, key))), 0), width),
    from(text) {
      let rest = new RegExp("^[0-9a-z]{" + width + "}$").test(text) ? parseInt(text, 36) : damaged();
      const table = {};
      for (const key of list) {
        if (rest % 5) {
          table[key] = ANSWERS[rest % 5];
        }
        rest = Math.floor(rest / 5);
      }
      return found(table, rest === 0);
    }
  };
}

export const own = (table, key) => (Object.prototype.hasOwnProperty.call(table, key) ? table[key] : undefined);

/** An object by `fields`, [letter, key, code], as "ka.p1"; what does not fit is left out. */
export function record(fields) {
  return {
    to(value) {
      const parts = fields.map(([letter, key, code]) => {
        const text = own(value, key) === undefined ? null : code.to(value[key]);
        return text === null ? null : letter + text;
      });
      return parts.filter((part) => part !== null).join(".") || "-";
    },
    from(text) {
      const value = {};
      for (const part of text === "-" ? [] : text.split(".")) {
        const field = fields.find(([letter]) => letter === part[0]) || damaged();
        if (own(value, field[1]) !== undefined) {
          damaged();
        }
        value[field[1]] = field[2].from(part.slice(1));
      }
      return value;
    }
  };
}

/** A list of at most `most`, "0" where it is empty. */
export function listOf(code, most) {
  return {
    to: (list) => (Array.isArray(list) ? list.slice(0, most).map(code.to).join(",") || "0" : null),
    from(text) {
      const parts = text === "0" ? [] : text.split(",");
      return found(parts, parts.length <= most).map(code.from);
    }
  };
}
