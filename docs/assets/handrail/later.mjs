// The scripts that a page needs only after its first view. The page's own script names them: data-libraries (plain
// scripts), data-later (modules); they run in that order. A page that names none has everything from the start.

let loading = null;

/** Load them now; the same promise again for who asks later. One that did not come is asked for anew by the next call. */
export function loadLater() {
  if (loading === null) {
    loading = Promise.all(waiting()).catch((error) => {
      loading = null;
      throw error;
    });
  }
  return loading;
}

/** A promise of what a library of the page puts into `window[name]`, after the first view. */
export function whenThere(name) {
  return window[name]
    ? Promise.resolve(window[name])
    : afterView()
        .then(loadLater)
        .then(() => window[name]);
}

/** Resolves when the first view stands. */
export function afterView() {
  return new Promise((resolve) => {
    const soon = () => setTimeout(resolve, 0);
    if (document.readyState === "complete") {
      soon();
    } else {
      addEventListener("load", soon, { once: true });
    }
  });
}

function waiting() {
  const own = document.querySelector("script[data-libraries], script[data-later]");
  const named = (name) => ((own && own.getAttribute(name)) || "").split(" ").filter(Boolean);
  return named("data-libraries")
    .map((address) => added(address, false))
    .concat(named("data-later").map((address) => added(address, true)));
}

function added(address, isModule) {
  const script = document.createElement("script");
  script.src = address;
  script.async = false; // in the order in which they were named
  if (isModule) {
    script.type = "module";
  }
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(address + " did not load"));
    });
    document.head.appendChild(script);
  });
}
