// Which services are for people of a place, and how far their doors are. generators/search/near.py writes the files.

import { miles } from "../place.mjs";
import { risen, unpack } from "./packed.mjs";
import { file } from "./parts.mjs";
import { placeOf } from "./places.mjs";

const NATION = "us";
const DEGREE = 1000;
export const FAR = 60; // miles beyond which nobody is sent to a door

/**
 * A promise of the services for people of `place`, {zip, counties, at} as in place.mjs: by number {tier, miles, isFar}.
 * `tier` 0 is for the county, 1 for the state, 2 for the nation; `miles` to the nearest door, null where none is known;
 * `isFar`: by phone or online, as every door is far away or there is none.
 */
export function nearby(parts, place) {
  const states = Array.from(new Set(place.counties.map((fips) => fips.slice(0, 2))));
  const areas = [place.counties, states, [NATION]];
  const asked = [].concat(...areas.map((codes, tier) => codes.map((code) => areaOf(parts, code).then((area) => [area, tier]))));
  return Promise.all(asked).then((found) => {
    const services = new Map();
    found.forEach(([area, tier]) => {
      if (area) {
        read(area).forEach((one) => {
          if (!services.has(one.number) && isFor(area.only[one.number], place)) {
            services.set(one.number, seenFrom(place, one, tier));
          }
        });
      }
    });
    return services;
  });
}

function areaOf(parts, code) {
  const firsts = parts.manifest.near || [];
  if (!firsts.length) {
    return Promise.resolve(null);
  }
  const isRight = (content) => Boolean(content) && typeof content === "object" && !Array.isArray(content);
  return file(parts, "near-" + placeOf(firsts, code) + ".json", isRight).then((areas) =>
    Object.prototype.hasOwnProperty.call(areas, code) ? areas[code] : null
  );
}

/** The services of an area, unpacked once: {number, hasDoor, points}. */
function read(area) {
  if (!area.read) {
    const angles = unpack(area.at);
    const doors = unpack(area.doors);
    let at = 0;
    area.read = risen(unpack(area.numbers)).map((number, place) => {
      const points = [];
      for (let door = 1; door < doors[place]; door += 1, at += 2) {
        points.push([angles[at] / DEGREE - 90, angles[at + 1] / DEGREE - 180]);
      }
      return { number: number, hasDoor: doors[place] > 0, points: points };
    });
  }
  return area.read;
}

/** May people of the place come? Who named a county only is not asked for the ZIP code. */
function isFor(only, place) {
  return (
    !only ||
    place.counties.some((fips) => only.counties.indexOf(fips) !== -1) ||
    (only.zips.length > 0 && (!place.zip || only.zips.indexOf(place.zip) !== -1))
  );
}

function seenFrom(place, one, tier) {
  const away = place.at && one.points.length ? Math.min(...one.points.map((point) => miles(place.at, point))) : null;
  const isFar = away === null ? !one.hasDoor && tier > 0 : away > FAR;
  return { tier: tier, miles: away, isFar: isFar };
}

/** Compares services for a place: by how well words fit (`level`), area, distance, then by `otherwise`. */
export function nearer(services, level, otherwise) {
  const away = (one) => (one.miles === null ? Infinity : one.miles);
  return (a, b) => {
    const [one, other] = [services.get(a), services.get(b)];
    return (
      level(a) - level(b) ||
      one.tier - other.tier ||
      (away(one) === away(other) ? 0 : away(one) - away(other)) ||
      otherwise(a, b)
    );
  };
}
