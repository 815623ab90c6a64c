/**
 * Colours that many animals share.
 *
 * @module
 */

/** The dark of a wet nose. */
export const NOSE = "#241c1c";
