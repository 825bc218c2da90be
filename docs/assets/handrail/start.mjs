// Finished pages are improved from [data-module~=name]; a module that throws leaves the others alone.

/** Run `improve(element)` once for each `[data-module~=name]` inside `root`. */
export function start(name, improve, root) {
  const found = (root || document).querySelectorAll('[data-module~="' + name + '"]');
  for (const element of Array.from(found)) {
    try {
      const work = improve(element);
      if (work && typeof work.catch === "function") {
        work.catch((error) => complain(name, error));
      }
    } catch (error) {
      complain(name, error);
    }
  }
}

function complain(name, error) {
  console.error("The module " + name + " did not start:", error);
}
