/**
 * What a surface looks like before light falls on it: colour patterns and gloss.
 *
 * @module
 */
import { blend, brightness, hex, lighten, type Rgb, shade } from "./colour.ts";
import { cells, noise, roughNoise } from "./noise.ts";
import type { Vec3 } from "./vec.ts";

/** A place on a surface. */
export interface Spot {
  /** In the axes of the noun (before framing). */
  readonly at: Vec3;
  /** In the shape's own axes: patterns that follow the shape use this. */
  readonly local: Vec3;
  /** `local` with the longest run of the shape along y. */
  readonly grain: Vec3;
  /** Outward direction, in the axes of the noun. */
  readonly normal: Vec3;
  /** Position along the surface, 0 to 1. */
  readonly u: number;
  /** Position across the surface, 0 to 1. */
  readonly v: number;
  /** Which piece of a compound shape, such as the bone of a blob. */
  readonly piece: number;
  /** A random number of its own, 0 to 1. */
  readonly random: number;
}

/** What a surface is made of. */
export interface Material {
  /** Colour without light. */
  readonly colour: (spot: Spot) => Rgb;
  /** Strength of the highlight: 0 is dull, 1 is polished. */
  readonly gloss: number;
  /** 1 mirrors a sky and a ground in its own colour, 0 does not. */
  readonly metal: number;
  /** 1 shines by itself. */
  readonly glow: number;
  /** 1 is opaque. */
  readonly opacity: number;
  /** Softens the outline: points are moved at random by this distance. */
  readonly fuzz: number;
}

/** Makes a material of a colour. */
export type Finish = (colour: Rgb) => Material;

function material(colour: Material["colour"], rest: Partial<Material> = {}): Material {
  return { colour, gloss: 0.1, metal: 0, glow: 0, opacity: 1, fuzz: 0, ...rest };
}

/** Varies the brightness of each spot by ±amount. */
function speckle(colour: Rgb, random: number, amount: number): Rgb {
  return shade(colour, 1 + (random - 0.5) * 2 * amount);
}

/** Dull paint, clay, paper. */
export const matte: Finish = (colour) =>
  material(
    ({ at, random }) =>
      speckle(shade(colour, 0.95 + 0.1 * noise(at[0] * 6, at[1] * 6, at[2] * 6)), random, 0.02),
    {
      gloss: 0.05,
    },
  );

/** Skin: soft variation, no shine. */
export const skin: Finish = (colour) =>
  material(
    ({ at, random }) =>
      speckle(
        blend(colour, shade(colour, 0.86), roughNoise(at[0] * 5, at[1] * 5, at[2] * 5) * 0.7),
        random,
        0.02,
      ),
    { gloss: 0.12 },
  );

/** Glossy plastic, lacquer, ceramic. */
export const plastic: Finish = (colour) =>
  material(({ random }) => speckle(colour, random, 0.012), { gloss: 0.55 });

/** Car paint, candy, wet things. */
export const polished: Finish = (colour) =>
  material(({ random }) => speckle(colour, random, 0.01), { gloss: 0.95, metal: 0.12 });

/** Rubber: dark, nearly dull. */
export const rubber: Finish = (colour) =>
  material(({ random }) => speckle(colour, random, 0.05), { gloss: 0.14 });

/** Polished metal. */
export const metal: Finish = (colour) =>
  material(
    ({ at, random }) =>
      speckle(shade(colour, 0.94 + 0.12 * noise(at[0] * 9, at[1] * 9, at[2] * 9)), random, 0.02),
    {
      gloss: 0.9,
      metal: 1,
    },
  );

/** Metal that has seen use: darker, scratched. */
export const wornMetal: Finish = (colour) =>
  material(({ at, random }) => {
    const wear = roughNoise(at[0] * 7, at[1] * 7, at[2] * 7);
    return speckle(shade(colour, 0.72 + 0.4 * wear), random, 0.05);
  }, { gloss: 0.5, metal: 0.7 });

/** Rust over metal. */
export const rusty: Finish = (colour) =>
  material(({ at, random }) => {
    const rust = roughNoise(at[0] * 5, at[1] * 5, at[2] * 5);
    const brown = blend(hex("#8a4a22"), hex("#4c2a17"), noise(at[0] * 17, at[1] * 17, at[2] * 17));
    return speckle(blend(colour, brown, smooth(0.38, 0.56, rust)), random, 0.08);
  }, { gloss: 0.15, metal: 0.25 });

