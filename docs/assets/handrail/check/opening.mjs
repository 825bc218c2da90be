// What stands between the first view of the questions and all the rest: the step that the first view leads to.

let waiting = null; // a promise, where a first view was drawn

/** A first view is there: `go(step)`, to be called once, leads on to a step, or with null to the next question. */
export function open() {
  let go = null;
  waiting = new Promise((resolve) => {
    go = (step) => resolve({ step: step });
  });
  return go;
}

/** {step} when the first view leads on; null at once where there is none. */
export const opened = () => waiting || Promise.resolve(null);
