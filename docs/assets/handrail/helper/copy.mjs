// Copying a text: the clipboard where the browser gives it, else the text is selected for the person to copy.

/** Copy what is in `area`; calls `done(true)` when it is on the clipboard, `done(false)` when it is only selected. */
export function copyFrom(area, done) {
  const byHand = () => {
    area.focus();
    area.select();
    let copied = false;
    try {
      copied = document.execCommand("copy");
    } catch (error) {
      // Refused: the text is selected at least.
    }
    done(copied);
  };
  if (navigator.clipboard && navigator.clipboard.writeText) {
    navigator.clipboard.writeText(area.value).then(() => done(true), byHand);
  } else {
    byHand();
  }
}