/** Planed wood: grain along the longest run of the shape. */
export const wood: Finish = (colour) =>
  material(({ grain, random }) => {
    const [x, y, z] = grain;
    const bend = noise(x * 3, y * 0.8, z * 3);
    const line = Math.sin((x + z * 0.8 + bend * 0.5) * 34 + y * 1.5) * 0.5 + 0.5;
    const fine = noise(x * 60, y * 4, z * 60);
    return speckle(shade(colour, 0.78 + 0.22 * line + 0.16 * (fine - 0.5)), random, 0.03);
  }, { gloss: 0.18 });

/** Bark: deep grooves along y. */
export const bark: Finish = (colour) =>
  material(({ at, random }) => {
    const groove = noise(at[0] * 22, at[1] * 4, at[2] * 22);
    return speckle(shade(colour, 0.6 + 0.65 * groove), random, 0.1);
  }, { gloss: 0.02 });

/** Rock. */
export const stone: Finish = (colour) =>
  material(({ at, random }) => {
    const cloud = roughNoise(at[0] * 5, at[1] * 5, at[2] * 5);
    const grain = noise(at[0] * 40, at[1] * 40, at[2] * 40);
    return speckle(shade(colour, 0.72 + 0.42 * cloud + 0.18 * (grain - 0.5)), random, 0.05);
  }, { gloss: 0.04 });

/** Marble with veins. */
export const marble: Finish = (colour) =>
  material(({ at, random }) => {
    const warp = roughNoise(at[0] * 3, at[1] * 3, at[2] * 3);
    const vein = Math.abs(Math.sin((at[0] + at[1] * 1.4 + at[2] * 0.7) * 4 + warp * 9));
    const veinColour = brightness(colour) > 0.45 ? shade(colour, 0.62) : lighten(colour, 0.4);
    return speckle(blend(veinColour, colour, smooth(0.02, 0.3, vein)), random, 0.015);
  }, { gloss: 0.5 });

/** Courses of blocks with joints; `height` of one block. Works on upright walls and round towers. */
export function blocks(height = 0.11, joint: string | undefined = undefined, around = 1): Finish {
  return (colour) => {
    const jointColour = joint === undefined ? shade(colour, 0.58) : hex(joint);
    const width = height * 2.1;
    return material(({ at, normal, random }) => {
      if (Math.abs(normal[1]) > 0.75) {
        return speckle(shade(colour, 0.9), random, 0.08);
      }
      const course = Math.floor(at[1] / height);
      // Along the wall: whichever horizontal direction the wall runs.
      const run = around > 1
        ? Math.atan2(at[0], at[2]) * around
        : Math.abs(normal[0]) > Math.abs(normal[2])
        ? at[2]
        : at[0];
      const shifted = run / width + (course % 2) * 0.5;
      const [fx, fy] = [shifted - Math.floor(shifted), at[1] / height - course];
      const edge = Math.min(fx * width, (1 - fx) * width, fy * height, (1 - fy) * height);
      const tone = noise(Math.floor(shifted) * 7.3, course * 5.1, normal[0] > 0.5 ? 3 : 9);
      const face = shade(colour, 0.8 + 0.36 * tone);
      return speckle(blend(jointColour, face, smooth(0, height * 0.14, edge)), random, 0.06);
    }, { gloss: 0.03 });
  };
}

/** Bricks with light mortar. */
export const brick: Finish = blocks(0.06, "#cfc4b4");

/** Overlapping roof tiles in rows; `rows` per unit of height. */
export function tiles(rows = 14): Finish {
  return (colour) =>
    material(({ at, normal, random }) => {
      const steep = at[1] * rows;
      const row = Math.floor(steep);
      const run = (Math.abs(normal[0]) > Math.abs(normal[2]) ? at[2] : at[0]) * rows * 0.9 +
        (row % 2) * 0.5;
      const tone = noise(Math.floor(run) * 3.7, row * 9.1, 4);
      const edge = Math.min(steep - row, run - Math.floor(run), Math.floor(run) + 1 - run);
      return speckle(
        shade(colour, (0.75 + 0.4 * tone) * (0.55 + 0.45 * smooth(0, 0.22, edge))),
        random,
        0.04,
      );
    }, { gloss: 0.08 });
}

/** Straw, thatch, hay. */
export const straw: Finish = (colour) =>
  material(({ at, random }) => {
    const strand = noise(at[0] * 45, at[1] * 7, at[2] * 45);
    return speckle(shade(colour, 0.65 + 0.55 * strand), random, 0.12);
  }, { gloss: 0.02, fuzz: 0.008 });

/** Woven cloth. */
export const cloth: Finish = (colour) =>
  material(({ at, random }) => {
    const fold = noise(at[0] * 4, at[1] * 2, at[2] * 4);
    return speckle(shade(colour, 0.86 + 0.24 * fold), random, 0.05);
  }, { gloss: 0.03 });

