/**
 * What many foods share: plates, frosting, greens.
 *
 * @module
 */
import { lathe, type Material, part, type Parts, tube, type Vec3 } from "../../kit/mod.ts";

/** The green of leaves and stalks on food. */
export const LEAF_GREEN = "#4c8c34";

/** Frosting piped in a spiral: `base` wide, `height` tall, from y = 0. */
export function frostingSwirl(material: Material, base: number, height: number): Parts {
  const turns = 3.2;
  const points: Vec3[] = [];
  const radii: number[] = [];
  for (let i = 0; i <= 40; i++) {
    const t = i / 40;
    const reach = base * (1 - t) ** 0.8;
    points.push([
      reach * Math.cos(t * turns * 2 * Math.PI),
      height * t,
      reach * Math.sin(t * turns * 2 * Math.PI),
    ]);
    radii.push(base * 0.42 * (1 - t * 0.72));
  }
  return [
    part(tube(points, radii), material),
    part(lathe([[0, 0], [base * 1.05, 0], [0, height * 0.9]]), material),
  ];
}
