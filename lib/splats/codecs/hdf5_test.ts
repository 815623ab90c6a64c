import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { decodeHdf5, encodeHdf5 } from "../mod.ts";
import { testScenes } from "../testing/mod.ts";

// The library is read from disk.
const ignore = !granted("read");

const { cloud } = testScenes().find(({ name }) => name === "sparse")!;

Deno.test({ name: "decodeHdf5() says what is wrong with a file that is cut", ignore }, async () => {
  const whole = await encodeHdf5(cloud);
  await assert.rejects(
    decodeHdf5(whole.slice(0, 300)),
    /^SplatFormatError: Cannot read hdf5: file is "truncated file: eof = 300/,
  );
  assert.deepEqual(await decodeHdf5(whole), cloud);
});

Deno.test({ name: "decodeHdf5() refuses values that do not unpack", ignore }, async () => {
  const broken = await encodeHdf5(cloud);
  // Where zlib of the greatest effort begins.
  const at = broken.findIndex((byte, i) => byte === 0x78 && broken[i + 1] === 0xda);
  assert.ok(at > 0);
  broken.fill(0xff, at + 2, at + 40);
  await assert.rejects(
    decodeHdf5(broken),
    /^SplatFormatError: Cannot read hdf5: file is "filter returned failure/,
  );
});
