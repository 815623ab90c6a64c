/**
 * Text to Gaussians without any weights: known nouns are composed from solid shapes.
 *
 * @module
 */
import type { GaussianCloud } from "@threegen/splats";
import { seededRandom } from "@threegen/service";
import { composeScene } from "./compose_scene.ts";
import { findNoun } from "./lexicon.ts";
import { parsePrompt } from "./prompt/parse_prompt.ts";
import { sculpt } from "./sculpt.ts";
import { laySurfels } from "./surfels.ts";

/** What to make. */
export interface ProceduralRequest {
  /** The text. */
  readonly prompt: string;
  /** A whole number; the same prompt and seed give the same bytes. */
  readonly seed: number;
  /**
   * 1 is full. Lower values give fewer, larger, displaced and miscoloured Gaussians: a poor asset,
   * but a valid one. Range (0, 1]. @default {1}
   */
  readonly quality?: number;
}

/** What was made. */
export interface ProceduralAsset {
  /** The asset. */
  readonly cloud: GaussianCloud;
  /** Whether the main thing of the prompt is a known noun; else the asset is a generic one. */
  readonly matched: boolean;
  /** Known nouns that were built, the main one first. */
  readonly nouns: readonly string[];
}

/** Gaussians of an asset of full quality, about. */
const FULL_COUNT = 44_000;

/**
 * Makes an asset from a prompt, the same for the same prompt, seed and quality.
 *
 * @throws {RangeError} When the quality is not in (0, 1].
 */
export function generateProcedural(request: ProceduralRequest): ProceduralAsset {
  const { prompt, seed, quality = 1 } = request;
  if (!(quality > 0 && quality <= 1)) {
    throw new RangeError(`Cannot generate: quality ${quality} is not in (0, 1]`);
  }
  const random = seededRandom(mixSeed(prompt, seed));
  const phrases = parsePrompt(prompt, (name) => findNoun(name) !== undefined);
  const { parts, matched, nouns, size } = composeScene(phrases, random);
  const wanted = Math.round(FULL_COUNT * (0.06 + 0.94 * quality * quality));
  const surfels = laySurfels(parts, wanted, random);
  return { cloud: sculpt(surfels, { quality, size, random }), matched, nouns };
}

/** Prompt and seed as one 32-bit number (FNV-1a). */
function mixSeed(prompt: string, seed: number): number {
  let mixed = 0x811c9dc5 ^ seed;
  for (const byte of new TextEncoder().encode(prompt)) {
    mixed = Math.imul(mixed ^ byte, 0x01000193);
  }
  return mixed >>> 0;
}
