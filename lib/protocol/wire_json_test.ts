import { RequestError } from "@threegen/domain";
import fc from "fast-check";
import assert from "node:assert/strict";
import { parseWireJson, stringifyWireJson } from "./wire_json.ts";

Deno.test("parseWireJson() keeps whole numbers beyond 2^53 exact and leaves the rest alone", () => {
  assert.deepEqual(
    parseWireJson(
      '{"a":1735689600000000001,"b":[-9007199254740993,1.0,1e300,9007199254740991],"c":"12345678901234567890"}',
    ),
    {
      a: 1_735_689_600_000_000_001n,
      b: [-9_007_199_254_740_993n, 1, 1e300, 9_007_199_254_740_991],
      c: "12345678901234567890",
    },
  );
});

Deno.test("parseWireJson() gives back what stringifyWireJson() wrote", () => {
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Object.is(x, -0)),
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value")),
      fc.dictionary(fc.string().filter((key) => key !== "__proto__"), tie("value"), {
        noNullPrototype: true,
      }),
    ),
  })).value;
  fc.assert(fc.property(value, (item) => {
    // A double beyond 2^53 is printed as a whole number, and so is read back as one.
    const expected = JSON.stringify(item, (_key, x) => typeof x === "bigint" ? `${x}` : x);
    const parsed = parseWireJson(stringifyWireJson(item));
    if (!/\d{16}/.test(expected)) assert.deepEqual(parsed, item);
    assert.equal(stringifyWireJson(parsed), stringifyWireJson(item));
  }));
});

Deno.test("parseWireJson() refuses what is too deep, too many or no JSON", () => {
  const refused = (text: string, why: RegExp) =>
    assert.throws(
      () => parseWireJson(text),
      (error) => error instanceof RequestError && error.status === 400 && why.test(error.message),
    );
  refused("[".repeat(1_000_000), /deeper than 32/);
  refused(`[${"[],".repeat(10_000)}[]]`, /more than 10000 values/);
  refused(`[${"1,".repeat(10_000)}1]`, /more than 10000 values/);
  refused("9".repeat(1_000_000), /digits/);
  refused("{", /not JSON/);
  refused("", /not JSON/);
  refused("NaN", /not JSON/);
  refused('"open', /not JSON/);
  refused('{"a":1}x', /not JSON/);
});

Deno.test("parseWireJson() is not fooled by brackets and quotes inside texts", () => {
  const text = JSON.stringify({ a: '[{"\\'.repeat(50), b: "\\\\", c: '"', d: ",".repeat(20_000) });
  assert.deepEqual(parseWireJson(text), JSON.parse(text));
});
