/**
 * Randomness as a dependency, so that a run can be replayed from its seed.
 *
 * @module
 */

/** A source of numbers in [0, 1). */
export type Random = () => number;

/** Returns a source that repeats for the same seed (mulberry32, period 2^32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Picks one item; throws `RangeError` on an empty list. */
export function pickOne<T>(random: Random, items: readonly T[]): T {
  if (items.length === 0) throw new RangeError("Cannot pick from an empty list");
  return items[Math.floor(random() * items.length)];
}
