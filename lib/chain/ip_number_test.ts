import assert from "node:assert/strict";
import fc from "fast-check";
import { fromIpNumber, toIpNumber } from "./ip_number.ts";

Deno.test("toIpNumber() reads IPv4 into the low 32 bits", () => {
  assert.deepEqual(toIpNumber("203.0.113.7"), { value: 3405803783n, version: 4 });
  assert.deepEqual(toIpNumber("0.0.0.0"), { value: 0n, version: 4 });
});

Deno.test("toIpNumber() reads every form of IPv6", () => {
  assert.deepEqual(toIpNumber("::1"), { value: 1n, version: 6 });
  assert.deepEqual(toIpNumber("2001:db8::ff00:42:8329"), {
    value: 0x20010db8000000000000ff0000428329n,
    version: 6,
  });
  assert.equal(toIpNumber("::ffff:1.2.3.4")?.value, 0xffff_0102_0304n);
  assert.equal(toIpNumber("::")?.value, 0n);
});

Deno.test("toIpNumber() refuses what is no address", () => {
  for (const text of ["", "1.2.3", "256.1.1.1", "01.2.3.4", "localhost", "::1::", "1:2", "[::1]"]) {
    assert.equal(toIpNumber(text), undefined, text);
  }
});

Deno.test("fromIpNumber() and toIpNumber() are inverse", () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: (1n << 32n) - 1n }), (value) => {
    assert.equal(toIpNumber(fromIpNumber(value, 4))?.value, value);
  }));
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (value) => {
    assert.equal(toIpNumber(fromIpNumber(value, 6))?.value, value);
  }));
});
