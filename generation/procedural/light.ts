/**
 * Baked light: what a surface's own colour becomes under a sky, a ground and a lamp.
 *
 * Gaussians of degree 0 look the same from everywhere, so the light is part of the colour.
 * The lamp stands above, in front and to the right; a weaker one stands behind, so that no side
 * is flat. All numbers are chosen by eye.
 *
 * @module
 */
import type { Rgb } from "./kit/mod.ts";
import { dot, unit, type Vec3 } from "./kit/vec.ts";

const LAMP = unit([0.5, 0.85, 0.6]);
const BACK_LAMP = unit([-0.6, 0.5, -0.75]);
const HIGHLIGHT = unit([0.35, 0.6, 0.95]);
const BACK_HIGHLIGHT = unit([-0.45, 0.5, -0.9]);

/** What light needs to know about a place on a surface. */
export interface Lit {
  /** Colour without light, sRGB. */
  readonly colour: Rgb;
  /** Outward direction, unit length. */
  readonly normal: Vec3;
  /** Share of the sky that is not hidden by the object itself, 0 to 1. */
  readonly open: number;
  /** Share of the lamp that is not hidden, 0 to 1. */
  readonly sun: number;
  /** Strength of the highlight, 0 to 1. */
  readonly gloss: number;
  /** How much it mirrors, 0 to 1. */
  readonly metal: number;
  /** How much it shines by itself, 0 to 1. */
  readonly glow: number;
}

/** The direction towards the lamp. */
export function lampDirection(): Vec3 {
  return LAMP;
}

/** Returns the colour as seen, sRGB 0 to 1. */
export function light({ colour, normal, open, sun, gloss, metal, glow }: Lit): Rgb {
  const up = 0.5 + 0.5 * normal[1];
  const lamp = Math.max(0, (dot(normal, LAMP) + 0.3) / 1.3) * (0.25 + 0.75 * sun) * 0.72;
  const back = Math.max(0, dot(normal, BACK_LAMP)) * 0.2 * open;
  const shine = gloss * (0.3 + 0.7 * sun) *
    (0.55 * highlight(normal, HIGHLIGHT, 8 + 50 * gloss) +
      0.3 * highlight(normal, BACK_HIGHLIGHT, 8 + 50 * gloss));
  const mirrored = metal > 0 ? mirror(normal) * (0.35 + 0.65 * open) : 0;
  const shadeTint = 0.4 + 0.6 * open;
  const channel = (index: 0 | 1 | 2): number => {
    const own = toLinear(colour[index]);
    const ambient = (GROUND[index] + (SKY[index] - GROUND[index]) * up) * open * shadeTint;
    const diffuse = own * (ambient + lamp * WARM[index] + back);
    const reflected = own * mirrored;
    let value = diffuse * (1 - 0.8 * metal) + reflected * metal + shine * (0.35 + 0.65 * own);
    value += (own * 1.15 - value) * glow;
    return toDisplay(value);
  };
  return [channel(0), channel(1), channel(2)];
}

const SKY: Rgb = [0.6, 0.64, 0.7];
const GROUND: Rgb = [0.34, 0.31, 0.29];
const WARM: Rgb = [1, 0.96, 0.9];

function highlight(normal: Vec3, direction: Vec3, power: number): number {
  return Math.max(0, dot(normal, direction)) ** power;
}

/** Brightness of a studio in a mirror by the height of the normal: floor, dark horizon, sky. */
const STUDIO: readonly (readonly [height: number, brightness: number])[] = [
  [-1, 0.62],
  [-0.45, 0.34],
  [-0.1, 0.2],
  [0.06, 0.5],
  [0.3, 1.05],
  [0.62, 1.4],
  [1, 1.05],
];

/** What a mirror shows: the studio, and three upright windows around it. */
function mirror([x, y, z]: Vec3): number {
  const next = Math.max(1, STUDIO.findIndex(([height]) => y <= height));
  const [low, from] = STUDIO[next - 1];
  const [high, to] = STUDIO[next];
  const studio = from + (to - from) * (y - low) / (high - low);
  const windows = Math.max(0, Math.cos(3 * Math.atan2(x, z) - 1.2)) ** 4;
  return studio + 0.5 * windows * Math.sqrt(Math.max(0, 1 - y * y));
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toDisplay(value: number): number {
  const clipped = Math.min(1, Math.max(0, value));
  return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
}
