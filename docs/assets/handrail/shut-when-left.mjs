// What lies over the page when it is unfolded is shut by Escape, by a tap elsewhere, and when the focus goes on: it would
// cover what the keyboard comes to next.

export function shutWhenLeft(details) {
  const elsewhere = (event) => {
    if (!details.contains(event.target)) {
      details.open = false;
    }
  };
  document.addEventListener("focusin", elsewhere);
  document.addEventListener("click", elsewhere);
  details.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && details.open) {
      details.open = false;
      details.querySelector("summary").focus();
    }
  });
}
