import assert from "node:assert/strict";
import { granted } from "@threegen/service/testing";
import { FreePorts } from "./free_ports.ts";

Deno.test("FreePorts holds ports that no system hands out by itself, until they are released", {
  ignore: !granted("net"),
}, () => {
  using free = new FreePorts(20);
  assert.equal(new Set(free.ports).size, 20);
  for (const port of free.ports) {
    assert.ok(port < 32_768, `${port}`);
    assert.throws(() => Deno.listen({ hostname: "127.0.0.1", port }), Deno.errors.AddrInUse);
  }
  free.release();
  for (const port of free.ports) Deno.listen({ hostname: "127.0.0.1", port }).close();
});
