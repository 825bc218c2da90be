// The links to this page in other languages: they take the place, or what was chosen, along in the fragment.

/**
 * Just before a link to another language is followed, `fragment()` gives what goes with it, as "at=results" or "";
 * the address is never asked with it, and the page that opens takes it out.
 */
export function otherLanguages(fragment) {
  for (const link of Array.from(document.querySelectorAll(".hr-language a, .hr-machine a"))) {
    link.addEventListener("click", () => {
      link.hash = fragment();
    });
  }
}
