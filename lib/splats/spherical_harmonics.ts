/**
 * Real spherical harmonics in the order and with the signs of the 3DGS code family.
 *
 * @module
 */
import type { ShDegree } from "./cloud.ts";

const SH_C1 = 0.4886025119029199;
const SH_C2 = [1.0925484305920792, 0.31539156525252005, 0.5462742152960396] as const;
const SH_C3 = [
  0.5900435899266435,
  2.890611442640554,
  0.4570457994644658,
  0.3731763325901154,
  1.445305721320277,
] as const;

/**
 * Writes the harmonics of degrees 1 to `degree` in the unit direction (x, y, z) to `basis`:
 * 3, 8 or 15 values.
 */
export function evaluateHarmonics(
  degree: ShDegree,
  x: number,
  y: number,
  z: number,
  basis: Float64Array,
): void {
  if (degree < 1) return;
  basis[0] = -SH_C1 * y;
  basis[1] = SH_C1 * z;
  basis[2] = -SH_C1 * x;
  if (degree < 2) return;
  const xx = x * x;
  const yy = y * y;
  const zz = z * z;
  basis[3] = SH_C2[0] * x * y;
  basis[4] = -SH_C2[0] * y * z;
  basis[5] = SH_C2[1] * (2 * zz - xx - yy);
  basis[6] = -SH_C2[0] * x * z;
  basis[7] = SH_C2[2] * (xx - yy);
  if (degree < 3) return;
  basis[8] = -SH_C3[0] * y * (3 * xx - yy);
  basis[9] = SH_C3[1] * x * y * z;
  basis[10] = -SH_C3[2] * y * (4 * zz - xx - yy);
  basis[11] = SH_C3[3] * z * (2 * zz - 3 * xx - 3 * yy);
  basis[12] = -SH_C3[2] * x * (4 * zz - xx - yy);
  basis[13] = SH_C3[4] * z * (xx - yy);
  basis[14] = -SH_C3[0] * x * (xx - 3 * yy);
}
