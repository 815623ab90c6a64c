import assert from "node:assert/strict";
import { boundaryProblem } from "./room_boundaries.ts";

Deno.test("boundaryProblem() lets arrows go down only", () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["/repo/lib/splats/ply.ts", "@threegen/domain", false],
    ["/repo/lib/chain/client.ts", "@threegen/domain", true],
    ["/repo/generation/app.ts", "@threegen/chain", false],
    ["/repo/neurons/miner/worker.ts", "@threegen/generation/client", true],
    ["/repo/neurons/miner/worker.ts", "@threegen/generation", false],
    ["/repo/neurons/validator/main.ts", "@threegen/validation/client", true],
    ["/repo/neurons/validator/main.ts", "@threegen/validation", false],
    ["/repo/devnet/devnet.ts", "@threegen/validator", true],
    ["/repo/neurons/miner/worker.ts", "@threegen/chain/testing", false],
    ["/repo/neurons/miner/worker_test.ts", "@threegen/chain/testing", true],
    ["/repo/neurons/miner/worker.ts", "../validator/validator.ts", false],
    ["/repo/neurons/validator/tasks/deck.ts", "../miners/registry.ts", true],
    ["/repo/lib/chain/wallet/signer.ts", "hono", true],
  ];
  for (const [file, specifier, allowed] of cases) {
    assert.equal(
      boundaryProblem(file, specifier) === undefined,
      allowed,
      `${file} -> ${specifier}`,
    );
  }
});
