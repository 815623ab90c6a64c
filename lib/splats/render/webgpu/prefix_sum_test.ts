import assert from "node:assert/strict";
import { seededRandom } from "@threegen/service";
import { sceneCamera, testScenes } from "../../testing/mod.ts";
import { type Gpu, openGpu } from "./open_gpu.ts";
import type { ShaderName } from "./programs.ts";
import { PASS_BYTES, SCAN_BLOCK } from "./sort_shaders.ts";
import { LENGTH_AT, LENGTHS_BYTES } from "./tile_shaders.ts";
import { WebGpuRenderer } from "./webgpu_renderer.ts";

const plain = await openGpu({ allowSoftware: true, subgroups: false });
const together = await openGpu({ allowSoftware: true, subgroups: true });
const forms = [
  { how: "without subgroups", gpu: plain, ignore: !plain },
  { how: "with subgroups", gpu: together, ignore: !together?.programs.hasSubgroups },
];
const skipped = (ignore: boolean) => ignore ? " (skipped: there is no such device)" : "";

/** Runs the prefix sum of the sort on some values. */
async function sumBefore({ device, programs }: Gpu, values: Uint32Array<ArrayBuffer>) {
  const { STORAGE, UNIFORM, COPY_DST, COPY_SRC, MAP_READ } = GPUBufferUsage;
  const make = (size: number, usage: number) => device.createBuffer({ size, usage });
  const blocks = Math.ceil(values.length / SCAN_BLOCK);
  const list = make(values.byteLength, STORAGE | COPY_DST | COPY_SRC);
  const sums = make(blocks * 4, STORAGE);
  const lengths = make(LENGTHS_BYTES, STORAGE | COPY_DST);
  const job = make(65536, UNIFORM);
  const pass = make(256, UNIFORM | COPY_DST);
  const back = make(values.byteLength, MAP_READ | COPY_DST);
  const buffers = [list, sums, lengths, job, pass, back];
  try {
    device.queue.writeBuffer(list, 0, values);
    device.queue.writeBuffer(lengths, LENGTH_AT.tileCounts * 4, Uint32Array.of(values.length));
    device.queue.writeBuffer(pass, 0, Uint32Array.of(0, 0, LENGTH_AT.tileCounts, 0));
    const common = device.createBindGroup({
      layout: programs.jobLayout,
      entries: [
        { binding: 0, resource: { buffer: job } },
        { binding: 1, resource: { buffer: pass, size: PASS_BYTES } },
      ],
    });
    const encoder = device.createCommandEncoder();
    const compute = encoder.beginComputePass();
    const run = (name: ShaderName, groups: number, used: readonly GPUBuffer[]) => {
      const { pipeline, layout } = programs.byName[name];
      const entries = used.map((buffer, binding) => ({ binding, resource: { buffer } }));
      compute.setPipeline(pipeline);
      compute.setBindGroup(0, common, [0]);
      compute.setBindGroup(1, device.createBindGroup({ layout, entries }));
      compute.dispatchWorkgroups(groups);
    };
    run("sumBlocks", blocks, [lengths, list, sums]);
    run("scanBlocks", 1, [lengths, sums]);
    run("scanValues", blocks, [lengths, sums, list]);
    compute.end();
    encoder.copyBufferToBuffer(list, 0, back, 0, values.byteLength);
    device.queue.submit([encoder.finish()]);
    await back.mapAsync(GPUMapMode.READ);
    return new Uint32Array(back.getMappedRange().slice(0));
  } finally {
    for (const buffer of buffers) buffer.destroy();
  }
}

/** The same in plain code: what would overflow stays at the largest value. */
function expectedSums(values: Uint32Array): Uint32Array {
  let sum = 0;
  return values.map((value) => {
    const before = sum;
    sum = Math.min(sum + value, 0xffffffff);
    return before;
  });
}

for (const { how, gpu, ignore } of forms) {
  Deno.test({
    name: `the GPU's prefix sums are right for lists of any length, ${how}${skipped(ignore)}`,
    ignore,
    async fn() {
      const random = seededRandom(5);
      // One thread, a subgroup and a half, one block and a bit, more blocks than one pass sums.
      for (const length of [1, 13, 256, 2048, 2049, 300 * 2048 + 77]) {
        const values = Uint32Array.from({ length }, () => Math.floor(random() * 6000));
        assert.deepEqual(await sumBefore(gpu!, values), expectedSums(values));
      }
    },
  });

  Deno.test({
    name: `the GPU's prefix sums stop at the largest number, ${how}${skipped(ignore)}`,
    ignore,
    async fn() {
      const values = new Uint32Array(5000).fill(1_000_000);
      const found = await sumBefore(gpu!, values);
      assert.deepEqual(found, expectedSums(values));
      assert.equal(found[4999], 0xffffffff);
    },
  });
}

Deno.test({
  name: `WebGpuRenderer draws the same pixels with subgroups as without${skipped(forms[1].ignore)}`,
  ignore: forms[1].ignore,
  async fn() {
    const pictures = [];
    // The renderers give the devices back.
    for (const gpu of [plain!, together!]) {
      await using renderer = new WebGpuRenderer(gpu);
      const cameras = [sceneCamera(150), sceneCamera(64)];
      const drawn = [];
      for (const { cloud } of testScenes()) {
        drawn.push(await renderer.render(cloud, cameras, { depth: true }));
      }
      pictures.push(drawn);
    }
    assert.deepEqual(pictures[1], pictures[0]);
  },
});

// Runs last.
Deno.test({
  name: "the devices of the prefix sums are given back",
  fn() {
    plain?.device.destroy();
    together?.device.destroy();
  },
});
