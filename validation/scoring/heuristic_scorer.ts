/**
 * The scorer that needs no weights: sound enough to tell a good asset from a poor one in a
 * development network, and labelled `dev` because it cannot see *what* an asset shows.
 *
 * docs/scoring.md says how each term is made and what it is blind to.
 *
 * @module
 */
import { measureColourNoise } from "./colour_noise.ts";
import { countIslands } from "./islands.ts";
import { measureCloud } from "./cloud_shape.ts";
import { colourShares, colourWords } from "./palette.ts";
import { ramp } from "./ramp.ts";
import type { Scorer, ScorerInput, ScoreTerms } from "./scorer.ts";
import { measureSilhouette } from "./silhouette.ts";
import { gradientSimilarity, luminanceOf, ssim } from "./similarity.ts";

/** Alignment when the prompt names no colour: nothing was seen for or against. */
const UNKNOWN_ALIGNMENT = 0.8;
/** Alignment when no named colour is there; above the floor that makes the whole score 0. */
const LEAST_ALIGNMENT = 0.35;
/** Pictures are compared at about this size: finer detail moves between views anyway. */
const COMPARED_PIXELS = 128;

/** Returns the heuristic scorer. */
export function createHeuristicScorer(): Scorer {
  return { identity: { name: "heuristic", version: "1", dev: true }, score };
}

function score({ prompt, cloud, views }: ScorerInput): ScoreTerms {
  const consistency = compareNeighbours(views);
  const { quality, details } = rateQuality(cloud, views);
  const alignment = rateAlignment(prompt, views);
  return {
    quality,
    alignment: alignment.value,
    ssim: consistency.ssim,
    lpips: consistency.gradients,
    details: { ...details, ...alignment.details },
  };
}

function rateQuality(cloud: ScorerInput["cloud"], views: ScorerInput["views"]) {
  const measures = views.map((view) => ({
    ...measureSilhouette(view),
    ...countIslands(view),
    colourNoise: measureColourNoise(view),
  }));
  const mean = (pick: (measure: (typeof measures)[number]) => number) =>
    measures.reduce((sum, measure) => sum + pick(measure), 0) / measures.length;
  const seen = {
    area: mean(({ area }) => area),
    solidity: mean(({ solidity }) => solidity),
    borderTouch: mean(({ borderTouch }) => borderTouch),
    softness: mean(({ softness }) => softness),
    specks: mean(({ specks }) => specks),
    pinholes: mean(({ pinholes }) => pinholes),
    colourNoise: mean(({ colourNoise }) => colourNoise),
    ...measureCloud(cloud),
  };
  // Each factor is 1 for a sound asset and falls as the defect grows: one grave defect is enough.
  const factors = {
    presence: ramp(seen.area, 0.002, 0.03),
    solid: ramp(seen.solidity, 0.15, 0.75),
    crisp: ramp(seen.softness, 0.035, 0.013),
    clean: ramp(seen.specks, 30, 6),
    closed: ramp(seen.pinholes, 120, 25),
    calm: ramp(seen.colourNoise, 0.04, 0.022),
    framed: ramp(seen.borderTouch, 0.2, 0.02),
    compact: ramp(seen.floaters, 0.3, 0.02),
    sized: ramp(seen.oversized, 0.9, 0.4),
    round: ramp(seen.needles, 0.7, 0.2),
  };
  const quality = Object.values(factors).reduce((product, factor) => product * factor, 1);
  return { quality, details: { ...seen, ...factors } };
}

function rateAlignment(prompt: string, views: ScorerInput["views"]) {
  const words = colourWords(prompt);
  if (words.length === 0) return { value: UNKNOWN_ALIGNMENT, details: {} };
  const shares = colourShares(words, views);
  // A named colour may be that of a small part: a tenth of the object is enough.
  const found = shares.reduce((sum, share) => sum + ramp(share, 0.005, 0.1), 0) / shares.length;
  const details = Object.fromEntries(words.map((word, i) => [`share of ${word}`, shares[i]]));
  return { value: LEAST_ALIGNMENT + (1 - LEAST_ALIGNMENT) * found, details };
}

/** Geometric means over the ring, as in the original; views that share nothing give 0. */
function compareNeighbours(views: ScorerInput["views"]) {
  const factor = Math.max(1, Math.round(views[0].width / COMPARED_PIXELS));
  const small = views.map((view) => luminanceOf(view, factor));
  const pairs = small.map((view, i) => [view, small[(i + 1) % small.length]] as const);
  return {
    ssim: geometricMean(pairs.map(([a, b]) => ssim(a, b))),
    gradients: geometricMean(pairs.map(([a, b]) => gradientSimilarity(a, b))),
  };
}

function geometricMean(values: readonly number[]): number {
  const logs = values.reduce((sum, value) => sum + Math.log(Math.max(value, 1e-9)), 0);
  return Math.min(1, Math.exp(logs / values.length));
}
