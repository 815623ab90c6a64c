/**
 * All that the embedded chain knows, and how it is kept in a file.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { replaceFile } from "@threegen/service";
import { z } from "zod";
import { isAddress } from "../wallet/ss58.ts";

const u16 = z.int().min(0).max(65535);
const block = z.int().min(0);
const rao = z.codec(z.string().regex(/^\d{1,20}$/), z.bigint(), {
  decode: (text) => BigInt(text),
  encode: (amount) => amount.toString(),
});
const address = z.string().refine(isAddress, "is not an SS58 address");
const sparseRow = z.array(z.tuple([u16, u16]));

const NeuronState = z.object({
  hotkey: address,
  coldkey: address,
  registeredAtBlock: block,
  lastUpdateBlock: block,
  hasValidatorPermit: z.boolean(),
  incentive: u16,
  dividends: u16,
  emissionRao: rao,
  pruningScore: u16,
  weights: sparseRow,
  bonds: sparseRow,
  axon: z.object({ ip: z.string(), port: u16, version: z.int().min(0), block }).optional(),
});

const SubnetRulesState = z.object({
  tempo: u16,
  weightsRateLimitBlocks: z.int().min(0),
  servingRateLimitBlocks: z.int().min(0),
  minAllowedWeights: u16,
  maxWeightLimit: u16,
  weightsVersionKey: rao,
  commitRevealEnabled: z.boolean(),
  stakeThresholdRao: rao,
  maxUids: u16,
  maxValidators: u16,
  immunityPeriodBlocks: z.int().min(0),
  activityCutoffBlocks: z.int().min(0),
  kappa: u16,
  bondsMovingAverage: z.int().min(0).max(1_000_000),
  registrationAllowed: z.boolean(),
  maxRegistrationsPerBlock: z.int().min(0),
  targetRegistrationsPerInterval: z.int().min(0),
  adjustmentIntervalBlocks: z.int().min(1),
  minBurnRao: rao,
  maxBurnRao: rao,
  emissionPerBlockRao: rao,
  ownerCut: u16,
  validatorTake: u16,
});

/** The chain's state as the file holds it; decoded, amounts are bigint. */
export const ChainState = z.object({
  format: z.literal("threegen-embedded-chain/1"),
  /** 32 bytes of hex; every signed call names it, so that none can be replayed elsewhere. */
  genesisHash: z.string().regex(/^0x[0-9a-f]{64}$/),
  block,
  netuid: u16,
  rules: SubnetRulesState,
  /** Price of a registration. */
  burnRao: rao,
  registrationsThisBlock: z.int().min(0),
  registrationsThisInterval: z.int().min(0),
  lastAdjustmentBlock: block,
  /** Minted since the last epoch and not paid yet. */
  pendingEmissionRao: rao,
  lastEpochBlock: block,
  /** The subnet's owner, who gets the owner's cut as stake on the hotkey. */
  owner: z.object({ hotkey: address, coldkey: address }).optional(),
  neurons: z.array(NeuronState),
  accounts: z.record(z.string(), z.object({ freeRao: rao, nonce: z.int().min(0) })),
  /** Hotkey to the coldkey that owns it. */
  owners: z.record(z.string(), z.string()),
  /** Hotkey to coldkey to staked amount. */
  stakes: z.record(z.string(), z.record(z.string(), rao)),
});
/** The chain's state in memory. */
export type ChainState = z.output<typeof ChainState>;
/** One neuron of the state. */
export type NeuronState = z.output<typeof NeuronState>;

/**
 * Reads a state file; nothing when it does not exist.
 *
 * @throws {ConfigError} When it cannot be read or is not a chain's state.
 */
export async function readChainState(path: string): Promise<ChainState | undefined> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return undefined;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot read chain state ${path}: ${why}`, { cause });
  }
  const refuse = (why: string, cause?: unknown) =>
    new ConfigError(
      `Cannot read chain state ${path}: ${why}; delete the file to start a new chain`,
      { cause },
    );
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw refuse("it is not JSON", cause);
  }
  const result = ChainState.safeDecode(parsed as z.input<typeof ChainState>);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw refuse(`${issue.path.join(".") || "its content"}: ${issue.message}`, result.error);
  }
  return result.data;
}

/** Writes a state file so that a crash leaves the old or the new one, never a torn one. */
export async function writeChainState(path: string, state: ChainState): Promise<void> {
  await replaceFile(path, JSON.stringify(ChainState.encode(state)));
}
