import { seededRandom } from "@threegen/service";
import { cloudFromActivated, type GaussianCloud } from "../mod.ts";

/** Area of the surfaces below, world units squared; sets how large a Gaussian is. */
const AREA = 7;

/**
 * Returns an object of any number of Gaussians, spread as a trained asset's are: most lie flat on
 * closed surfaces and nearly hide what is behind, a few float about faintly. For benches; the same
 * for the same seed.
 */
export function syntheticObject(count: number, seed = 1): GaussianCloud {
  const random = seededRandom(seed);
  const normal = () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return radius * Math.cos(2 * Math.PI * random());
  };
  const positions = new Float32Array(count * 3);
  const scales = new Float32Array(count * 3);
  const rotations = new Float32Array(count * 4);
  const opacities = new Float32Array(count);
  const colors = new Float32Array(count * 3);
  const spacing = Math.sqrt(AREA / count);
  for (let i = 0; i < count; i++) {
    const kind = random();
    const around = unit([normal(), normal(), normal()]);
    let position: number[];
    let facing = around;
    if (kind < 0.6) { // A bumpy ball.
      const bumps = Math.sin(6 * around[0]) * Math.sin(5 * around[1]) * Math.sin(4 * around[2]);
      position = around.map((value) => value * (0.55 + 0.1 * bumps));
    } else if (kind < 0.95) { // A ring round it.
      const [u, v] = [2 * Math.PI * random(), 2 * Math.PI * random()];
      facing = [Math.cos(u) * Math.cos(v), Math.sin(v), Math.sin(u) * Math.cos(v)];
      const distance = 0.8 + 0.15 * Math.cos(v);
      position = [distance * Math.cos(u), 0.15 * Math.sin(v), distance * Math.sin(u)];
    } else position = around.map((value) => value * Math.cbrt(random()));
    const size = spacing * 0.75 * Math.exp(0.5 * normal());
    const share = [1, 1, 0.15].map((flat) => size * flat * Math.exp(0.3 * normal()));
    positions.set(position, i * 3);
    scales.set(share, i * 3);
    rotations.set(turnedTo(facing, Math.PI * random()), i * 4);
    opacities[i] = 1 / (1 + Math.exp(kind < 0.95 ? -1.5 - 2 * normal() : 2 - normal()));
    colors.set(position.map((value) => 0.5 + 0.45 * Math.sin(7 * value + 1)), i * 3);
  }
  return cloudFromActivated({ positions, scales, rotations, opacities, colors });
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Quaternion (w, x, y, z) that spins about +z and then turns +z to a unit vector. */
function turnedTo([x, y, z]: readonly number[], halfSpin: number): number[] {
  const [w, a, b] = z < -0.9999 ? [0, 1, 0] : unit([1 + z, -y, x]);
  const [cos, sin] = [Math.cos(halfSpin), Math.sin(halfSpin)];
  return [w * cos, a * cos + b * sin, b * cos - a * sin, w * sin];
}
