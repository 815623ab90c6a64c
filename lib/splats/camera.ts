/**
 * Pinhole cameras and the orbit that the subnet renders from.
 *
 * Camera axes as in OpenCV: x right, y down, z forward. World axes: right-handed, +y up in the
 * picture. Pixel (column, row) has its centre at (column + 0.5, row + 0.5).
 *
 * @module
 */

/** A pinhole camera with square or oblong pixels and no distortion. */
export interface Camera {
  /** Picture width, pixels. */
  readonly width: number;
  /** Picture height, pixels. */
  readonly height: number;
  /** Focal length along x, pixels. */
  readonly focalX: number;
  /** Focal length along y, pixels. */
  readonly focalY: number;
  /** Where the optical axis meets the picture, pixels from the left edge. */
  readonly centerX: number;
  /** Where the optical axis meets the picture, pixels from the upper edge. */
  readonly centerY: number;
  /** Nearest depth drawn, world units. */
  readonly near: number;
  /** Farthest depth drawn, world units. */
  readonly far: number;
  /** World to camera, 3 × 4, row-major: rotation and then translation. */
  readonly worldToCamera: Float64Array;
}

/** An orbit camera in the words of the original. */
export interface OrbitOptions {
  /** Elevation; **negative is above** the object. Source: the original's orbit camera. */
  readonly elevationDegrees: number;
  /** Azimuth; 0 is on +z, 90 on +x. */
  readonly azimuthDegrees: number;
  /** Distance from the origin, world units, greater than 0. */
  readonly radius: number;
  /** Vertical field of view, 0 to 180 exclusive. Default 49.1, the original's. */
  readonly fovDegrees?: number;
  /** Picture width, pixels. */
  readonly width: number;
  /** Picture height, pixels. */
  readonly height: number;
  /** Nearest depth drawn. Default 0.01, the original's. */
  readonly near?: number;
  /** Farthest depth drawn. Default 100, the original's. */
  readonly far?: number;
}

/** Vertical field of view of every render of the subnet, degrees. Source: the original. */
export const ORBIT_FOV_DEGREES = 49.1;

const DEGREE = Math.PI / 180;

/**
 * Returns the camera that looks at the origin from an orbit, with +y up in the picture.
 *
 * The optical axis meets the picture at (⌊width / 2⌋, ⌊height / 2⌋), as in the original.
 *
 * @throws {RangeError} When a size, the radius or the field of view is out of range.
 */
export function orbitCamera(options: OrbitOptions): Camera {
  const { elevationDegrees, azimuthDegrees, radius, width, height } = options;
  const { fovDegrees = ORBIT_FOV_DEGREES, near = 0.01, far = 100 } = options;
  const whole = Number.isInteger(width) && Number.isInteger(height);
  if (!whole || width < 1 || height < 1 || width > 16384 || height > 16384) {
    throw new RangeError(
      `Cannot place a camera: ${width} x ${height} pixels; use whole numbers from 1 to 16384`,
    );
  }
  if (!(radius > 0 && radius < Infinity)) {
    throw new RangeError(`Cannot place a camera: radius ${radius}; use one greater than 0`);
  }
  if (!(fovDegrees > 0 && fovDegrees < 180)) {
    throw new RangeError(
      `Cannot place a camera: field of view ${fovDegrees}; use 0 to 180 degrees`,
    );
  }
  if (!Number.isFinite(elevationDegrees) || !Number.isFinite(azimuthDegrees)) {
    throw new RangeError("Cannot place a camera: its angles are not finite numbers");
  }
  const elevation = elevationDegrees * DEGREE;
  const azimuth = azimuthDegrees * DEGREE;
  const back = [
    Math.cos(elevation) * Math.sin(azimuth),
    -Math.sin(elevation),
    Math.cos(elevation) * Math.cos(azimuth),
  ];
  // right = up × back. Straight above and below that is nothing: take its limit.
  const level = Math.hypot(back[2], back[0]);
  const right = level > 1e-9
    ? [back[2] / level, 0, -back[0] / level]
    : [Math.cos(azimuth), 0, -Math.sin(azimuth)];
  const up = [
    back[1] * right[2] - back[2] * right[1],
    back[2] * right[0] - back[0] * right[2],
    back[0] * right[1] - back[1] * right[0],
  ];
  const focal = height / (2 * Math.tan((fovDegrees * DEGREE) / 2));
  // Rows are the camera's axes in the world. The camera is at `radius · back`, so only its
  // forward axis (−back) sees the origin off centre: at depth `radius`.
  return {
    width,
    height,
    focalX: focal,
    focalY: focal,
    centerX: Math.floor(width / 2),
    centerY: Math.floor(height / 2),
    near,
    far,
    // deno-fmt-ignore
    worldToCamera: Float64Array.of(
      right[0], right[1], right[2], 0,
      -up[0], -up[1], -up[2], 0,
      -back[0], -back[1], -back[2], radius,
    ),
  };
}

/** Returns camera to world, 3 × 4, row-major; its last column is the camera's position. */
export function cameraToWorld(camera: Camera): Float64Array {
  const m = camera.worldToCamera;
  const inverse = new Float64Array(12);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) inverse[row * 4 + column] = m[column * 4 + row];
    inverse[row * 4 + 3] = -(m[row] * m[3] + m[4 + row] * m[7] + m[8 + row] * m[11]);
  }
  return inverse;
}
