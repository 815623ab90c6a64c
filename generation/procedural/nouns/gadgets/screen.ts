/**
 * Lit screens.
 *
 * @module
 */
import { hex, type Material, matte, type Vec3 } from "../../kit/mod.ts";
import type { Look } from "../../look.ts";

/** The black of plastic and dark screens. */
export const BLACK = "#1e1f24";

/** A lit screen: a wallpaper of two tones with a few tiles on it, in the shape's own x-y plane. */
export function screen(look: Look, kind: "wallpaper" | "tiles" | "code" = "wallpaper"): Material {
  const base = look.skin(
    "screen display",
    matte,
    look.pick(["#2c74c8", "#3c9c94", "#7c4cc0", "#e0703c"]),
  );
  const light = { ...base, glow: 0.75 };
  return {
    ...light,
    colour: (spot) => {
      const [x, y] = spot.local;
      const tone = base.colour(spot);
      if (kind === "tiles") {
        const [fx, fy] = [(x * 5.2 + 50.5) % 1, (y * 5.2 + 50.5) % 1];
        if (Math.abs(fx - 0.5) < 0.32 && Math.abs(fy - 0.5) < 0.32) {
          const id = Math.abs(
            Math.sin(Math.floor(x * 5.2 + 50.5) * 12.9 + Math.floor(y * 5.2 + 50.5) * 78.2) * 999,
          ) % 1;
          return hex(["#f2f2f0", "#f0503c", "#f8c830", "#5cc86c", "#3cb4f0"][Math.floor(id * 5)]);
        }
      }
      if (kind === "code") {
        const line = Math.floor(y * 16 + 100);
        const long = Math.abs(Math.sin(line * 12.9) * 0.62);
        if (
          (y * 16 + 100) % 1 < 0.45 && x > -0.55 + 0.1 * (line % 3) &&
          x < -0.5 + 0.1 * (line % 3) + long
        ) return hex(["#8cf0a4", "#f8c85c", "#8cc8f8"][line % 3]);
        return hex("#17202c");
      }
      const wave = 0.12 * Math.sin(x * 5) - y * 0.6;
      return [0, 1, 2].map((k) =>
        Math.min(1, tone[k] * (wave > 0 ? 0.62 : 1.15) + (wave > 0.2 ? 0.05 : 0.1))
      ) as unknown as Vec3;
    },
  };
}
