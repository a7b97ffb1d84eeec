/** How long a view counts as open after its browser was last heard of. */
export const PRESENT_FOR_MS = 40_000;

/** How often a browser says that a view is still open; two may be lost before it counts as closed. */
export const PRESENT_EVERY_MS = 15_000;

/** Name and entity of the live hint; no event, since nothing follows from somebody looking. */
export const PRESENCE_CHANGED = "presence.changed";
export const PRESENCE = "presence";
