/**
 * Hair and beards for figures on two legs.
 *
 * @module
 */
import {
  ball,
  blob,
  bone,
  group,
  lathe,
  lump,
  mirrored,
  part,
  type Parts,
  row,
  tube,
  type Vec3,
} from "../kit/mod.ts";
import type { HumanoidPlan } from "./humanoid_plan.ts";

/** The hair of a figure; a hat hides most of it. */
export function hairOf(
  { hair = "short", hairMaterial, hat = "none" }: HumanoidPlan,
  [, y, z]: Vec3,
  r: number,
): Parts {
  if (hair === "none" || hairMaterial === undefined) return [];
  const hidden = hat !== "none" && hat !== "tiara" && hat !== "headband" && hat !== "crown";
  const capShape = blob([
    lump([0, y + r * 0.22, z - r * 0.16], [r * 1.0, r * 0.9, r * 0.98]),
    lump([0, y - r * 0.1, z - r * 0.4], [r * 0.88, r * 0.8, r * 0.68]),
  ], 0.06);
  const cap = hidden
    ? part(smoothLump([0, y - r * 0.12, z - r * 0.35], [r * 0.9, r * 0.75, r * 0.7]), hairMaterial)
    : part(capShape, hairMaterial, { bump: { height: 0.012, scale: 16 } });
  switch (hair) {
    case "long":
      return [
        cap,
        part(
          blob([
            lump([0, y - r * 0.1, z - r * 0.55], [r * 0.95, r * 0.9, r * 0.5]),
            bone([0, y - r * 0.4, z - r * 0.62], [0, y - r * 2.4, z - r * 0.75], r * 0.72, r * 0.5),
            bone(
              [r * 0.8, y, z - r * 0.1],
              [r * 0.86, y - r * 1.9, z + r * 0.05],
              r * 0.26,
              r * 0.18,
            ),
            bone(
              [-r * 0.8, y, z - r * 0.1],
              [-r * 0.86, y - r * 1.9, z + r * 0.05],
              r * 0.26,
              r * 0.18,
            ),
          ], 0.08),
          hairMaterial,
          { bump: { height: 0.02, scale: 12 } },
        ),
        hidden ? [] : mirrored(
          part(
            tube([[0.02, y + r * 1.02, z + r * 0.2], [r * 0.55, y + r * 0.85, z + r * 0.6], [
              r * 0.9,
              y + r * 0.25,
              z + r * 0.4,
            ]], [r * 0.16, r * 0.18, r * 0.14]),
            hairMaterial,
          ),
        ),
      ];
    case "bun":
      return [
        cap,
        hidden ? [] : part(ball(r * 0.42), hairMaterial, {
          at: [0, y + r * 1.12, z - r * 0.4],
          bump: { height: 0.015, scale: 18 },
        }),
      ];
    case "ponytail":
      return [
        cap,
        part(
          tube([[0, y + r * 0.5, z - r * 0.95], [0, y + r * 0.3, z - r * 1.6], [
            0,
            y - r * 0.8,
            z - r * 1.7,
          ], [0, y - r * 1.6, z - r * 1.5]], [r * 0.22, r * 0.36, r * 0.3, 0.02]),
          hairMaterial,
        ),
      ];
    case "curly":
      return row(34, (i) => {
        const t = 1 - 1.35 * (i + 0.5) / 34;
        const a = i * 2.399963;
        const s = Math.sqrt(1 - t * t);
        if (s * Math.cos(a) > 0.35 && t < 0.42) return [];
        return part(ball(r * 0.33), hairMaterial, {
          at: [
            s * Math.sin(a) * r,
            y + r * 0.15 + t * r * 0.95,
            z - r * 0.1 + s * Math.cos(a) * r * 0.95,
          ],
          bump: { height: 0.02, scale: 14 },
        });
      });
    case "spiky":
      return [
        cap,
        row(16, (i) => {
          const t = 1 - (i + 0.5) / 16 * 0.9;
          const a = i * 2.399963;
          return group(
            { at: [0, y + r * 0.2, z - r * 0.15], turn: [0, a * 57.3, 0] },
            group(
              { turn: [Math.acos(t) * 57.3, 0, 0] },
              part(lathe([[r * 0.3, r * 0.75], [0, r * 1.65]]), hairMaterial),
            ),
          );
        }),
      ];
    default:
      return [
        cap,
        hidden ? [] : part(
          tube([[-r * 0.6, y + r * 0.72, z + r * 0.62], [0, y + r * 0.86, z + r * 0.68], [
            r * 0.6,
            y + r * 0.66,
            z + r * 0.6,
          ]], [r * 0.16, r * 0.22, r * 0.14]),
          hairMaterial,
        ),
      ];
  }
}

function smoothLump(at: Vec3, radii: Vec3) {
  return blob([lump(at, radii)], 0.05);
}

/** The beard of a figure. */
export function beardOf(
  { beard, hairMaterial, skin: fallback }: HumanoidPlan,
  [, y, z]: Vec3,
  r: number,
): Parts {
  const material = hairMaterial ?? fallback;
  const moustache = mirrored(
    part(
      tube([[0, y - r * 0.34, z + r * 0.98], [r * 0.3, y - r * 0.38, z + r * 0.9], [
        r * 0.55,
        y - r * 0.5,
        z + r * 0.68,
      ]], [r * 0.12, r * 0.11, 0.012]),
      material,
    ),
  );
  if (beard === "moustache") return moustache;
  const long = beard === "long";
  return [
    moustache,
    part(
      blob([
        lump([0, y - r * 0.72, z + r * 0.5], [r * 0.62, r * 0.42, r * 0.42]),
        bone(
          [r * 0.72, y - r * 0.15, z + r * 0.22],
          [r * 0.4, y - r * 0.75, z + r * 0.5],
          r * 0.16,
          r * 0.22,
        ),
        bone(
          [-r * 0.72, y - r * 0.15, z + r * 0.22],
          [-r * 0.4, y - r * 0.75, z + r * 0.5],
          r * 0.16,
          r * 0.22,
        ),
        ...(long
          ? [bone([0, y - r * 0.8, z + r * 0.6], [0, y - r * 2.6, z + r * 0.8], r * 0.52, r * 0.08)]
          : []),
      ], 0.07),
      material,
      { bump: { height: 0.015, scale: 16 } },
    ),
  ];
}
