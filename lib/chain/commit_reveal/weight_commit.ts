/**
 * What is committed: weights with all that makes the commit one validator's own.
 *
 * @module
 */
import { blake2b } from "@noble/hashes/blake2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { compactLength, u16Bytes, u16VectorBytes, u64Bytes } from "./scale_writer.ts";

/** Weights that are committed now and revealed later. */
export interface CommittedWeights {
  /** 32 bytes. */
  readonly hotkeyPublicKey: Uint8Array;
  readonly uids: readonly number[];
  /** u16, same order as `uids`. */
  readonly weights: readonly number[];
  readonly versionKey: bigint;
}

/** Number under which the chain keeps the weights of one mechanism of a subnet. */
export function storageIndex(netuid: number, mechanism = 0): number {
  return netuid + 4096 * mechanism;
}

/**
 * Returns the 32-byte hash of a salted commit (version 2).
 *
 * @param index {@linkcode storageIndex} of the subnet.
 * @param salt u16 numbers; the reveal sends them along.
 */
export function saltedCommitHash(
  { hotkeyPublicKey, uids, weights, versionKey }: CommittedWeights,
  index: number,
  salt: readonly number[],
): Uint8Array {
  const preimage = concatBytes(
    hotkeyPublicKey,
    u16Bytes(index),
    u16VectorBytes(uids),
    u16VectorBytes(weights),
    u16VectorBytes(salt),
    u64Bytes(versionKey),
  );
  return blake2b(preimage, { dkLen: 32 });
}

/**
 * Returns what is time-locked (versions 3 and 4).
 *
 * @param hasHotkey Version 4 names the committer, version 3 does not.
 */
export function timelockPayload(
  { hotkeyPublicKey, uids, weights, versionKey }: CommittedWeights,
  hasHotkey: boolean,
): Uint8Array {
  return concatBytes(
    hasHotkey
      ? concatBytes(compactLength(hotkeyPublicKey.length), hotkeyPublicKey)
      : new Uint8Array(),
    u16VectorBytes(uids),
    u16VectorBytes(weights),
    u64Bytes(versionKey),
  );
}
