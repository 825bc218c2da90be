// The days on which a rule may come out otherwise: dates, rows of figures that begin or end, new yearly limits.

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ALWAYS = [19, 22, 60]; // of tax households, of food units, of the elderly

/** Days after `from` up to and with `to`, in order. */
export function daysOfChange(data, from, to) {
  const found = {};
  const add = (day) => {
    if (day > from && day <= to) {
      found[day] = true;
    }
  };
  walkRules(data, (word, value) => {
    if (word === "dates") {
      add(value.from || "");
      add(value.until ? dayAfter(value.until) : "");
    } else if (word === "income") {
      years(from, to).forEach((year) => add(year + "-" + (value.new_limits || "01-01")));
    }
  });
  for (const id of figuresOf(data)) {
    const figure = data.figures[id];
    dayKeys(figure.rows).forEach(add);
    add(figure.until ? dayAfter(figure.until) : "");
  }
  return Object.keys(found).sort();
}

/** The ages that the rules name, of every place, in order. */
export function agesOfChange(data) {
  const found = ALWAYS.slice();
  const add = (bound) => {
    if (typeof bound === "number" && found.indexOf(bound) === -1) {
      found.push(bound);
    } else if (typeof bound === "string" && bound in data.figures) {
      values(data.figures[bound].rows).forEach(add);
    }
  };
  walkRules(data, (word, value) => {
    if (word === "age") {
      add(value.from);
      add(value.under);
    } else if (word === "caretaker") {
      add(value);
    }
  });
  return found.sort((one, other) => one - other);
}

/** Call `visit(word, value)` for everything in the rules. */
function walkRules(data, visit) {
  const walk = (node) => {
    for (const key of Object.keys(node)) {
      visit(key, node[key]);
      if (node[key] !== null && typeof node[key] === "object") {
        walk(node[key]);
      }
    }
  };
  data.order.forEach((id) => walk(data.services[id].rule));
}

/** Ids of figures that the rules name, with the tables that stand behind a yearly one. */
function figuresOf(data) {
  const found = {};
  walkRules(data, (word, value) => {
    if (typeof value === "string" && value in data.figures) {
      found[value] = true;
    }
  });
  const roots = Object.keys(found);
  return Object.keys(data.figures).filter((id) => roots.some((root) => id === root || id.indexOf(root + "-") === 0));
}

function dayKeys(rows) {
  let found = [];
  for (const key of Object.keys(rows)) {
    if (DATE.test(key)) {
      found.push(key);
    } else if (rows[key] !== null && typeof rows[key] === "object") {
      found = found.concat(dayKeys(rows[key]));
    }
  }
  return found;
}

function values(rows) {
  return [].concat(...Object.keys(rows).map((key) => (typeof rows[key] === "object" ? values(rows[key]) : [rows[key]])));
}

function years(from, to) {
  const found = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    found.push(year);
  }
  return found;
}

function dayAfter(day) {
  return moved(day, 0, 1);
}

/** So many months later; the 31st of a short month is the first of the next. */
export function monthsLater(day, months) {
  return moved(day, months, 0);
}

function moved(day, months, days) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, date + days)).toISOString().slice(0, 10);
}
