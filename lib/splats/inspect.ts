/**
 * What a cloud is made of, in numbers, and what looks wrong with it.
 *
 * @module
 */
import { sigmoid } from "./activation.ts";
import { type GaussianCloud, SH_C0, type ShDegree, type UpAxis } from "./cloud.ts";
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
  /** Number of Gaussians by opacity, in tenths. */
  readonly opacityHistogram: readonly number[];
  /** Mean degree-0 colour, R, G and B. */
  readonly meanColor: readonly [number, number, number];
  /** Gaussians with a value that is not finite. */
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

/** Returns what a cloud is made of. */
export function inspectCloud(cloud: GaussianCloud): CloudReport {
  const { count, shDegree, up, positions, logScales, rotations, opacityLogits, shDc } = cloud;
  const opacities = opacityLogits.map(sigmoid);
  const anisotropies = new Float32Array(count);
  const histogram = new Array<number>(10).fill(0);
  const color: [number, number, number] = [0, 0, 0];
  const isFinite = new Uint8Array(count);
  let noRotation = 0;
  let invisible = 0;
  for (let i = 0; i < count; i++) {
    const values = [
      positions.subarray(i * 3, i * 3 + 3),
      logScales.subarray(i * 3, i * 3 + 3),
      rotations.subarray(i * 4, i * 4 + 4),
      shDc.subarray(i * 3, i * 3 + 3),
    ];
    const whole = values.every((part) => part.every(Number.isFinite));
    isFinite[i] = whole && Number.isFinite(opacityLogits[i]) ? 1 : 0;
    if (values[2].every((value) => value === 0)) noRotation++;
    if (!(opacities[i] >= LEAST_OPACITY)) invisible++;
    const [a, b, c] = values[1];
    anisotropies[i] = Math.exp(Math.max(a, b, c) - Math.min(a, b, c));
    if (opacities[i] >= 0) histogram[Math.min(9, Math.floor(opacities[i] * 10))]++;
    for (let channel = 0; channel < 3; channel++) {
      if (Number.isFinite(values[3][channel])) {
        color[channel] += (0.5 + SH_C0 * values[3][channel]) / count;
      }
    }
  }
  const notFinite = count - isFinite.reduce((sum, one) => sum + one, 0);
  const centre = [0, 1, 2].map((axis) =>
    spreadOf(positions.filter((_, i) => i % 3 === axis)).median
  );
  const distances = Float32Array.from(
    { length: count },
    (_, i) => Math.hypot(...centre.map((value, axis) => positions[i * 3 + axis] - value)),
  );
  const usualDistance = spreadOf(distances).median;
  const outliers = distances.filter((distance) => distance > 10 * usualDistance).length;
  const finite = {
    ...cloud,
    positions: positions.filter((_, i) => isFinite[Math.floor(i / 3)] === 1),
  };
  const bounds = finite.positions.length > 0
    ? boundsOf({ ...finite, count: finite.positions.length / 3 })
    : undefined;
  const extent = bounds ? Math.max(...bounds.max.map((most, axis) => most - bounds.min[axis])) : 0;
  let huge = 0;
  for (let i = 0; i < count; i++) {
    const longest = Math.exp(Math.max(...logScales.subarray(i * 3, i * 3 + 3)));
    if (extent > 0 && longest > extent / 4) huge++;
  }
  const counts = { count, notFinite, noRotation, invisible, huge, outliers };
  return {
    ...counts,
    shDegree,
    up,
    bounds,
    extent,
    scale: spreadOf(logScales.map(Math.exp)),
    anisotropy: spreadOf(anisotropies),
    opacity: spreadOf(opacities),
    opacityHistogram: histogram,
    meanColor: color,
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

/** Quantiles of the values that are numbers; 0 when there are none. */
function spreadOf(values: Float32Array): Spread {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const at = (share: number) =>
    sorted.length > 0 ? sorted[Math.round(share * (sorted.length - 1))] : 0;
  return { min: at(0), p05: at(0.05), median: at(0.5), p95: at(0.95), max: at(1) };
}
