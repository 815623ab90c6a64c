/**
 * Clouds that tests make themselves: a sound one, and ways to spoil it.
 *
 * @module
 */
import { seededRandom } from "@threegen/service";
import { cloudFromActivated, type GaussianCloud } from "@threegen/splats";

/** How a made cloud looks. */
export interface MadeCloudOptions {
  /** Number of Gaussians. @default {12000} */
  readonly count?: number;
  /** R, G and B of the body, 0 to 1. @default {[0.8, 0.15, 0.1]} */
  readonly colour?: readonly [number, number, number];
  /** Opacity of every Gaussian. @default {0.97} */
  readonly opacity?: number;
  /** Standard deviation of a random shift of each centre, world units. @default {0} */
  readonly displacement?: number;
  /** Standard deviation of a random change of each colour. @default {0} */
  readonly colourNoise?: number;
  /** Share of the Gaussians that fly about, far from the body. @default {0} */
  readonly strays?: number;
  /** Size of the splats compared with what covers the surface. @default {1} */
  readonly splatSize?: number;
}

/**
 * Returns a snowman-like body, shaded from above: two balls on each other, on the surface of which
 * flat splats lie.
 */
export function madeCloud(options: MadeCloudOptions = {}): GaussianCloud {
  const { count = 12_000, colour = [0.8, 0.15, 0.1], opacity = 0.97 } = options;
  const { displacement = 0, colourNoise = 0, strays = 0, splatSize = 1 } = options;
  const random = seededRandom(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const positions = new Float32Array(count * 3);
  const scales = new Float32Array(count * 3);
  const rotations = new Float32Array(count * 4);
  const opacities = new Float32Array(count).fill(opacity);
  const colors = new Float32Array(count * 3);
  const side = splatSize * Math.sqrt((4 * Math.PI * (0.5 ** 2 + 0.3 ** 2)) / count);
  for (let i = 0; i < count; i++) {
    const isHead = i % 4 === 0;
    const isStray = random() < strays;
    const radius = isStray ? 1 + 0.6 * random() : isHead ? 0.3 : 0.5;
    const y = 2 * random() - 1;
    const turn = 2 * Math.PI * random();
    const level = Math.sqrt(1 - y * y);
    const outward = [level * Math.cos(turn), y, level * Math.sin(turn)];
    const centre = isStray ? [0, 0, 0] : [0, isHead ? 0.65 : 0, 0];
    const shade = 0.55 + 0.45 * Math.max(0, 0.3 * outward[0] + 0.9 * outward[1]);
    for (let axis = 0; axis < 3; axis++) {
      positions[i * 3 + axis] = centre[axis] + radius * outward[axis] + displacement * normal();
      const value = colour[axis] * shade + colourNoise * normal();
      colors[i * 3 + axis] = Math.min(1, Math.max(0, value));
    }
    scales.set([side, side, side * 0.15], i * 3);
    rotations.set(turnFromZ(outward), i * 4);
  }
  return cloudFromActivated({ positions, scales, rotations, opacities, colors });
}

/** The quaternion (w, x, y, z) that turns +z to a direction of length 1. */
function turnFromZ([x, y, z]: readonly number[]): number[] {
  if (z < -0.999999) return [0, 1, 0, 0];
  const length = Math.sqrt(2 * (1 + z));
  return [length / 2, -y / length, x / length, 0];
}
