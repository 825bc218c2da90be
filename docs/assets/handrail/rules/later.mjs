// A list that fills itself when somebody looks into it.

const MAKE = Symbol("what fills it");

/** An array whose items `make()` gives, once, when it is looked into for the first time: never, if nobody looks. */
export function filledLater(make) {
  const list = [];
  list[MAKE] = make;
  return new Proxy(list, LATER);
}

const LATER = {};
for (const look of ["get", "set", "has", "ownKeys", "getOwnPropertyDescriptor", "defineProperty", "deleteProperty"]) {
  LATER[look] = (list, ...more) => {
    const make = list[MAKE];
    if (make !== undefined) {
      list.push(...make());
      delete list[MAKE];
    }
    return Reflect[look](list, ...more);
  };
}
