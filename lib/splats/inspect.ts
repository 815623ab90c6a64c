/**
 * What a cloud is made of, in numbers, and what looks wrong with it.
 *
 * @module
 */
import { sigmoid } from "./activation.ts";
import { type GaussianCloud, SH_C0, type ShDegree, type UpAxis } from "./cloud.ts";
import { finiteGaussians } from "./codecs/finite.ts";
import { boundsOf, type Box } from "./transform.ts";

/** How values are spread: some of their quantiles. */
export interface Spread {
  /** Least value. */
  readonly min: number;
  /** Above 5 % of the values. */
  readonly p05: number;
  /** Above half of the values. */
  readonly median: number;
  /** Above 95 % of the values. */
  readonly p95: number;
  /** Greatest value. */
  readonly max: number;
}

/** How many Gaussians have which values. */
export interface Histogram {
  /** Bounds of the bins, one more than there are bins; a bin begins at its lower bound. */
  readonly edges: readonly number[];
  /** Gaussians of each bin; the last also holds all that is beyond. */
  readonly counts: readonly number[];
}

/** What {@linkcode inspectCloud} tells. */
export interface CloudReport {
  /** Number of Gaussians. */
  readonly count: number;
  /** Degree of the harmonics. */
  readonly shDegree: ShDegree;
  /** Up direction. */
  readonly up: UpAxis;
  /** Box around the centres that are finite, or nothing when none is. */
  readonly bounds: Box | undefined;
  /** Greatest side of the box, world units. */
  readonly extent: number;
  /** Standard deviations along all axes, world units. */
  readonly scale: Spread;
  /** Longest over shortest axis of a Gaussian. */
  readonly anisotropy: Spread;
  /** Opacities, 0 to 1. */
  readonly opacity: Spread;
  /** Gaussians by the longest of their three standard deviations, as a share of the extent. */
  readonly sizeHistogram: Histogram;
  /** Gaussians by opacity, in tenths. */
  readonly opacityHistogram: Histogram;
  /** Mean degree-0 colour, R, G and B. */
  readonly meanColor: readonly [number, number, number];
  /** Gaussians with a value that is not finite, which `dropNonFinite()` leaves out. */
  readonly notFinite: number;
  /** Gaussians whose quaternion has no length. */
  readonly noRotation: number;
  /** Gaussians that no renderer draws: opacity below 1/255. */
  readonly invisible: number;
  /** Gaussians with an axis longer than a quarter of the extent. */
  readonly huge: number;
  /** Gaussians farther from the median centre than ten times the median distance. */
  readonly outliers: number;
  /** What looks wrong, in words; empty for a healthy cloud. */
  readonly warnings: readonly string[];
}

/** Opacity below which nothing is drawn. Source: gsplat 1.5.3. */
const LEAST_OPACITY = 1 / 255;

/** Shares of all Gaussians from which a defect is worth a warning. */
const WORTH_SAYING = { invisible: 0.2, huge: 0.01, outliers: 0.01 } as const;

