import { granted } from "@threegen/service/testing";
import { encodePly } from "@threegen/splats";
import assert from "node:assert/strict";
import { join } from "node:path";
import { madeCloud } from "./testing/made_clouds.ts";

Deno.test("the score tool says of every broken asset that it scores 0, and why, in JSON", {
  ignore: !granted("run", "read", "write", "env"),
}, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const whole = encodePly(madeCloud());
    const files: Readonly<Record<string, Uint8Array>> = {
      "truncated.ply": whole.subarray(0, whole.length - 100),
      "garbage.ply": new TextEncoder().encode("this is no splat file"),
      "broken.spz": Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3),
      "empty.ply": new Uint8Array(),
    };
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await Deno.writeFile(path, content);
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "-A",
          "--quiet",
          new URL("./score_tool.ts", import.meta.url).href,
          path,
          "--prompt=a ball",
          "--json",
        ],
      }).output();
      assert.equal(code, 1, new TextDecoder().decode(stderr));
      const result = JSON.parse(new TextDecoder().decode(stdout));
      assert.equal(result.score, 0, name);
      assert.match(result.asset_error.code, /^asset\//, name);
      assert.match(result.asset_error.message, /^Cannot /, name);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
