/**
 * Leaves, petals, branches: what plants are made of.
 *
 * @module
 */
import {
  bark,
  blend,
  blob,
  foliage,
  group,
  hex,
  lighten,
  lump,
  type Material,
  matte,
  type Part,
  part,
  type Parts,
  type Rgb,
  shade,
  sheet,
  tube,
  type Vec3,
} from "../kit/mod.ts";
import type { Placement } from "../kit/vec.ts";
import type { Look } from "../look.ts";

/**
 * A leaf that grows from the origin along +x.
 *
 * @param rise Degrees by which it starts upwards before it bends down.
 */
export function leaf(
  length: number,
  width: number,
  colour: string | Rgb,
  placement: Placement = {},
  rise = 12,
): Part[] {
  const green = typeof colour === "string" ? hex(colour) : colour;
  const angle = rise * Math.PI / 180;
  const surface = sheet((u, v) => {
    const across = 2 * v - 1;
    const half = width / 2 * Math.sin(Math.PI * Math.min(1, u * 0.96 + 0.04) ** 0.8);
    const droop = -0.22 * length * u * u;
    const [run, up] = [length * u, droop + 0.35 * half * Math.abs(across)];
    return [
      run * Math.cos(angle) - up * Math.sin(angle),
      run * Math.sin(angle) + up * Math.cos(angle),
      -half * across,
    ];
  }, 20);
  const base = matte(green);
  const veined: Material = {
    ...base,
    gloss: 0.25,
    colour: (spot) => {
      const middle = Math.abs(spot.v - 0.5);
      const rib = (spot.u * 7 + middle * 3) % 1 < 0.16 || middle < 0.05;
      return blend(
        base.colour(spot),
        rib ? lighten(green, 0.35) : shade(green, 0.8 + 0.3 * spot.u),
        0.6,
      );
    },
  };
  return group(placement, part(surface, veined, { thin: true }));
}

/** A petal that stands up from the origin, opening by `lean` degrees towards +z. */
export function petal(
  length: number,
  width: number,
  material: Material,
  lean: number,
  placement: Placement = {},
  cup = 0.35,
): Part[] {
  const surface = sheet((u, v) => {
    const across = 2 * u - 1;
    const half = width / 2 * Math.sin(Math.PI * (0.08 + 0.84 * v)) ** 0.7;
    return [half * across, length * v, -cup * half * (1 - across * across) - 0.12 * length * v * v];
  }, 20);
  return group(placement, part(surface, material, { thin: true, turn: [lean, 0, 0] }));
}

/** A crown of leaves seen as one mass, made of overlapping lumps. */
export function crown(look: Look, at: Vec3, size: Vec3, material: Material, lumps = 9): Parts {
  const bones = [lump(at, [size[0] * 0.72, size[1] * 0.72, size[2] * 0.72])];
  for (let i = 0; i < lumps; i++) {
    const angle = i * 2.4 + look.between(-0.3, 0.3);
    const y = 1 - 2 * (i + 0.5) / lumps;
    const r = Math.sqrt(1 - y * y) * 0.62;
    const grow = look.between(0.36, 0.5);
    bones.push(
      lump(
        [
          at[0] + r * Math.cos(angle) * size[0],
          at[1] + y * 0.55 * size[1],
          at[2] + r * Math.sin(angle) * size[2],
        ],
        [size[0] * grow, size[1] * grow * 0.92, size[2] * grow],
      ),
    );
  }
  return part(blob(bones, 0.06), material, { bump: { height: 0.05, scale: 7 } });
}

/** A trunk with roots that flare at the foot. */
export function trunk(height: number, foot: number, top: number, colour: Rgb, bend = 0): Parts {
  const wood = bark(colour);
  const roots: Parts[] = [0, 1, 2, 3, 4].map((i) => {
    const angle = i * 1.26 + 0.4;
    return part(
      tube(
        [
          [0, foot * 1.6, 0],
          [Math.cos(angle) * foot * 1.1, foot * 0.5, Math.sin(angle) * foot * 1.1],
          [Math.cos(angle) * foot * 2, 0.02, Math.sin(angle) * foot * 2],
        ],
        [foot * 0.5, foot * 0.42, foot * 0.15],
      ),
      wood,
    );
  });
  return [
    part(
      tube([[0, 0, 0], [bend * 0.4, height * 0.4, 0], [bend, height, 0]], [
        foot,
        (foot + top) * 0.45,
        top,
      ]),
      wood,
    ),
    roots,
  ];
}

/** The usual foliage for a colour. */
export function leaves(look: Look, colours: string | readonly string[]): Material {
  return look.skin("primary leaf foliage crown", foliage, colours);
}
