/**
 * Extrinsic: one signed call to the embedded chain.
 *
 * The signer signs the exact text of the payload, so both sides agree on the bytes without a
 * canonical form. The text names the chain's genesis, the account's nonce and the block of birth:
 * a call cannot be replayed here, on another chain, or long after.
 *
 * @module
 */
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { ChainError } from "@threegen/domain";
import { z } from "zod";
import { toHex } from "../wallet/secret_key.ts";
import { type Signer, verifySignature } from "../wallet/signer.ts";
import { isAddress } from "../wallet/ss58.ts";

const u16 = z.int().min(0).max(65535);
const address = z.string().refine(isAddress, "is not an SS58 address");
/** A u64 as decimal text, since JSON numbers end at 2^53. */
const u64 = z.string().regex(/^\d{1,20}$/).refine(
  (text) => BigInt(text) < 1n << 64n,
  "exceeds u64",
);

/** What can be called. Amounts and keys of 64 bits are decimal text. */
export const Call = z.discriminatedUnion("name", [
  z.object({ name: z.literal("burned_register"), netuid: u16, hotkey: address }),
  z.object({ name: z.literal("add_stake"), netuid: u16, hotkey: address, amount: u64 }),
  z.object({
    name: z.literal("serve_axon"),
    netuid: u16,
    version: z.int().min(0).max(0xffff_ffff),
    ip: z.string().max(64),
    port: u16,
  }),
  z.object({
    name: z.literal("set_weights"),
    netuid: u16,
    uids: z.array(u16).max(4096),
    weights: z.array(u16).max(4096),
    versionKey: u64,
  }),
]);
/** What can be called. */
export type Call = z.output<typeof Call>;

/** What is signed, as JSON text. */
export const Payload = z.object({
  /** Genesis hash of the chain it is meant for. */
  genesis: z.string(),
  /** How many calls the signer made before. */
  nonce: z.int().min(0),
  /** Block at which it was signed. */
  birth: z.int().min(0),
  call: Call,
});
/** What is signed. */
export type Payload = z.output<typeof Payload>;

/** A signed call as it travels. */
export const Extrinsic = z.object({
  /** SS58 address. */
  signer: address,
  /** The exact text that was signed: a {@linkcode Payload} as JSON. */
  payload: z.string().max(200_000),
  /** `0x` and 128 hex digits. */
  signature: z.string().regex(/^0x[0-9a-f]{128}$/i),
});
/** A signed call as it travels. */
export type Extrinsic = z.output<typeof Extrinsic>;

/** How many blocks a call may wait. Source: the Python SDK's default era, 128. */
export const MORTALITY_BLOCKS = 128;

/** Signs a call. */
export function signExtrinsic(signer: Signer, payload: Payload): Extrinsic {
  const text = JSON.stringify(payload);
  return {
    signer: signer.address,
    payload: text,
    signature: toHex(signer.sign(utf8ToBytes(text))),
  };
}

/**
 * Checks a signature and reads what was signed.
 *
 * @throws {ChainError} `BadProof`, or `CannotDecode` for a payload that is no call.
 */
export function openExtrinsic(extrinsic: Extrinsic): Payload {
  const { signer, payload, signature } = extrinsic;
  const refuse = (name: string, why: string) =>
    new ChainError(name, `Cannot accept call: ${why} (${name})`, { pallet: "Pool" });
  if (!verifySignature(utf8ToBytes(payload), hexToBytes(signature.slice(2)), signer)) {
    throw refuse("BadProof", `the signature is not one of ${signer}`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(payload);
  } catch {
    throw refuse("CannotDecode", "the payload is not JSON");
  }
  const result = Payload.safeParse(parsed);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw refuse("CannotDecode", `${issue.path.join(".")}: ${issue.message}`);
  }
  return result.data;
}
