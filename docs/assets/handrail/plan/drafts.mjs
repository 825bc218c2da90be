// What is typed and not added yet: it must outlive a page that is drawn anew.

const drafts = (place) => Array.from(place.querySelectorAll("[data-draft]"));

/** The values typed in `place`, by the name of their draft. */
export function draftsIn(place) {
  const found = {};
  drafts(place).forEach((field) => {
    found[field.getAttribute("data-draft")] = field.value;
  });
  return found;
}

/** Put them back into the fields of the same name. */
export function putDrafts(place, values) {
  drafts(place)
    .filter((field) => values[field.getAttribute("data-draft")] !== undefined)
    .forEach((field) => {
      field.value = values[field.getAttribute("data-draft")];
    });
}