const SIZE_EDGES = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1] as const;
const TENTHS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** Returns what a cloud is made of; beside it, it takes 13 bytes a Gaussian. */
export function inspectCloud(cloud: GaussianCloud): CloudReport {
  const { count, shDegree, up, positions, logScales, rotations, opacityLogits, shDc } = cloud;
  // One after the other for all that is put in order, as a million Gaussians take their room.
  const values = new Float32Array(count * 3);
  const one = values.subarray(0, count);
  const spreadOf = (width: 1 | 3, valueOf: (at: number) => number): Spread => {
    const all = width === 3 ? values : one;
    for (let at = 0; at < all.length; at++) all[at] = valueOf(at);
    return spreadOfSorted(all.sort());
  };

  const opacityOf = (i: number) => Math.fround(sigmoid(opacityLogits[i]));
  const meanColor: [number, number, number] = [0, 0, 0];
  let noRotation = 0;
  let invisible = 0;
  for (let i = 0; i < count; i++) {
    for (let channel = 0; channel < 3; channel++) {
      const color = shDc[i * 3 + channel];
      if (Number.isFinite(color)) meanColor[channel] += (0.5 + SH_C0 * color) / count;
    }
    if (rotations.subarray(i * 4, i * 4 + 4).every((part) => part === 0)) noRotation++;
    if (!(opacityOf(i) >= LEAST_OPACITY)) invisible++;
  }
  const { min, max } = boundsOf(cloud);
  const bounds = min[0] <= max[0] ? { min, max } : undefined;
  const extent = bounds ? Math.max(...max.map((most, axis) => most - min[axis])) : 0;

  const longestOf = (i: number) =>
    Math.max(logScales[i * 3], logScales[i * 3 + 1], logScales[i * 3 + 2]);
  const shortestOf = (i: number) =>
    Math.min(logScales[i * 3], logScales[i * 3 + 1], logScales[i * 3 + 2]);
  const [x, y, z] = [0, 1, 2].map((axis) => spreadOf(1, (i) => positions[i * 3 + axis]).median);
  const distanceOf = (i: number) =>
    Math.hypot(positions[i * 3] - x, positions[i * 3 + 1] - y, positions[i * 3 + 2] - z);
  const usualDistance = spreadOf(1, distanceOf).median;
  let huge = 0;
  let outliers = 0;
  for (let i = 0; i < count; i++) {
    if (extent > 0 && Math.exp(longestOf(i)) > extent / 4) huge++;
    if (Math.fround(distanceOf(i)) > 10 * usualDistance) outliers++;
  }
  const notFinite = finiteGaussians(cloud).reduce((sum, isFinite) => sum + 1 - isFinite, 0);
  const counts = { count, notFinite, noRotation, invisible, huge, outliers };
  return {
    ...counts,
    shDegree,
    up,
    bounds,
    extent,
    scale: spreadOf(3, (at) => Math.exp(logScales[at])),
    anisotropy: spreadOf(1, (i) => Math.exp(longestOf(i) - shortestOf(i))),
    opacity: spreadOf(1, opacityOf),
    sizeHistogram: histogramOf(count, SIZE_EDGES, (i) => Math.exp(longestOf(i)) / extent),
    opacityHistogram: histogramOf(count, TENTHS, opacityOf),
    meanColor,
    warnings: warningsOf(counts),
  };
}

function warningsOf(
  counts: Pick<
    CloudReport,
    "count" | "notFinite" | "noRotation" | "invisible" | "huge" | "outliers"
  >,
): string[] {
  const { count, notFinite, noRotation, invisible, huge, outliers } = counts;
  const warnings: string[] = [];
  const share = (part: number) => `${part} of ${count} Gaussians (${percent(part / count)})`;
  if (count === 0) warnings.push("there is no Gaussian in it");
  if (notFinite > 0) warnings.push(`${share(notFinite)} have a value that is not finite`);
  if (noRotation > 0) warnings.push(`${share(noRotation)} have a quaternion of length 0`);
  if (invisible > WORTH_SAYING.invisible * count) {
    warnings.push(`${share(invisible)} are too faint to be drawn`);
  }
  if (huge > WORTH_SAYING.huge * count) {
    warnings.push(`${share(huge)} are longer than a quarter of the model`);
  }
  if (outliers > WORTH_SAYING.outliers * count) {
    warnings.push(`${share(outliers)} lie far from all others`);
  }
  return warnings;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}

/** Quantiles of the values that are numbers, which stand in order; 0 when there are none. */
function spreadOfSorted(values: Float32Array): Spread {
  // What is not a number comes last.
  let count = values.length;
  while (count > 0 && Number.isNaN(values[count - 1])) count--;
  const at = (share: number) => count > 0 ? values[Math.round(share * (count - 1))] : 0;
  return { min: at(0), p05: at(0.05), median: at(0.5), p95: at(0.95), max: at(1) };
}

/** Counts the values that are numbers; edges begin at 0, and no value is less. */
function histogramOf(
  count: number,
  edges: readonly number[],
  valueOf: (i: number) => number,
): Histogram {
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (let i = 0; i < count; i++) {
    const value = valueOf(i);
    if (Number.isNaN(value)) continue;
    let bin = counts.length - 1;
    while (value < edges[bin]) bin--;
    counts[bin]++;
  }
  return { edges, counts };
}
