import assert from "node:assert/strict";
import { ACCEPTANCE_THRESHOLD } from "@threegen/domain";
import { CpuRenderer, ReferenceRenderer, type SplatRenderer } from "@threegen/splats/render";
import { encodePly, encodeSpz404, type GaussianCloud } from "@threegen/splats";
import { granted } from "@threegen/service/testing";
import { LocalAssessor } from "../local_assessor.ts";
import { madeCloud, type MadeCloudOptions } from "../testing/made_clouds.ts";
import { createHeuristicScorer } from "./heuristic_scorer.ts";

/** A score at which an asset counts as good: clearly above acceptance. */
const GOOD = 0.75;

/** The renderer of the service; without a permission to read, its workers cannot start. */
function testRenderer(): SplatRenderer {
  return granted("read") ? new CpuRenderer() : new ReferenceRenderer();
}

async function scoreOf(cloud: GaussianCloud | Uint8Array, prompt: string, views = 8, size = 256) {
  await using assessor = new LocalAssessor({
    renderer: testRenderer(),
    scorer: createHeuristicScorer(),
    views: { views, sizePixels: size },
  });
  const bytes = new Uint8Array(cloud instanceof Uint8Array ? cloud : encodePly(cloud));
  const answer = await assessor.assess({
    prompt,
    asset: { bytes, compression: 0 },
    singlePreview: false,
    gridPreview: false,
    previewScoreThreshold: 1,
  });
  assert.equal(answer.asset_error, null);
  return answer;
}

const SOUND: readonly (readonly [string, MadeCloudOptions])[] = [
  ["sound", {}],
  ["sound, of many splats", { count: 40_000 }],
  ["sound, of half-transparent splats that overlap", { opacity: 0.5 }],
  ["a little rough", { displacement: 0.02 }],
];

for (const [what, options] of SOUND) {
  Deno.test(`the heuristic scorer finds an asset good that is ${what}`, async () => {
    const { score } = await scoreOf(madeCloud(options), "a red snowman");
    assert.ok(score >= GOOD, `score ${score}`);
  });
}

const POOR: readonly (readonly [string, MadeCloudOptions])[] = [
  ["displaced", { displacement: 0.06 }],
  ["noisy in colour", { colourNoise: 0.2 }],
  ["full of holes", { splatSize: 0.3 }],
  ["surrounded by stray splats", { strays: 0.05 }],
  ["a faint veil", { opacity: 0.06 }],
  ["a little of everything", {
    displacement: 0.03,
    colourNoise: 0.1,
    strays: 0.02,
    splatSize: 0.6,
  }],
];

for (const [what, options] of POOR) {
  Deno.test(`the heuristic scorer does not accept an asset that is ${what}`, async () => {
    const { score } = await scoreOf(madeCloud(options), "a red snowman");
    assert.ok(score < ACCEPTANCE_THRESHOLD, `score ${score}`);
  });
}

Deno.test("the heuristic scorer is as strict at the real thing's size", async () => {
  const good = await scoreOf(madeCloud({ count: 20_000 }), "a red snowman", 4, 518);
  assert.ok(good.score >= GOOD, `score ${good.score}`);
  const poor = await scoreOf(madeCloud({ displacement: 0.06 }), "a red snowman", 4, 518);
  assert.ok(poor.score < ACCEPTANCE_THRESHOLD, `score ${poor.score}`);
});

Deno.test("the heuristic scorer sees whether a named colour is there", async () => {
  const red = madeCloud();
  const right = await scoreOf(red, "a red snowman", 4, 128);
  const wrong = await scoreOf(red, "a blue snowman", 4, 128);
  const unnamed = await scoreOf(red, "a snowman", 4, 128);
  assert.equal(right.alignment_score, 1);
  assert.ok(wrong.alignment_score < 0.4);
  assert.ok(right.score > unnamed.score && unnamed.score > wrong.score + 0.05);
});

Deno.test("the heuristic scorer scores an asset alike, packed as PLY and as SPZ", async () => {
  const cloud = madeCloud();
  await using assessor = new LocalAssessor({
    renderer: testRenderer(),
    scorer: createHeuristicScorer(),
    views: { views: 4, sizePixels: 128 },
  });
  const request = {
    prompt: "a red snowman",
    singlePreview: false,
    gridPreview: false,
    previewScoreThreshold: 1,
  };
  const bytes = new Uint8Array(await encodeSpz404(cloud));
  const spz = await assessor.assess({ ...request, asset: { bytes, compression: 2 } });
  const ply = await scoreOf(cloud, "a red snowman", 4, 128);
  assert.equal(spz.asset_error, null);
  assert.ok(Math.abs(spz.score - ply.score) < 0.03, `${spz.score} and ${ply.score}`);
});

// The optional data folder beside the checkout.
const DATA = new URL("../../../shared/data/splats/", import.meta.url);

function bytesOf(name: string): Uint8Array | undefined {
  if (!granted("read")) return undefined;
  try {
    return Deno.readFileSync(new URL(name, DATA));
  } catch {
    return undefined; // The test below says that it is skipped.
  }
}

for (const [name, prompt] of [["hamburger.ply", "a hamburger"], ["monkey.ply", "a monkey"]]) {
  const bytes = bytesOf(name);
  Deno.test({
    name: `the heuristic scorer finds the real ${name} good${
      bytes ? "" : " (skipped: no data folder beside the checkout)"
    }`,
    ignore: bytes === undefined,
    async fn() {
      const { score } = await scoreOf(bytes!, prompt);
      assert.ok(score >= GOOD, `score ${score}`);
    },
  });
}
