// How long a link may be.

export const MOST = 2048; // letters; nothing longer is ever read
