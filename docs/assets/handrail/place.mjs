// Places in the United States: ZIP codes, counties, and how far it is. The table comes in small files, by the first two
// digits of a ZIP code, so that the host of the site learns no more of a place than these. Nothing is sent or kept.

const EARTH = 3958.8; // miles from the middle
const NEAREST = 3; // groups of ZIP codes among which the nearest one is looked for
const OUTSIDE = 100; // miles from every ZIP code

/** Miles in a straight line between two points [latitude, longitude], by the haversine formula. */
export function miles(from, to) {
  const turn = Math.PI / 180;
  const half = (a, b) => Math.sin(((b - a) * turn) / 2) ** 2;
  const much = half(from[0], to[0]) + Math.cos(from[0] * turn) * Math.cos(to[0] * turn) * half(from[1], to[1]);
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(much)));
}

/** The table below `base`, which ends in a slash. `load(url)` gives parsed JSON; a file that failed is asked for again. */
export function openPlaces(base, load) {
  const files = new Map();
  return {
    file(name, field) {
      if (!files.has(name)) {
        const loading = load(base + name + ".json").then((content) => {
          if (!content || typeof content[field] !== "object") {
            throw new Error(name + ".json is no part of the place table");
          }
          return content;
        });
        loading.catch(() => files.delete(name));
        files.set(name, loading);
      }
      return files.get(name);
    }
  };
}

const own = (rows, key) => (Object.prototype.hasOwnProperty.call(rows, key) ? rows[key] : null);
const point = (latitude, longitude) => (typeof latitude === "number" ? [latitude, longitude] : null);

/**
 * A promise of a ZIP code: {zip, name, at, counties: [{fips, name, state}]}, null where there is none. `at` is its
 * middle, null where it is not known; the county that the middle lies in comes first.
 */
export function zipOf(places, code) {
  return places.file(code.slice(0, 2), "zips").then((content) => {
    const row = own(content.zips, code.slice(2));
    return row && asZip(code, row, content.counties);
  });
}

function asZip(code, row, counties) {
  const [name, latitude, longitude, ...inside] = row;
  return {
    zip: code,
    name: name,
    at: point(latitude, longitude),
    counties: inside.map((at) => ({ fips: counties[at][0], name: counties[at][1], state: counties[at][2] }))
  };
}

/** A promise of the counties of a state ("PA"): [{fips, name, state, at}]. */
export function countiesOf(places, state) {
  return places.file(state.toLowerCase(), "counties").then((content) =>
    content.counties
      .map(([fips, name, latitude, longitude]) => ({ fips: fips, name: name, state: state, at: point(latitude, longitude) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  );
}

/** A promise of the ZIP code whose middle is nearest to a point; null where the point is not in the country. */
export function zipAt(places, at) {
  return places.file("start", "starts").then((content) => {
    const byDistance = Object.keys(content.starts).sort((a, b) => miles(at, content.starts[a]) - miles(at, content.starts[b]));
    const near = Array.from(new Set(byDistance.slice(0, NEAREST).map((start) => start.slice(0, 2))));
    return Promise.all(near.map((start) => places.file(start, "zips"))).then((found) => {
      let best = null;
      found.forEach((part, which) => {
        Object.keys(part.zips).forEach((rest) => {
          const middle = point(part.zips[rest][1], part.zips[rest][2]);
          const away = middle && miles(at, middle);
          if (middle && (!best || away < best.away)) {
            best = { away: away, zip: asZip(near[which] + rest, part.zips[rest], part.counties) };
          }
        });
      });
      return best && best.away < OUTSIDE ? best.zip : null;
    });
  });
}
