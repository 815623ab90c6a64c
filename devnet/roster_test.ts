import assert from "node:assert/strict";
import { devnetGenesis, devnetNeurons } from "./genesis.ts";
import { devnetRoster, minerQuality } from "./roster.ts";

function roster(minerCount: number) {
  return devnetRoster({
    folder: "/state",
    seed: 1,
    netuid: 17,
    minerCount,
    ports: {
      chain: 1,
      collector: 2,
      promptGenerator: 3,
      validation: 4,
      validatorAxon: 5,
      validatorApi: 6,
      generation: Array.from({ length: minerCount }, (_, index) => 10 + index),
      miner: Array.from({ length: minerCount }, (_, index) => 30 + index),
    },
  });
}

Deno.test("devnetRoster() names every part once, and only parts as needs", () => {
  const entries = roster(3);
  const names = entries.map(({ plan }) => plan.name);
  assert.equal(new Set(names).size, names.length);
  assert.equal(names.length, 4 + 2 * 3);
  for (const { needs } of entries) for (const need of needs) assert.ok(names.includes(need), need);
});

Deno.test("devnetRoster() gives no part more than it needs", () => {
  for (const { plan: { name, args } } of roster(2)) {
    assert.ok(!args.includes("-A") && !args.includes("--allow-all"), name);
    assert.ok(args.includes("--allow-net=127.0.0.1"), name);
    const permissions = args.filter((text) => text.startsWith("--allow-"));
    for (const text of permissions) {
      assert.match(text, /^--allow-(env$|net=|read=\/|write=\/state\/)/, `${name}: ${text}`);
    }
    if (name.startsWith("miner")) {
      assert.ok(permissions.includes(`--allow-read=/state/wallets/${name}`), name);
      assert.ok(!permissions.some((text) => text.startsWith("--allow-write")), name);
    }
  }
});

Deno.test("the first miner is the best and the second the poorest", () => {
  const qualities = [0, 1, 2, 3].map(minerQuality);
  assert.equal(Math.max(...qualities), qualities[0]);
  assert.equal(Math.min(...qualities), qualities[1]);
  assert.equal(minerQuality(4), qualities[0]);
});

Deno.test("a seed gives the same neurons again, another seed others", () => {
  const hotkeys = (seed: number) => devnetNeurons(seed, 2).map(({ hotkey }) => hotkey);
  assert.deepEqual(hotkeys(1), hotkeys(1));
  assert.equal(new Set([...hotkeys(1), ...hotkeys(2)]).size, 6);
  const { neurons } = devnetGenesis(devnetNeurons(1, 2));
  assert.deepEqual(neurons?.map(({ hotkey }) => hotkey), hotkeys(1));
  assert.deepEqual(neurons?.map(({ stakeRao }) => stakeRao! > 0n), [true, false, false]);
});
