// The names under which the plan keeps what is ticked and what is due.

/** Of a step: "snap/0". */
export const stepKey = (id, place) => id + "/" + place;

/** Of a paper: "paper/photo-id". */
export const paperKey = (id) => "paper/" + id;

/** Of a day that the family knows from a letter or a card: "snap/interview"; the day on which a paper runs out has the key of the paper. */
export const dayKey = (id, kind) => id + "/" + kind;
