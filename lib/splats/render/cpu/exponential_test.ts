import assert from "node:assert/strict";
import { EXP_COEFFICIENTS, POWER_SCALE } from "./exponential.ts";

/** The kernel's exponential in 32-bit floats, as written in kernel.as, without fused steps. */
function kernelExp(x: number): number {
  const f = Math.fround;
  const z = f(x * f(POWER_SCALE));
  const [k0, k1, k2, k3] = EXP_COEFFICIENTS.map(f);
  let value = f(z + k3);
  for (const k of [k2, k1, k0]) value = f(f(value * z) + k);
  for (let i = 0; i < 3; i++) value = f(value * value);
  return value;
}

Deno.test("the kernel's exponential is within 2.3e-5 of e^x on its whole range", () => {
  const least = Math.log(1 / 255);
  let worst = 0;
  for (let i = 0; i <= 1_000_000; i++) {
    const x = (least * i) / 1_000_000;
    worst = Math.max(worst, Math.abs(kernelExp(x) / Math.exp(x) - 1));
  }
  assert.ok(worst < 2.3e-5, `relative error ${worst}`);
  assert.ok(worst > 1e-6, "the bound is of this polynomial, not of an exact one");
});
