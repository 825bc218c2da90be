// The scripts that a page needs only after its first view. The page's own script names them: data-later, and data-last
// for what can wait until those say so. A page that names none has everything from the start.

const loading = {};
const lost = {}; // address -> how often it did not come

/** Load them now; the same promise again for who asks later. One that did not come is asked for anew by the next call. */
export const loadLater = () => loaded("data-later");

/** The same of the last ones. */
export const loadLast = () => loaded("data-last");

function loaded(name) {
  if (!loading[name]) {
    const own = document.querySelector("script[" + name + "]");
    loading[name] = (own ? added(own.getAttribute(name)) : Promise.resolve()).catch((error) => {
      loading[name] = null;
      throw error;
    });
  }
  return loading[name];
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

/** A browser may remember that a module did not come, and not ask for it again: the next time it has another address. */
function added(address) {
  const script = document.createElement("script");
  script.src = address + (lost[address] ? "?again=" + lost[address] : "");
  script.type = "module";
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      lost[address] = (lost[address] || 0) + 1;
      reject(new Error(address + " did not load"));
    });
    document.head.appendChild(script);
  });
}
