/**
 * The embedded chain's HTTP contract. Amounts of 64 bits travel as decimal text.
 *
 * | Route | Answer |
 * |---|---|
 * | `GET /v1/head` | {@linkcode HeadBody} |
 * | `GET /v1/accounts/:address` | {@linkcode AccountBody} |
 * | `GET /v1/subnets/:netuid/metagraph` | {@linkcode MetagraphBody} |
 * | `GET /v1/subnets/:netuid/hyperparameters` | {@linkcode HyperparametersBody} |
 * | `GET /v1/subnets/:netuid/neurons/:uid/weights` | {@linkcode WeightsBody} |
 * | `POST /v1/extrinsics` | {@linkcode InclusionBody}, or a problem `chain/<error name>` |
 *
 * @module
 */
import type { Coldkey, Hotkey, Netuid, Uid } from "@threegen/domain";
import { z } from "zod";

const u16 = z.int().min(0).max(65535);
/** The chain vouches for identities; here only their shape is checked. */
const uid = u16 as unknown as z.ZodType<Uid, Uid>;
const netuid = u16 as unknown as z.ZodType<Netuid, Netuid>;
const hotkey = z.string() as unknown as z.ZodType<Hotkey, Hotkey>;
const coldkey = z.string() as unknown as z.ZodType<Coldkey, Coldkey>;
const block = z.int().min(0);
const amount = z.codec(z.string().regex(/^\d{1,30}$/), z.bigint(), {
  decode: (text) => BigInt(text),
  encode: (value) => value.toString(),
});

/** Answer of `GET /v1/head`. */
export const HeadBody = z.object({ block, genesisHash: z.string(), netuid });

/** Answer of `GET /v1/accounts/:address`. */
export const AccountBody = z.object({ freeRao: amount, nonce: z.int().min(0) });

/** Answer of `GET /v1/subnets/:netuid/metagraph`. */
export const MetagraphBody = z.object({
  netuid,
  block,
  neurons: z.array(z.object({
    uid,
    hotkey,
    coldkey,
    stakeRao: amount,
    hasValidatorPermit: z.boolean(),
    incentive: z.number(),
    dividends: z.number(),
    emissionRao: amount,
    lastUpdateBlock: block,
    axon: z.object({ ip: z.string(), port: u16, version: z.int().min(0), block }),
  })),
});

/** Answer of `GET /v1/subnets/:netuid/hyperparameters`. */
export const HyperparametersBody = z.object({
  tempo: u16,
  weightsRateLimitBlocks: z.int(),
  servingRateLimitBlocks: z.int(),
  minAllowedWeights: u16,
  maxWeightLimit: u16,
  weightsVersionKey: amount,
  commitRevealEnabled: z.boolean(),
  stakeThresholdRao: amount,
  maxUids: u16,
});

/** Answer of `GET /v1/subnets/:netuid/neurons/:uid/weights`. */
export const WeightsBody = z.array(z.tuple([uid, u16]));

/** Answer of `POST /v1/extrinsics`. */
export const InclusionBody = z.object({ block });
