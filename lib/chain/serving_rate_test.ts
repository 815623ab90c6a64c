import { ChainError } from "@threegen/domain";
import assert from "node:assert/strict";
import { checkServingRate, ServingTooEarlyError } from "./serving_rate.ts";

const moment = {
  action: "serve axon 203.0.113.7:8091 of 5F on netuid 17",
  announcedAtBlock: 100,
  rateLimitBlocks: 50,
  nextBlock: 101,
};

Deno.test("checkServingRate() says how many blocks remain until the chain would accept", () => {
  assert.throws(() => checkServingRate(moment), (error: unknown) => {
    assert.ok(error instanceof ServingTooEarlyError && error instanceof ChainError);
    assert.equal(error.blocksLeft, 49);
    assert.equal(error.chainErrorName, "ServingRateLimitExceeded");
    assert.equal(
      error.message,
      "Cannot serve axon 203.0.113.7:8091 of 5F on netuid 17: the axon was announced at block " +
        "100, and the subnet allows that every 50 blocks (ServingRateLimitExceeded); try again " +
        "in 49 blocks",
    );
    return true;
  });
  assert.throws(() => checkServingRate({ ...moment, nextBlock: 149 }), /try again in 1 block$/);
  checkServingRate({ ...moment, nextBlock: 150 });
});

Deno.test("checkServingRate() allows the first announcement, and any where there is no limit", () => {
  checkServingRate({ ...moment, announcedAtBlock: 0, nextBlock: 1 });
  checkServingRate({ ...moment, announcedAtBlock: 101, rateLimitBlocks: 0 });
});
