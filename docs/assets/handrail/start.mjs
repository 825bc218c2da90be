// What scripts do once a page is there. Finished pages are improved from [data-module~=name]; a module that throws leaves the others alone.

/**
 * Run `act` once the page is read: now, where it is. A script that is not waited for may be there before; it need not wait
 * for the styles, as DOMContentLoaded does.
 */
export function whenRead(act) {
  if (document.readyState === "loading") {
    document.addEventListener("readystatechange", act, { once: true });
  } else {
    act();
  }
}

/** Run `improve(element)` once for each `[data-module~=name]` inside `root`, when the page is read. */
export function start(name, improve, root) {
  whenRead(() => improveAll(name, improve, root));
}

function improveAll(name, improve, root) {
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
