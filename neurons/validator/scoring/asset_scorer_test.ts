import { type Uid, UnavailableError } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import { ValidationClient } from "@threegen/validation/client";
import assert from "node:assert/strict";
import { FakeValidation } from "../testing/fake_validation.ts";
import { AssetScorer } from "./asset_scorer.ts";

const DEV_SCORER = { name: "heuristic", version: "1", dev: true };

function scorerOf(endpoints: readonly FakeValidation[], allowsDevScorer = false): AssetScorer {
  return new AssetScorer({
    endpoints: endpoints.map(({ fetch }, index) =>
      new ValidationClient({ endpoint: `http://scorer${index}`, fetch })
    ),
    clock: new FakeClock(),
    qualityThreshold: 0.6,
    allowsDevScorer,
  });
}

const toScore = (uid: number) => ({
  uid: uid as Uid,
  prompt: "a pink bicycle",
  asset: new Uint8Array([1, 2, 3]),
  compression: 2 as const,
});

function away(): never {
  throw new TypeError("connection refused");
}

Deno.test("AssetScorer shares miners out over the endpoints by uid", async () => {
  const endpoints = [new FakeValidation(), new FakeValidation(), new FakeValidation()];
  const scorer = scorerOf(endpoints);
  for (const uid of [0, 1, 2, 4, 7]) await scorer.score(toScore(uid));
  assert.deepEqual(endpoints.map(({ requests }) => requests.length), [1, 3, 1]);
  assert.equal(endpoints[0].requests[0].data, "AQID");
});

Deno.test("AssetScorer goes on to the next endpoint when one is away", async () => {
  const endpoints = [new FakeValidation(), new FakeValidation()];
  endpoints[0].scoring = away;
  assert.equal((await scorerOf(endpoints).score(toScore(0))).score, 0.9);
  assert.equal(endpoints[1].requests.length, 1);
});

Deno.test("AssetScorer throws UnavailableError, never a zero, when every endpoint is away", async () => {
  const endpoints = [new FakeValidation(), new FakeValidation()];
  for (const endpoint of endpoints) endpoint.scoring = away;
  await assert.rejects(scorerOf(endpoints).score(toScore(0)), UnavailableError);
});

Deno.test("AssetScorer hands on why a broken asset scored 0", async () => {
  const endpoint = new FakeValidation();
  endpoint.scoring = () => ({
    score: 0,
    asset_error: { code: "asset/broken", message: "Cannot decode SPZ" },
  });
  const { score, assetError } = await scorerOf([endpoint]).score(toScore(0));
  assert.deepEqual([score, assetError], [0, "Cannot decode SPZ"]);
});

Deno.test("AssetScorer refuses a development scorer outside local networks, until it is gone", async () => {
  const endpoint = new FakeValidation();
  endpoint.scoring = () => ({ score: 1, scorer: DEV_SCORER });
  const scorer = scorerOf([endpoint]);
  await assert.rejects(scorer.score(toScore(0)), UnavailableError);
  assert.match(scorer.refusal!, /development scorer "heuristic"/);

  endpoint.scoring = () => ({ score: 1, scorer: { ...DEV_SCORER, dev: false } });
  assert.equal((await scorer.score(toScore(0))).score, 1);
  assert.equal(scorer.refusal, undefined);
});

Deno.test("AssetScorer takes a development scorer on a local network", async () => {
  const endpoint = new FakeValidation();
  endpoint.scoring = () => ({ score: 1, scorer: DEV_SCORER });
  const scorer = scorerOf([endpoint], true);
  assert.equal((await scorer.score(toScore(0))).score, 1);
  assert.equal(scorer.refusal, undefined);
});
