// The scripts that a page needs only after its first view. The page's own script names them: data-later, and data-last
// for what can wait until those say so. A page that names none has everything from the start.

const loading = {};

/** Load them now; the same promise again for who asks later. One that did not come is asked for anew by the next call. */
export const loadLater = () => loaded("data-later");

/** The same of the last ones. */
export const loadLast = () => loaded("data-last");

function loaded(name) {
  const own = document.querySelector("script[" + name + "]");
  loading[name] = loading[name] || (own ? added(own, name) : Promise.resolve());
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

function added(own, name) {
  const script = document.createElement("script");
  script.src = own.getAttribute(name);
  script.type = "module";
  return new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => {
      script.remove();
      loading[name] = null;
      own.setAttribute(name, script.src + "?"); // a browser may remember the failure of an address
      reject(new Error(name + " did not load"));
    };
    document.head.appendChild(script);
  });
}
