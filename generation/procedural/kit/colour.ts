/**
 * Colours as displayed (sRGB, 0 to 1).
 *
 * @module
 */

/** Red, green, blue, 0 to 1. */
export type Rgb = readonly [number, number, number];

/** Reads `#rgb` or `#rrggbb`. */
export function hex(text: string): Rgb {
  const digits = text.length === 4
    ? [...text.slice(1)].map((d) => d + d)
    : text.slice(1).match(/../g);
  return digits!.map((pair) => parseInt(pair, 16) / 255) as unknown as Rgb;
}

/** a at 0, b at 1. */
export function blend(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** Brighter (factor > 1) or darker, within 0 to 1. */
export function shade(colour: Rgb, factor: number): Rgb {
  return colour.map((value) => Math.min(1, Math.max(0, value * factor))) as unknown as Rgb;
}

/** Towards white (amount > 0). */
export function lighten(colour: Rgb, amount: number): Rgb {
  return blend(colour, [1, 1, 1], amount);
}

/** Perceived brightness, 0 to 1. */
export function brightness([r, g, b]: Rgb): number {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}

/** Turns the hue by degrees and scales the saturation (YIQ turn; good for small angles). */
export function shiftHue([r, g, b]: Rgb, degrees: number, saturation = 1): Rgb {
  const y = 0.299 * r + 0.587 * g + 0.114 * b;
  const i = 0.596 * r - 0.274 * g - 0.322 * b;
  const q = 0.211 * r - 0.523 * g + 0.312 * b;
  const angle = degrees * Math.PI / 180;
  const c = Math.cos(angle) * saturation;
  const s = Math.sin(angle) * saturation;
  const [i2, q2] = [i * c - q * s, i * s + q * c];
  return [
    y + 0.956 * i2 + 0.621 * q2,
    y - 0.272 * i2 - 0.647 * q2,
    y - 1.106 * i2 + 1.703 * q2,
  ].map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb;
}