/** Soft cloth with a sheen. */
export const velvet: Finish = (colour) =>
  material(({ at, normal, random }) => {
    const sheen = 1 - Math.abs(normal[2]);
    const fold = noise(at[0] * 4, at[1] * 3, at[2] * 4);
    return speckle(shade(colour, 0.78 + 0.25 * fold + 0.2 * sheen), random, 0.05);
  }, { gloss: 0.1 });

/** Leather: soft wrinkles. */
export const leather: Finish = (colour) =>
  material(({ at, random }) => {
    const { distance } = cells(at[0] * 22, at[1] * 22, at[2] * 22);
    const cloud = noise(at[0] * 4, at[1] * 4, at[2] * 4);
    return speckle(shade(colour, 0.8 + 0.16 * cloud + 0.16 * (1 - distance)), random, 0.03);
  }, { gloss: 0.32 });

/** Fur: strands of many tones and a soft outline. */
export const fur: Finish = (colour) =>
  material(({ at, random }) => {
    const strand = noise(at[0] * 48, at[1] * 14, at[2] * 30);
    const cloud = roughNoise(at[0] * 3, at[1] * 3, at[2] * 3);
    return speckle(shade(colour, 0.66 + 0.4 * strand + 0.24 * cloud), random, 0.1);
  }, { gloss: 0.05, fuzz: 0.009 });

/** Short, sleek hair: like fur, with a closed outline. */
export const coat: Finish = (colour) =>
  material(({ at, random }) => {
    const strand = noise(at[0] * 40, at[1] * 16, at[2] * 26);
    const cloud = roughNoise(at[0] * 3, at[1] * 3, at[2] * 3);
    return speckle(shade(colour, 0.78 + 0.24 * strand + 0.2 * cloud), random, 0.05);
  }, { gloss: 0.12, fuzz: 0.003 });

/** Feathers: rows of darker tips. */
export const feathers: Finish = (colour) =>
  material(({ at, random }) => {
    const row = (at[1] + 0.06 * noise(at[0] * 20, at[1] * 4, at[2] * 20)) * 22;
    const tip = row - Math.floor(row);
    return speckle(
      shade(colour, 0.8 + 0.26 * tip + 0.12 * noise(at[0] * 40, at[1] * 12, at[2] * 40)),
      random,
      0.05,
    );
  }, { gloss: 0.06, fuzz: 0.004 });

/** Scales of a reptile or fish. */
export const scales: Finish = (colour) =>
  material(({ at, random }) => {
    const { distance, id } = cells(at[0] * 20, at[1] * 20, at[2] * 20);
    return speckle(
      shade(colour, (0.78 + 0.35 * id) * (1.12 - 0.5 * smooth(0.3, 0.75, distance))),
      random,
      0.03,
    );
  }, { gloss: 0.4 });

/** Leaves seen as one mass: many greens, a ragged outline. */
export const foliage: Finish = (colour) =>
  material(({ at, random }) => {
    const clump = noise(at[0] * 9, at[1] * 9, at[2] * 9);
    const leaf = cells(at[0] * 26, at[1] * 26, at[2] * 26);
    const tone = 0.5 + 0.5 * clump + 0.35 * (leaf.id - 0.4) -
      0.25 * smooth(0.3, 0.8, leaf.distance);
    return speckle(blend(shade(colour, tone), lighten(colour, 0.25), leaf.id * 0.25), random, 0.16);
  }, { gloss: 0.05, fuzz: 0.028 });

/** Grass, moss. */
export const grass: Finish = (colour) =>
  material(({ at, random }) => {
    const patch = roughNoise(at[0] * 5, at[1] * 5, at[2] * 5);
    return speckle(shade(colour, 0.68 + 0.5 * patch), random, 0.16);
  }, { gloss: 0.02, fuzz: 0.012 });

/** Baked dough: golden with darker patches. */
export const crust: Finish = (colour) =>
  material(({ at, normal, random }) => {
    const bake = roughNoise(at[0] * 4, at[1] * 4, at[2] * 4);
    const top = Math.max(0, normal[1]);
    return speckle(shade(colour, 1.12 - 0.34 * bake - 0.14 * top), random, 0.04);
  }, { gloss: 0.2 });

/** Glass: pale, strong highlight; mostly clear, so that what is in it can be seen. */
export const glass: Finish = (colour) =>
  material(({ normal, random }) => {
    const sky = 0.5 + 0.5 * normal[1];
    return speckle(blend(shade(colour, 0.72), lighten(colour, 0.6), sky * sky), random, 0.01);
  }, { gloss: 1, metal: 0.3, opacity: 0.34 });

