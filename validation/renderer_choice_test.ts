import { ConfigError } from "@threegen/domain";
import type { OpenWebGpuOptions, WebGpuRenderer } from "@threegen/splats/render";
import assert from "node:assert/strict";
import { settleRenderer } from "./renderer_choice.ts";

/** A machine with or without a GPU; counts what is left open. */
function machine(hasGpu: boolean) {
  let open = 0;
  const openGpu = (options: OpenWebGpuOptions = {}) => {
    options.onChoice?.(hasGpu ? "Drawing with WebGPU: a card" : "No WebGPU renderer: no adapter");
    if (!hasGpu) return Promise.resolve(undefined);
    open++;
    const gpu = { [Symbol.asyncDispose]: () => Promise.resolve(void open--) };
    return Promise.resolve(gpu as unknown as WebGpuRenderer);
  };
  return { openGpu, leftOpen: () => open };
}

Deno.test("settleRenderer() takes the CPU for auto where there is no GPU, and says why", async () => {
  const lines: string[] = [];
  const backend = await settleRenderer("auto", (line) => lines.push(line), machine(false).openGpu);
  assert.equal(backend, "cpu");
  assert.deepEqual(lines, ["No WebGPU renderer: no adapter; drawing on the CPU"]);
});

Deno.test("settleRenderer() keeps auto and webgpu where there is a GPU, and lets go of it", async () => {
  const { openGpu, leftOpen } = machine(true);
  for (const backend of ["auto", "webgpu"] as const) {
    assert.equal(await settleRenderer(backend, assert.fail, openGpu), backend);
    assert.equal(leftOpen(), 0);
  }
});

Deno.test("settleRenderer() refuses webgpu without a GPU; a driver that fails is none", async () => {
  await assert.rejects(
    settleRenderer("webgpu", assert.fail, machine(false).openGpu),
    (error) =>
      error instanceof ConfigError &&
      error.message ===
        "Cannot use --renderer webgpu: No WebGPU renderer: no adapter; use cpu or auto",
  );
  const fails = () => Promise.reject(new Error("driver lost"));
  const lines: string[] = [];
  assert.equal(await settleRenderer("auto", (line) => lines.push(line), fails), "cpu");
  assert.match(lines.join(), /driver lost/);
});

Deno.test("settleRenderer() asks no driver for cpu and reference", async () => {
  for (const backend of ["cpu", "reference"] as const) {
    assert.equal(await settleRenderer(backend, assert.fail, () => assert.fail()), backend);
  }
});
