/**
 * Wings of skin between fingers of bone.
 *
 * @module
 */
import {
  group,
  hex,
  lathe,
  type Material,
  mix,
  part,
  type Parts,
  polished,
  sheet,
  tube,
  type Vec3,
} from "../../kit/mod.ts";

/** A wing of skin between fingers of bone; the right one, growing along +x. */
export function batWing(material: Material, bones: Material, size: number): Parts {
  const tips: readonly Vec3[] = [[1.35, 0.55, -0.35], [1.25, -0.1, -0.3], [0.95, -0.55, -0.25], [
    0.5,
    -0.75,
    -0.15,
  ]];
  const wrist: Vec3 = [0.62, 0.72, -0.15];
  const membrane = (from: Vec3, to: Vec3): Parts =>
    part(
      sheet((u, v) => {
        // Between two fingers the skin hangs in an arc.
        const sag = 1 - 0.22 * Math.sin(Math.PI * u) * v;
        return [0, 1, 2].map((k) =>
          wrist[k] + ((from[k] + (to[k] - from[k]) * u) - wrist[k]) * v * sag
        ) as unknown as Vec3;
      }, 20),
      material,
      { thin: true },
    );
  return group(
    { scale: size },
    part(tube([[0, 0, 0], [0.28, 0.42, -0.08], wrist], [0.075, 0.06, 0.05]), bones),
    tips.map((tip) =>
      part(
        tube([wrist, [
          (wrist[0] + tip[0]) / 2 + 0.06,
          (wrist[1] + tip[1]) / 2 + 0.05,
          (wrist[2] + tip[2]) / 2,
        ], tip], [0.045, 0.032, 0.012]),
        bones,
      )
    ),
    tips.slice(1).map((tip, i) => membrane(tips[i], tip)),
    membrane(tips[3], [0.06, -0.35, 0]),
    part(
      sheet(
        (u, v) => {
          // From the arm, which bows upwards, down to the line from body to wrist.
          const arm: Vec3 = [wrist[0] * u, wrist[1] * u + 0.3 * u * (1 - u), wrist[2] * u];
          const line: Vec3 = [
            0.06 + (wrist[0] - 0.06) * u,
            -0.35 + (wrist[1] + 0.35) * u,
            wrist[2] * u,
          ];
          return mix(arm, line, v);
        },
        12,
      ),
      material,
      { thin: true },
    ),
    part(lathe([[0.05, 0], [0, 0.2]]), polished(hex("#efe6cc")), {
      at: [wrist[0], wrist[1] + 0.03, wrist[2]],
    }),
  );
}