/** Window panes: a dark reflection of the sky. */
export const pane: Finish = (colour) =>
  material(({ at, random }) =>
    speckle(
      blend(
        shade(colour, 0.55),
        lighten(colour, 0.45),
        smooth(0.35, 0.65, noise(at[0] * 3 + at[1] * 3, at[1] * 2, at[2] * 3)),
      ),
      random,
      0.01,
    ), { gloss: 0.9, metal: 0.3 });

/** Cut crystal: every facet its own tone. */
export const crystal: Finish = (colour) =>
  material(({ normal, random }) => {
    const facet = noise(normal[0] * 4 + 11, normal[1] * 4 + 5, normal[2] * 4 + 3);
    return speckle(
      blend(shade(colour, 0.55), lighten(colour, 0.5), smooth(0.2, 0.85, facet)),
      random,
      0.02,
    );
  }, { gloss: 1, metal: 0.22 });

/** Shines by itself. */
export const glowing: Finish = (colour) =>
  material(({ random }) => speckle(lighten(colour, 0.12), random, 0.02), { gloss: 0, glow: 1 });

/** Mist and spirits: pale, shining a little, not quite opaque. */
export const ghostly: Finish = (colour) =>
  material(
    ({ at, random }) =>
      speckle(lighten(colour, 0.2 * noise(at[0] * 3, at[1] * 3, at[2] * 3)), random, 0.02),
    {
      gloss: 0.1,
      glow: 0.35,
      opacity: 0.9,
    },
  );

/** Which coordinate a pattern follows. */
export type Axis = "x" | "y" | "z" | "u" | "v";

function along(axis: Axis, spot: Spot, own: boolean): number {
  if (axis === "u") return spot.u;
  if (axis === "v") return spot.v;
  return (own ? spot.local : spot.at)["xyz".indexOf(axis)];
}

/** Changes a material's colour from one at `from` to another at `to` along an axis. */
export function gradient(
  axis: Axis,
  from: number,
  to: number,
  first: Material,
  second: Material,
  own = false,
): Material {
  return {
    ...first,
    colour: (spot) =>
      blend(first.colour(spot), second.colour(spot), smooth(from, to, along(axis, spot, own))),
  };
}

/** Bands of two materials; `count` pairs per unit of the axis; `wobble` bends them. */
export function striped(
  axis: Axis,
  count: number,
  first: Material,
  second: Material,
  options: { share?: number; wobble?: number; own?: boolean } = {},
): Material {
  const { share = 0.5, wobble = 0, own = false } = options;
  return {
    ...first,
    colour: (spot) => {
      const [x, y, z] = spot.at;
      const bend = wobble > 0 ? wobble * (noise(x * 5, y * 5, z * 5) - 0.5) : 0;
      const place = (along(axis, spot, own) + bend) * count;
      const t = place - Math.floor(place);
      return (t < share ? first : second).colour(spot);
    },
  };
}

/** Round spots of the second material on the first; `density` per unit length. */
export function spotted(
  density: number,
  size: number,
  first: Material,
  second: Material,
): Material {
  return {
    ...first,
    colour: (spot) => {
      const [x, y, z] = spot.at;
      const { distance, id } = cells(x * density, y * density, z * density);
      return (distance < size * (0.6 + 0.6 * id) ? second : first).colour(spot);
    },
  };
}

/** Irregular patches of the second material. */
export function patched(scale: number, share: number, first: Material, second: Material): Material {
  return {
    ...first,
    colour: (spot) => {
      const [x, y, z] = spot.at;
      return (roughNoise(x * scale, y * scale, z * scale) < share ? second : first).colour(spot);
    },
  };
}

/** Squares of two materials. */
export function checkered(count: number, first: Material, second: Material, own = true): Material {
  return {
    ...first,
    colour: (spot) => {
      const [x, y, z] = own ? spot.local : spot.at;
      const odd = (Math.floor(x * count) + Math.floor(y * count + 0.001) + Math.floor(z * count)) &
        1;
      return (odd ? second : first).colour(spot);
    },
  };
}

/** The second material where the test holds. */
export function where(test: (spot: Spot) => boolean, second: Material, first: Material): Material {
  return { ...first, colour: (spot) => (test(spot) ? second : first).colour(spot) };
}

/** Another material for each piece of a blob or compound shape. */
export function byPiece(list: readonly Material[]): Material {
  return { ...list[0], colour: (spot) => list[Math.min(spot.piece, list.length - 1)].colour(spot) };
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smooth(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
