/**
 * Trees that stand alone or on an island.
 *
 * @module
 */
import { crown, leaves, trunk } from "../../builders/plants.ts";
import {
  around,
  ball,
  bark,
  grass,
  hex,
  lathe,
  limb,
  matte,
  part,
  type Parts,
  sheet,
  striped,
  tube,
  type Vec3,
} from "../../kit/mod.ts";
import type { Look } from "../../look.ts";

/** The brown of trunks. */
export const TRUNK_BROWN = "#6c4a30";

/** A round of turf to stand on. */
export function turf(radius: number, look: Look): Parts {
  return part(
    lathe([[0, -0.16], [radius * 0.7, -0.14], [radius, -0.02], [radius * 0.8, 0.05], [0, 0.09]], {
      smooth: true,
    }),
    look.skin("grass ground", grass, "#5c8c3c"),
    { bump: { height: 0.03, scale: 6 } },
  );
}

/** A leafy tree. */
export function tree(look: Look): Parts {
  const autumn = look.says("autumn fall maple")
    ? ["#d0642c", "#c8402c", "#e0a02c"]
    : look.says("cherry blossom sakura")
    ? ["#f2a8c4"]
    : ["#4c8c38", "#5c9440", "#3c7c40"];
  const mass = leaves(look, autumn);
  const wood = look.vary(hex(TRUNK_BROWN));
  return [
    trunk(1.05, 0.15, 0.11, wood, look.between(-0.06, 0.06)),
    [[0.3, 1.2, 0.1], [-0.3, 1.25, -0.1], [0.02, 1.3, 0.3]].map(([x, y, z]) =>
      part(limb([0, 0.75, 0], [x, y, z], 0.075, 0.045), bark(wood))
    ),
    crown(look, [0, 1.5, 0], [0.86, 0.72, 0.86], mass, 10),
  ];
}

/** A palm tree on a round of turf. */
export function palm(look: Look): Parts {
  const green = look.skin("primary leaf", matte, ["#4c9440", "#5ca03c"]);
  const at = (t: number): Vec3 => [0.35 * t * t, 1.7 * t, 0];
  const rings = striped("v", 16, bark(hex("#9c7c54")), bark(hex("#6c5234")), { share: 0.7 });
  const frond = (lean: number, length: number) =>
    sheet((u, v) => {
      const across = 2 * v - 1;
      const half = 0.17 * Math.sin(Math.PI * (0.06 + 0.9 * u)) *
        (1 - 0.35 * Math.abs(Math.sin(u * 40)));
      const [run, up] = [
        length * u,
        lean * length * u - length * 0.95 * u * u - 0.5 * Math.abs(across) * half,
      ];
      return [run, up, -half * across];
    }, 64);
  return [
    turf(0.55, look),
    part(tube([at(0), at(0.33), at(0.66), at(1)], [0.16, 0.1, 0.09, 0.08]), rings),
    around(9, (i) => part(frond(0.55 + 0.3 * (i % 2), 0.95), green, { thin: true }), {
      at: at(1),
      start: 10,
    }),
    around(3, () => part(ball(0.1), matte(hex("#5c3c20")), { at: [0, -0.08, 0.11] }), {
      at: at(1),
    }),
  ];
}
