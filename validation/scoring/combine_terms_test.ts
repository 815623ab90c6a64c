import assert from "node:assert/strict";
import fc from "fast-check";
import { combineTerms } from "./combine_terms.ts";

Deno.test("combineTerms() gives the original's sum", () => {
  // 0.75 · 0.8 + 0.2 · 0.9 + 0.025 / 2 + 0.025 · 0.7 / 2
  const score = combineTerms({ quality: 0.8, alignment: 0.9, ssim: 0.83, lpips: 0.7 });
  assert.ok(Math.abs(score - 0.80125) < 1e-12);
});

Deno.test("combineTerms() is 0 below the alignment floor and not at it", () => {
  const terms = { quality: 1, ssim: 1, lpips: 1 };
  assert.equal(combineTerms({ ...terms, alignment: 0.2999 }), 0);
  assert.ok(combineTerms({ ...terms, alignment: 0.3 }) > 0.8);
});

Deno.test("combineTerms() stays within 0 and 1 for any finite terms", () => {
  const term = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(fc.property(term, term, term, term, (quality, alignment, ssim, lpips) => {
    const score = combineTerms({ quality, alignment, ssim, lpips });
    return score >= 0 && score <= 1;
  }));
});

for (const name of ["quality", "alignment", "ssim", "lpips"]) {
  Deno.test(`combineTerms() refuses a ${name} that is not a number`, () => {
    const terms = { quality: 1, alignment: 1, ssim: 1, lpips: 1, [name]: NaN };
    assert.throws(() => combineTerms(terms), RangeError);
  });
}
