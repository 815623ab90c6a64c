/**
 * Prompts for the first moments of a validator whose collector has not answered yet.
 *
 * @module
 */

/** A few prompts, one per seed category of the subnet. */
export const FALLBACK_PROMPTS: readonly string[] = [
  "a pink bicycle",
  "a wooden chair with a red cushion",
  "a brass telescope on a tripod",
  "a green sports car",
  "a blue ceramic teapot",
  "a golden crown with rubies",
  "a knitted scarf and hat",
  "a medieval stone tower",
  "a gray cat sitting",
  "a potted cactus with flowers",
  "a wooden acoustic guitar",
  "a steel sword with a leather grip",
  "a yellow toy robot",
];
