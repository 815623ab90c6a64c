import { cloudFromActivated, type GaussianCloud } from "../mod.ts";

/** Three Gaussians, red, green and blue, along the x axis: small enough to check by hand. */
export function tinyCloud(): GaussianCloud {
  return cloudFromActivated({
    positions: [-0.5, 0, 0, 0, 0, 0, 0.5, 0.25, 0],
    scales: [0.1, 0.1, 0.1, 0.2, 0.1, 0.05, 0.1, 0.1, 0.1],
    rotations: [1, 0, 0, 0, 0.8, 0.6, 0, 0, 0.5, 0.5, 0.5, 0.5],
    opacities: [0.9, 0.5, 0.99],
    colors: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  });
}
