// Data by address. What is sure to be asked for can be asked for before the script that needs it is there.

const early = new Map();

/** A promise of the JSON at an address. */
export function json(url) {
  const coming = early.get(url);
  early.delete(url);
  return coming || asked(url);
}

/** Ask now: the next `json` of this address takes the answer, which is promised here too. */
export function soon(url) {
  const coming = asked(url);
  coming.catch(() => early.delete(url));
  early.set(url, coming);
  return coming;
}

function asked(url) {
  return fetch(url).then((answer) => {
    if (!answer.ok) {
      throw new Error(url + ": " + answer.status);
    }
    return answer.json();
  });
}
