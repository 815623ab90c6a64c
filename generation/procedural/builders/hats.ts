/**
 * Hats for figures on two legs.
 *
 * @module
 */
import {
  around,
  ball,
  blob,
  box,
  cloth,
  cylinder,
  extrude,
  fur,
  glass,
  group,
  hex,
  lathe,
  leather,
  lump,
  type Material,
  matte,
  metal,
  mirrored,
  part,
  type Parts,
  polished,
  row,
  sheet,
  star,
  torus,
  tube,
  type Vec3,
} from "../kit/mod.ts";
import type { Look } from "../look.ts";
import type { Hat, HumanoidPlan } from "./humanoid_plan.ts";

/** The hat of a figure, with its head at the given place and of radius `r`. */
export function hatOf(look: Look, plan: HumanoidPlan, [, y, z]: Vec3, r: number): Parts {
  const { hat = "none" } = plan;
  if (hat === "none") return [];
  const fallback: Partial<Record<Hat, Material>> = {
    crown: metal(hex("#e0b03c")),
    tiara: metal(hex("#e0b03c")),
    chef: cloth(hex("#fbfaf6")),
    knight: metal(hex("#a8b0ba")),
    viking: metal(hex("#8c8478")),
    samurai: metal(hex("#33363c")),
    straw: cloth(hex("#dcc078")),
    space: polished(hex("#f2f2f0")),
  };
  const material = plan.hatMaterial ?? fallback[hat] ?? look.skin("hat", cloth, "#4c3424");
  const gold = metal(hex("#e0b03c"));
  const brim = (inner: number, outer: number, curl = 0): Parts =>
    part(lathe([[inner, 0], [outer, curl], [outer, curl + 0.02], [inner, 0.03]]), material);
  switch (hat) {
    case "wizard":
      return group(
        { at: [0, y + r * 0.52, z - r * 0.05], turn: [-6, 0, 0] },
        brim(r * 0.8, r * 1.85),
        part(
          tube(
            [[0, 0, 0], [0, r * 0.9, -0.02], [0.02, r * 1.9, -0.06], [0.09, r * 2.6, -0.16], [
              0.2,
              r * 2.9,
              -0.2,
            ]],
            [r * 1.02, r * 0.72, r * 0.42, r * 0.2, 0.02],
            { open: true },
          ),
          material,
        ),
        part(torus(r * 0.98, r * 0.2), look.skin("accent band", leather, "#c8a03c"), {
          at: [0, 0.06, 0],
        }),
        row(5, (i) =>
          part(extrude(star(5, 0.045, 0.02), 0.02), gold, {
            at: [
              Math.sin(i * 1.3) * r * 0.72,
              r * (0.7 + 0.28 * i),
              Math.cos(i * 1.3) * r * (0.78 - i * 0.12),
            ],
            turn: [0, i * 74, 0],
          })),
      );
    case "cowboy":
      return group(
        { at: [0, y + r * 0.56, z] },
        part(
          sheet((u, v) => {
            const a = 2 * Math.PI * u;
            const q = r * (0.85 + 0.95 * v);
            return [
              q * Math.sin(a),
              v * v * r * 0.55 * Math.abs(Math.sin(a)),
              q * Math.cos(a) * 1.05,
            ];
          }),
          material,
          { thin: true },
        ),
        part(
          lathe([[r * 0.95, -0.02], [r * 0.9, r * 0.4], [r * 0.72, r * 0.85], [r * 0.3, r * 0.78], [
            0,
            r * 0.72,
          ]], { smooth: true }),
          material,
        ),
        part(torus(r * 0.93, r * 0.14), leather(hex("#33241c")), { at: [0, r * 0.1, 0] }),
      );
    case "crown":
      return group(
        { at: [0, y + r * 0.62, z] },
        part(
          lathe([[r * 0.82, 0], [r * 0.9, r * 0.32], [r * 0.84, r * 0.32], [r * 0.78, 0.02]]),
          gold,
        ),
        around(
          8,
          (
            i,
          ) => [
            part(lathe([[r * 0.17, 0], [0, r * 0.5]], { sides: 4 }), gold, {
              at: [0, r * 0.28, r * 0.86],
            }),
            part(ball(r * 0.1), polished(hex(["#c8203c", "#2864c8"][i % 2])), {
              at: [0, r * 0.18, r * 0.9],
            }),
          ],
        ),
      );
    case "tiara":
      return group(
        { at: [0, y + r * 0.66, z + r * 0.1], turn: [-18, 0, 0] },
        part(torus(r * 0.86, r * 0.1, 0.5), gold),
        row(5, (_, t) =>
          group(
            { turn: [0, (t - 0.5) * 100, 0] },
            part(
              lathe([[r * 0.1, 0], [0, r * (0.62 - Math.abs(t - 0.5) * 0.7)]], { sides: 4 }),
              gold,
              { at: [0, 0.02, r * 0.88] },
            ),
            part(ball(r * 0.08), polished(hex("#e84c8c")), { at: [0, r * 0.12, r * 0.92] }),
          )),
      );
    case "knight":
      return [
        part(
          lathe([[r * 0.92, y - r * 1.0], [r * 1.1, y - r * 0.6], [r * 1.14, y + r * 0.3], [
            r * 0.85,
            y + r * 0.95,
          ], [0, y + r * 1.2]], { smooth: true }),
          material,
          { at: [0, 0, z] },
        ),
        part(
          lathe([[r * 1.17, y + r * 0.0], [r * 1.175, y + r * 0.2]], { turn: 0.38 }),
          matte(hex("#141518")),
          { at: [0, 0, z] },
        ),
        row(
          4,
          (i) =>
            part(box(r * 0.05, r * 0.42, 0.03, 0.005), matte(hex("#141518")), {
              at: [(i - 1.5) * r * 0.24, y - r * 0.48, z + r * 1.06 - Math.abs(i - 1.5) * 0.012],
            }),
        ),
        part(
          tube([[0, y + r * 1.15, z - r * 0.1], [0, y + r * 1.75, z - r * 0.35], [
            0,
            y + r * 1.5,
            z - r * 1.2,
          ], [0, y + r * 0.6, z - r * 1.6]], [r * 0.14, r * 0.28, r * 0.3, 0.02]),
          look.skin("plume accent feather", cloth, ["#b8242c", "#2c4ca8"]),
        ),
      ];
    case "viking":
      return [
        part(
          lathe([[r * 1.02, y + r * 0.2], [r * 1.02, y + r * 0.45], [r * 0.7, y + r * 0.98], [
            0,
            y + r * 1.2,
          ]], { smooth: true }),
          material,
          { at: [0, 0, z] },
        ),
        part(torus(r * 1.02, r * 0.2), gold, { at: [0, y + r * 0.28, z] }),
        mirrored(
          part(
            tube(
              [[r * 0.9, y + r * 0.5, z], [r * 1.5, y + r * 0.7, z], [r * 1.7, y + r * 1.5, z]],
              [r * 0.24, r * 0.2, 0.015],
            ),
            polished(hex("#efe4c8")),
          ),
        ),
      ];
    case "chef":
      return group(
        { at: [0, y + r * 0.62, z - r * 0.05] },
        part(cylinder(r * 0.85, r * 0.6), material, { at: [0, r * 0.25, 0] }),
        part(
          blob(
            [0, 1, 2, 3, 4].map((i) =>
              lump(
                [Math.sin(i * 1.257) * r * 0.6, r * 0.95, Math.cos(i * 1.257) * r * 0.6],
                r * 0.58,
              )
            ).concat([lump([0, r * 1.15, 0], r * 0.62)]),
            0.05,
          ),
          material,
        ),
      );
    case "tricorn":
      return group(
        { at: [0, y + r * 0.55, z] },
        part(
          sheet((u, v) => {
            const a = 2 * Math.PI * u;
            const q = r * (0.85 + 0.8 * v * (1 - 0.12 * Math.cos(3 * a)));
            return [
              q * Math.sin(a),
              v * r * (0.38 + 0.42 * Math.cos(3 * a + Math.PI)),
              q * Math.cos(a),
            ];
          }),
          material,
          { thin: true },
        ),
        part(
          lathe([[r * 0.95, -0.02], [r * 0.85, r * 0.55], [0, r * 0.78]], { smooth: true }),
          material,
        ),
        part(
          extrude(
            [[-0.06, 0], [0.06, 0], [0.06, 0.06], [0.03, 0.1], [-0.03, 0.1], [-0.06, 0.06]],
            0.02,
          ),
          matte(hex("#fbfaf4")),
          { at: [0, 0.06, r * 1.12] },
        ),
      );
    case "tophat":
      return group(
        { at: [0, y + r * 0.66, z] },
        brim(r * 0.7, r * 1.35, 0.01),
        part(cylinder(r * 0.82, r * 1.5, r * 0.88), material, { at: [0, r * 0.75, 0] }),
        part(cylinder(r * 0.85, r * 0.3), look.skin("band accent", cloth, "#b8242c"), {
          at: [0, r * 0.2, 0],
        }),
      );
    case "hood":
      return part(
        sheet((u, v) => {
          const a = (2 * u - 1) * Math.PI * 0.74 + Math.PI;
          const t = v * Math.PI * 0.62;
          const q = r * 1.22;
          return [
            q * Math.sin(a) * Math.cos(t * 0.85 - 0.45),
            y - r * 0.25 + q * (1.25 * Math.sin(t) * 1.05 - 0.55 * (1 - v)),
            z + q * Math.cos(a) * Math.cos(t * 0.85 - 0.45) * 1.05,
          ];
        }),
        material,
        { thin: true },
      );
    case "space":
      return [
        part(ball(r * 1.42, r * 1.36, r * 1.4), {
          ...material,
          colour: (spot) =>
            spot.at[2] > z + r * 0.5 && Math.abs(spot.at[0]) < r * 0.98 &&
              Math.abs(spot.at[1] - y) < r * 0.8
              ? hex("#d89a2c")
              : material.colour(spot),
        }, { at: [0, y, z] }),
        part(extrude(star(4, 0.001, 0.001), 0.001), material),
        part(ball(r * 1.06, r * 0.9, r * 0.5), { ...glass(hex("#e8a838")), opacity: 1, gloss: 1 }, {
          at: [0, y, z + r * 1.02],
        }),
        mirrored(
          part(cylinder(r * 0.3, 0.07), polished(hex("#c4c8ce")), {
            at: [r * 1.38, y, z],
            turn: [0, 0, 90],
          }),
        ),
        part(torus(r * 1.0, r * 0.3), polished(hex("#c4c8ce")), { at: [0, y - r * 1.15, z] }),
      ];
    case "samurai":
      return [
        part(
          lathe([[r * 1.04, y + r * 0.15], [r * 1.0, y + r * 0.55], [r * 0.7, y + r * 1.0], [
            0,
            y + r * 1.18,
          ]], { smooth: true, ribs: (a) => 1 + 0.02 * Math.cos(a * 14) }),
          material,
          { at: [0, 0, z] },
        ),
        [0, 1, 2].map((i) =>
          part(
            lathe([[r * (1.12 + i * 0.18), y + r * (0.05 - i * 0.28)], [
              r * (1.02 + i * 0.14),
              y + r * (0.25 - i * 0.26),
            ]], { turn: 0.66 }),
            i % 2 ? look.skin("accent", cloth, "#b8242c") : material,
            { at: [0, 0, z], turn: [0, 180, 0], thin: true },
          )
        ),
        mirrored(
          part(
            tube(
              [[0.02, y + r * 0.72, z + r * 0.9], [r * 0.55, y + r * 1.25, z + r * 1.0], [
                r * 0.75,
                y + r * 2.0,
                z + r * 0.9,
              ]],
              [0.03, 0.035, 0.008],
              { flat: 2 },
            ),
            gold,
          ),
        ),
        part(ball(r * 0.16), gold, { at: [0, y + r * 0.68, z + r * 0.94] }),
      ];
    case "cap":
      return [
        part(
          lathe([[r * 1.02, y + r * 0.3], [r * 0.96, y + r * 0.7], [r * 0.6, y + r * 1.06], [
            0,
            y + r * 1.16,
          ]], { smooth: true }),
          material,
          { at: [0, 0, z - r * 0.05] },
        ),
        part(ball(r * 0.72, 0.025, r * 0.62), material, {
          at: [0, y + r * 0.36, z + r * 0.95],
          turn: [8, 0, 0],
        }),
      ];
    case "soldier":
      return part(
        lathe([[r * 1.2, y + r * 0.12], [r * 1.14, y + r * 0.5], [r * 0.85, y + r * 1.0], [
          0,
          y + r * 1.24,
        ]], { smooth: true }),
        material,
        { at: [0, 0, z], scale: [1, 1, 1.06] },
      );
    case "straw":
      return group(
        { at: [0, y + r * 0.5, z] },
        part(lathe([[r * 2.0, -0.06], [r * 1.0, r * 0.35], [0, r * 1.0]]), material, {
          thin: true,
        }),
      );
    case "santa":
      return group(
        { at: [0, y + r * 0.45, z] },
        part(torus(r * 0.95, r * 0.34), fur(hex("#fbfaf6")), { at: [0, 0.02, 0] }),
        part(
          tube([[0, 0, 0], [0, r * 0.8, 0], [0.1, r * 1.4, 0], [0.3, r * 1.3, 0.02]], [
            r * 0.98,
            r * 0.7,
            r * 0.36,
            0.05,
          ], { open: true }),
          cloth(hex("#c81e24")),
        ),
        part(ball(r * 0.3), fur(hex("#fbfaf6")), { at: [0.34, r * 1.15, 0.02] }),
      );
    case "headband":
      return [
        part(torus(r * 0.98, r * 0.2), material, { at: [0, y + r * 0.42, z] }),
        mirrored(
          part(
            tube(
              [[0.02, y + r * 0.4, z - r * 0.98], [0.08, y + r * 0.1, z - r * 1.5], [
                0.14,
                y - r * 0.4,
                z - r * 1.8,
              ]],
              [0.025, 0.045, 0.03],
              { flat: 0.4 },
            ),
            material,
          ),
        ),
      ];
  }
}
