/**
 * Which colours a prompt names, and how much of them the pictures show.
 *
 * Colours are compared in Oklch (Ottosson 2020): lightness L, chroma C and hue h in degrees.
 *
 * @module
 */
import type { Image } from "@threegen/splats";

/** A set of colours: bounds on lightness, chroma and hue; a hue range may pass through 0. */
interface ColourRange {
  readonly lightness?: readonly [number, number];
  readonly chroma?: readonly [number, number];
  readonly hueDegrees?: readonly [number, number];
}

// Bounds by hand: wide enough for the shaded and lit sides of one paint.
const RED: ColourRange = { hueDegrees: [5, 42], chroma: [0.08, 1], lightness: [0.15, 0.75] };
const ORANGE: ColourRange = { hueDegrees: [38, 78], chroma: [0.08, 1], lightness: [0.4, 0.9] };
const YELLOW: ColourRange = { hueDegrees: [78, 116], chroma: [0.07, 1], lightness: [0.5, 1] };
const GREEN: ColourRange = { hueDegrees: [112, 170], chroma: [0.04, 1], lightness: [0.15, 0.95] };
const CYAN: ColourRange = { hueDegrees: [165, 235], chroma: [0.03, 1], lightness: [0.3, 1] };
const BLUE: ColourRange = { hueDegrees: [225, 288], chroma: [0.04, 1], lightness: [0.1, 0.9] };
const PURPLE: ColourRange = { hueDegrees: [282, 335], chroma: [0.04, 1], lightness: [0.1, 0.85] };
const MAGENTA: ColourRange = { hueDegrees: [320, 358], chroma: [0.1, 1], lightness: [0.3, 0.9] };
const PINK: ColourRange = { hueDegrees: [330, 30], chroma: [0.03, 0.21], lightness: [0.5, 0.97] };
const BROWN: ColourRange = { hueDegrees: [28, 92], chroma: [0.025, 0.15], lightness: [0.12, 0.68] };
const BEIGE: ColourRange = { hueDegrees: [50, 110], chroma: [0.015, 0.1], lightness: [0.62, 0.98] };
const GOLD: ColourRange = { hueDegrees: [60, 105], chroma: [0.05, 1], lightness: [0.3, 0.95] };
const COPPER: ColourRange = { hueDegrees: [30, 72], chroma: [0.04, 1], lightness: [0.25, 0.8] };
const BLACK: ColourRange = { chroma: [0, 0.05], lightness: [0, 0.42] };
const GRAY: ColourRange = { chroma: [0, 0.045], lightness: [0.25, 0.88] };
const WHITE: ColourRange = { chroma: [0, 0.05], lightness: [0.7, 1] };

const COLOURS: Readonly<Record<string, ColourRange>> = {
  red: RED,
  crimson: RED,
  scarlet: RED,
  maroon: RED,
  orange: ORANGE,
  yellow: YELLOW,
  green: GREEN,
  emerald: GREEN,
  cyan: CYAN,
  turquoise: CYAN,
  teal: CYAN,
  blue: BLUE,
  navy: BLUE,
  indigo: BLUE,
  azure: BLUE,
  purple: PURPLE,
  violet: PURPLE,
  lavender: PURPLE,
  magenta: MAGENTA,
  pink: PINK,
  brown: BROWN,
  beige: BEIGE,
  cream: BEIGE,
  ivory: BEIGE,
  tan: BEIGE,
  gold: GOLD,
  golden: GOLD,
  bronze: COPPER,
  copper: COPPER,
  black: BLACK,
  gray: GRAY,
  grey: GRAY,
  silver: GRAY,
  white: WHITE,
};

/** Returns the colour words of a prompt, each once, in order. */
export function colourWords(prompt: string): string[] {
  const words = prompt.toLowerCase().match(/[a-z]+/g) ?? [];
  return [...new Set(words.filter((word) => Object.hasOwn(COLOURS, word)))];
}

/** Every how many pixels along each axis the palette is sampled. */
const SAMPLE_STEP = 2;

/**
 * Returns, for each colour word, the share of the object's pixels over all views that one could
 * call by that word, 0 to 1; the views lie over white and carry the coverage in channel A.
 */
export function colourShares(words: readonly string[], views: readonly Image[]): number[] {
  const ranges = words.map((word) => COLOURS[word]);
  const hits = new Float64Array(words.length);
  let pixels = 0;
  for (const { width, height, rgba } of views) {
    for (let y = 0; y < height; y += SAMPLE_STEP) {
      for (let x = 0; x < width; x += SAMPLE_STEP) {
        const i = (y * width + x) * 4;
        const alpha = rgba[i + 3] / 255;
        if (alpha < 0.5) continue;
        pixels++;
        // Takes the white behind the object away again.
        const own = (value: number) => (value / 255 - (1 - alpha)) / alpha;
        const colour = oklch(own(rgba[i]), own(rgba[i + 1]), own(rgba[i + 2]));
        ranges.forEach((range, index) => {
          if (isWithin(colour, range)) hits[index]++;
        });
      }
    }
  }
  return Array.from(hits, (hit) => pixels > 0 ? hit / pixels : 0);
}

interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hueDegrees: number;
}

/** Converts sRGB, 0 to 1, to Oklch. Source of the numbers: Ottosson 2020. */
function oklch(red: number, green: number, blue: number): Oklch {
  const r = linear(red);
  const g = linear(green);
  const b = linear(blue);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(y, x) * 180) / Math.PI;
  return { lightness, chroma: Math.hypot(x, y), hueDegrees: hue < 0 ? hue + 360 : hue };
}

function linear(value: number): number {
  const bounded = Math.min(1, Math.max(0, value));
  return bounded <= 0.04045 ? bounded / 12.92 : ((bounded + 0.055) / 1.055) ** 2.4;
}

function isWithin({ lightness, chroma, hueDegrees }: Oklch, range: ColourRange): boolean {
  if (range.lightness && (lightness < range.lightness[0] || lightness > range.lightness[1])) {
    return false;
  }
  if (range.chroma && (chroma < range.chroma[0] || chroma > range.chroma[1])) return false;
  if (!range.hueDegrees) return true;
  const [from, to] = range.hueDegrees;
  return from <= to
    ? hueDegrees >= from && hueDegrees <= to
    : hueDegrees >= from || hueDegrees <= to;
}
