import { seededRandom } from "@threegen/service";
import { type Camera, cloudFromActivated, type GaussianCloud, orbitCamera } from "../mod.ts";

/** A seeded scene that is hard for a renderer in one way. */
export interface Scene {
  /** What is hard about it. */
  readonly name:
    | "sparse"
    | "dense"
    | "needles"
    | "huge"
    | "behind the camera"
    | "harmonics"
    | "crowded tile";
  /** The Gaussians. */
  readonly cloud: GaussianCloud;
}

/** The camera that the scenes are made for: a little above, 2.5 from the origin. */
export function sceneCamera(sizePixels = 128): Camera {
  return orbitCamera({
    elevationDegrees: -15,
    azimuthDegrees: 30,
    radius: 2.5,
    width: sizePixels,
    height: sizePixels,
  });
}

/** Scenes that any two renderers must draw alike; the same for the same seed. */
export function testScenes(seed = 1): Scene[] {
  const random = seededRandom(seed);
  const between = (least: number, most: number) => least + (most - least) * random();
  const inBall = (): number[] => {
    for (;;) {
      const point = [between(-1, 1), between(-1, 1), between(-1, 1)];
      if (Math.hypot(...point) <= 1) return point;
    }
  };
  return [
    {
      name: "sparse",
      cloud: scatter(random, 40, () => ({
        position: inBall(),
        scales: [between(0.02, 0.1), between(0.02, 0.1), between(0.02, 0.1)],
        opacity: between(0.3, 1),
      })),
    },
    {
      name: "dense",
      cloud: scatter(random, 20_000, () => ({
        position: inBall(),
        scales: [between(0.003, 0.03), between(0.003, 0.03), between(0.003, 0.03)],
        opacity: between(0.01, 1),
      })),
    },
    {
      name: "needles",
      cloud: scatter(random, 500, () => ({
        position: inBall(),
        scales: [between(0.2, 1), 1e-4, between(1e-5, 2e-3)],
        opacity: between(0.2, 1),
      })),
    },
    {
      name: "huge",
      cloud: scatter(random, 30, () => ({
        position: inBall().map((value) => value * 2),
        scales: [between(0.3, 8), between(0.1, 0.8), between(0.05, 0.4)],
        opacity: between(0.05, 0.6),
      })),
    },
    {
      name: "behind the camera",
      cloud: scatter(random, 300, () => ({
        position: inBall().map((value) => value * 4),
        scales: [between(0.02, 0.2), between(0.02, 0.2), between(0.02, 0.2)],
        opacity: between(0.1, 0.9),
      })),
    },
    {
      name: "harmonics",
      cloud: scatter(random, 800, () => ({
        position: inBall(),
        scales: [between(0.02, 0.1), between(0.02, 0.1), between(0.02, 0.1)],
        opacity: between(0.3, 1),
        shRest: Array.from({ length: 45 }, () => between(-0.4, 0.4)),
      })),
    },
    {
      // A column of faint Gaussians along the axis of `sceneCamera`, more than most tiles hold.
      name: "crowded tile",
      cloud: scatter(random, 3000, () => {
        const along = between(-1, 1);
        const elevation = 15 * Math.PI / 180;
        const azimuth = 30 * Math.PI / 180;
        const level = Math.cos(elevation) * along;
        return {
          position: [
            level * Math.sin(azimuth) + between(-0.01, 0.01),
            Math.sin(elevation) * along + between(-0.01, 0.01),
            level * Math.cos(azimuth) + between(-0.01, 0.01),
          ],
          scales: [0.3, 0.3, 0.3],
          opacity: between(0.0041, 0.0055),
        };
      }),
    },
  ];
}

interface Splat {
  readonly position: number[];
  readonly scales: number[];
  readonly opacity: number;
  readonly shRest?: number[];
}

/** Makes a cloud of `count` splats with rotations and colours at random. */
function scatter(random: () => number, count: number, next: () => Splat): GaussianCloud {
  const splats = Array.from({ length: count }, next);
  return cloudFromActivated({
    positions: splats.flatMap(({ position }) => position),
    scales: splats.flatMap(({ scales }) => scales),
    rotations: Float32Array.from({ length: count * 4 }, () => random() * 2 - 1),
    opacities: splats.map(({ opacity }) => opacity),
    colors: Float32Array.from({ length: count * 3 }, random),
    ...(splats[0].shRest ? { shRest: splats.flatMap(({ shRest }) => shRest!) } : {}),
  });
}
