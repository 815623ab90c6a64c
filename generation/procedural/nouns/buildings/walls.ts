/**
 * Walls, roofs, doors and windows.
 *
 * @module
 */
import {
  ball,
  box,
  extrude,
  glowing,
  grass,
  group,
  hex,
  lathe,
  type Material,
  matte,
  metal,
  mirrored,
  pane,
  part,
  type Parts,
  stone,
  type Vec3,
  wood,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";

/** The tint of window panes. */
export const GLASS = "#6c8ca4";

/** A window with a frame, facing +z. */
export function windowPane(
  look: Look,
  width: number,
  height: number,
  at: Vec3,
  frame: Material,
  lit = false,
): Parts {
  const panes = lit ? { ...glowing(hex("#f8d880")), glow: 0.7 } : look.skin("window", pane, GLASS);
  return group(
    { at },
    part(box(width, height, 0.04, 0.01), panes),
    mirrored(part(box(0.035, height + 0.06, 0.07, 0.01), frame, { at: [width / 2, 0, 0] })),
    [1, -1].map((side) =>
      part(box(width + 0.07, 0.035, 0.07, 0.01), frame, { at: [0, side * height / 2, 0] })
    ),
    part(box(0.02, height, 0.055, 0.005), frame),
    part(box(width, 0.02, 0.055, 0.005), frame),
  );
}

/** A door with a knob, facing +z; its foot at the origin. */
export function door(look: Look, width: number, height: number, at: Vec3): Parts {
  const leaf = look.skin("door", wood, ["#6c3c24", "#2c5c74", "#8c2c24"]);
  return group(
    { at },
    part(box(width, height, 0.07, 0.015), leaf, { at: [0, height / 2, 0] }),
    part(box(width + 0.08, 0.05, 0.1, 0.01), matte(hex("#efe9dc")), { at: [0, height + 0.02, 0] }),
    mirrored(
      part(box(0.045, height, 0.1, 0.01), matte(hex("#efe9dc")), {
        at: [width / 2 + 0.02, height / 2, 0],
      }),
    ),
    part(ball(0.028), metal(hex("#d0a03c")), { at: [width * 0.34, height * 0.46, 0.05] }),
    part(box(width + 0.16, 0.06, 0.22, 0.02), stone(hex("#a09c94")), { at: [0, 0.02, 0.1] }),
  );
}

/** A gabled roof: ridge along x, over a rectangle. */
export function gable(
  width: number,
  depth: number,
  rise: number,
  material: Material,
  over = 0.1,
): Parts {
  const half = depth / 2 + over;
  const slope = Math.hypot(half, rise);
  const angle = Math.atan2(rise, half) * 180 / Math.PI;
  return [1, -1].map((side) =>
    part(box(width + over * 2, 0.06, slope + 0.03, 0.015), material, {
      at: [0, rise / 2, side * half / 2],
      turn: [side * angle, 0, 0],
    })
  );
}

/** The triangle under a gabled roof. */
export function gableWall(width: number, depth: number, rise: number, material: Material): Parts {
  return part(extrude([[-depth / 2, 0], [depth / 2, 0], [0, rise]], width), material, {
    turn: [0, 90, 0],
  });
}

/** A round lawn under a building. */
export function lawn(look: Look, radius: number): Parts {
  return part(
    lathe([[0, -0.1], [radius * 0.92, -0.1], [radius, -0.05], [radius * 0.98, 0], [0, 0.02]]),
    look.skin("grass ground lawn", grass, "#649448"),
    { bump: { height: 0.015, scale: 8 } },
  );
}
