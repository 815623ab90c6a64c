import fc from "fast-check";
import type { GaussianCloud, ShDegree } from "../mod.ts";

/** Bounds of the values of {@linkcode arbitraryCloud}. */
export interface ArbitraryCloudOptions {
  /** Most Gaussians. Default 20. */
  readonly maxCount?: number;
  /** Degrees tried. Default 0 to 3. */
  readonly shDegrees?: readonly ShDegree[];
  /** Positions are within ± this. Default 1000. */
  readonly extent?: number;
}

/** Clouds of finite, plausible values for property tests; quaternions never have length 0. */
export function arbitraryCloud(options: ArbitraryCloudOptions = {}): fc.Arbitrary<GaussianCloud> {
  const { maxCount = 20, shDegrees = [0, 1, 2, 3], extent = 1000 } = options;
  const values = (length: number, min: number, max: number) =>
    fc.array(fc.float({ min: Math.fround(min), max: Math.fround(max), noNaN: true }), {
      minLength: length,
      maxLength: length,
    }).map((list) => Float32Array.from(list));
  return fc.tuple(fc.integer({ min: 1, max: maxCount }), fc.constantFrom(...shDegrees))
    .chain(([count, shDegree]) =>
      fc.record({
        count: fc.constant(count),
        shDegree: fc.constant(shDegree),
        up: fc.constant("+y" as const),
        positions: values(count * 3, -extent, extent),
        logScales: values(count * 3, -9.5, 5.5),
        rotations: values(count * 4, -1, 1).map((rotations) => {
          for (let i = 0; i < count; i++) {
            if (Math.hypot(...rotations.subarray(i * 4, i * 4 + 4)) < 0.1) rotations[i * 4] = 1;
          }
          return rotations;
        }),
        opacityLogits: values(count, -6, 6),
        shDc: values(count * 3, -3, 3),
        shRest: values(count * ((shDegree + 1) ** 2 - 1) * 3, -0.9, 0.9),
      })
    );
}
