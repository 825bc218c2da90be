// Long work in slices, so that an old phone answers a touch between them.

/** A promise that comes when the browser has had its turn. */
export function pause() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** The values of these functions, one after the other with a pause between: a promise. It never comes once `isOver()`. */
export function inSlices(works, isOver) {
  const values = [];
  return new Promise((resolve, reject) => {
    const step = () => {
      if (isOver()) {
        return;
      }
      try {
        values.push(works[values.length]());
      } catch (error) {
        reject(error);
        return;
      }
      if (values.length < works.length) {
        setTimeout(step, 0);
      } else {
        resolve(values);
      }
    };
    step();
  });
}
