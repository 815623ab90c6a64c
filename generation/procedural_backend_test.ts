import assert from "node:assert/strict";
import { decodePly, decodeSpz404 } from "@threegen/splats";
import { granted } from "@threegen/service/testing";
import { ProceduralBackend } from "./procedural_backend.ts";

// A worker loads its module from a file.
const ignore = !granted("read");
const never = new AbortController().signal;

Deno.test({
  name: "ProceduralBackend makes the same file again for the same prompt and seed",
  ignore,
  async fn() {
    await using backend = new ProceduralBackend({ quality: 0.2 });
    const request = { prompt: "a red apple", seed: 5, format: "ply", signal: never } as const;
    const first = await backend.generate(request);
    const second = await backend.generate(request);
    assert.equal(decodePly(first.bytes).count, first.gaussians);
    assert.deepEqual(first.bytes, second.bytes);
    const other = await backend.generate({ ...request, seed: 6 });
    assert.notDeepEqual(first.bytes, other.bytes);
  },
});

Deno.test({
  name: "ProceduralBackend writes SPZ when asked",
  ignore,
  async fn() {
    await using backend = new ProceduralBackend({ quality: 0.2 });
    const { bytes, gaussians } = await backend.generate({
      prompt: "a red apple",
      seed: 5,
      format: "spz",
      signal: never,
    });
    assert.equal(decodeSpz404(bytes).count, gaussians);
  },
});

Deno.test({
  name: "ProceduralBackend stops its worker when the caller goes away, and works again",
  ignore,
  async fn() {
    await using backend = new ProceduralBackend({ quality: 0.2 });
    const caller = new AbortController();
    const request = { prompt: "a castle", seed: 5, format: "ply" } as const;
    const pending = backend.generate({ ...request, signal: caller.signal });
    caller.abort(new Error("gone"));
    await assert.rejects(pending, /gone/);
    const { gaussians } = await backend.generate({ ...request, signal: never });
    assert.ok(gaussians > 0);
  },
});

Deno.test({
  name: "ProceduralBackend rejects a call in progress when it is disposed of",
  ignore,
  async fn() {
    const backend = new ProceduralBackend({ quality: 0.2 });
    const request = { prompt: "a castle", seed: 5, format: "ply", signal: never } as const;
    const pending = backend.generate(request);
    await Promise.all([
      assert.rejects(pending, /is closed/),
      backend[Symbol.asyncDispose](),
    ]);
    await assert.rejects(backend.generate(request), /is closed/);
  },
});

Deno.test("ProceduralBackend rejects a quality out of range", () => {
  assert.throws(() => new ProceduralBackend({ quality: 0 }), RangeError);
  assert.throws(() => new ProceduralBackend({ quality: 1.1 }), RangeError);
});
