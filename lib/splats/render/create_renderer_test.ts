import assert from "node:assert/strict";
import { granted } from "@threegen/service/testing";
import type { Image } from "../mod.ts";
import { sceneCamera, tinyCloud } from "../testing/mod.ts";
import { createRenderer, ReferenceRenderer, type SplatRenderer, WebGpuError } from "./mod.ts";
import { FallbackRenderer } from "./fallback_renderer.ts";

/** Runs with a machine whose only adapter is the one given, or none. */
async function withAdapter(adapter: GPUAdapter | null, run: () => Promise<void>) {
  const { requestAdapter } = GPU.prototype;
  GPU.prototype.requestAdapter = () => Promise.resolve(adapter);
  try {
    await run();
  } finally {
    GPU.prototype.requestAdapter = requestAdapter;
  }
}

Deno.test("createRenderer() says that it draws on the CPU when there is no GPU", async () => {
  await withAdapter(null, async () => {
    const lines: string[] = [];
    await using renderer = await createRenderer({
      workers: 1,
      onChoice: (line) => lines.push(line),
    });
    assert.equal(renderer.name, "cpu, 1 worker");
    assert.match(lines[0], /^No WebGPU renderer: no adapter/);
    assert.equal(lines[1], "Drawing on the CPU: cpu, 1 worker");
  });
});

for (const description of ["llvmpipe (LLVM 15.0.6, 256 bits)", "SwiftShader Device"]) {
  Deno.test(`createRenderer() never takes ${description} for a GPU`, async () => {
    const adapter = { info: { description, isFallbackAdapter: false } } as unknown as GPUAdapter;
    await withAdapter(adapter, async () => {
      const lines: string[] = [];
      await using renderer = await createRenderer({ onChoice: (line) => lines.push(line) });
      assert.match(renderer.name, /^cpu/);
      assert.match(lines[0], /the only adapter is software/);
      await assert.rejects(createRenderer({ backend: "webgpu" }), {
        name: "WebGpuError",
        fault: "unavailable",
        message: /software.*; use cpu or auto$/,
      });
    });
  });
}

Deno.test("createRenderer() draws on the CPU when the driver fails", async () => {
  const adapter = {
    info: { description: "A card", isFallbackAdapter: false },
    limits: {},
    features: new Set(),
    requestDevice: () => Promise.reject(new Error("no queue")),
  } as unknown as GPUAdapter;
  await withAdapter(adapter, async () => {
    const lines: string[] = [];
    await using renderer = await createRenderer({ onChoice: (line) => lines.push(line) });
    assert.match(renderer.name, /^cpu/);
    assert.equal(lines[0], "No WebGPU renderer: no queue");
  });
});

Deno.test("createRenderer() opens the backend that is asked for", async () => {
  await using reference = await createRenderer({ backend: "reference" });
  await using cpu = await createRenderer({ backend: "cpu", workers: 2 });
  assert.deepEqual([reference.name, cpu.name], ["reference", "cpu, 2 workers"]);
});

Deno.test({
  name: "createRenderer() draws a picture whatever the machine has",
  ignore: !granted("read"),
  fn: async () => {
    await using renderer = await createRenderer({ workers: 1 });
    const [{ rgba }] = await renderer.render(tinyCloud(), [sceneCamera(16)]);
    assert.ok(rgba.some((value) => value < 255));
  },
});

/** Fails in the ways that are given, in turn, and draws when there are none left. */
class FailingRenderer implements SplatRenderer {
  readonly name = "failing";
  isDisposed = false;
  readonly #failures: Error[];

  constructor(failures: Error[]) {
    this.#failures = failures;
  }

  render(): Promise<Image[]> {
    const failure = this.#failures.shift();
    return failure ? Promise.reject(failure) : Promise.resolve([]);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.isDisposed = true;
    return Promise.resolve();
  }
}

Deno.test("FallbackRenderer draws on the CPU what the GPU cannot, and goes back to the GPU", async () => {
  const gpu = new FailingRenderer([
    new WebGpuError("lost", "Lost"),
    new RangeError("Too large"),
  ]);
  const lines: string[] = [];
  const renderer = new FallbackRenderer(
    gpu,
    () => new ReferenceRenderer(),
    (line) => lines.push(line),
  );
  const widths = async () =>
    (await renderer.render(tinyCloud(), [sceneCamera(8)])).map(({ width }) => width);
  assert.deepEqual(await widths(), [8]);
  assert.deepEqual(await widths(), [8]);
  assert.deepEqual(await widths(), [], "the GPU's own answer");
  assert.deepEqual(lines, [
    "Lost. Drawing on the CPU instead",
    "Too large. Drawing on the CPU instead",
  ]);
  assert.equal(renderer.name, "failing");
  await renderer[Symbol.asyncDispose]();
  assert.ok(gpu.isDisposed);
});

Deno.test("FallbackRenderer gives up a GPU that is gone, and hides no other failure", async () => {
  const gpu = new FailingRenderer([
    new Error("a bug"),
    new WebGpuError("unavailable", "Gone"),
    new Error("is not asked again"),
  ]);
  await using renderer = new FallbackRenderer(gpu, () => new ReferenceRenderer(), () => {});
  const draw = () => renderer.render(tinyCloud(), [sceneCamera(8)]);
  await assert.rejects(draw(), /a bug/);
  assert.equal((await draw()).length, 1);
  assert.equal((await draw()).length, 1);
  assert.ok(gpu.isDisposed);
  assert.equal(renderer.name, "reference");
});
