/**
 * SS58: how a public key is written as text. Substrate's generic format 42 only.
 *
 * @module
 */
import { blake2b } from "@noble/hashes/blake2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { base58 } from "@scure/base";
import { type Coldkey, type Hotkey, RequestError } from "@threegen/domain";

/** Address format of every Substrate chain without its own number; Bittensor uses it. */
const SS58_FORMAT = 42;

const CONTEXT = utf8ToBytes("SS58PRE");

function checksum(body: Uint8Array): Uint8Array {
  return blake2b(concatBytes(CONTEXT, body), { dkLen: 64 }).subarray(0, 2);
}

/** Returns the address of a 32-byte public key: 48 characters that begin with "5". */
export function encodeAddress(publicKey: Uint8Array): Hotkey & Coldkey {
  if (publicKey.length !== 32) {
    throw new RangeError(
      `Cannot encode address: a public key has 32 bytes, not ${publicKey.length}`,
    );
  }
  const body = concatBytes(Uint8Array.of(SS58_FORMAT), publicKey);
  return base58.encode(concatBytes(body, checksum(body))) as Hotkey & Coldkey;
}

/**
 * Returns the 32-byte public key of an address.
 *
 * @throws {RequestError} When the text is no address, has another format, or a wrong checksum.
 */
export function decodeAddress(address: string): Uint8Array {
  const refuse = (why: string) =>
    new RequestError("wallet/bad-address", `Cannot read address "${address.slice(0, 64)}": ${why}`);
  // 48 characters is the longest form; base58 costs quadratic time, so longer texts stop here.
  if (address.length > 48) throw refuse("it is longer than 48 characters");
  let bytes: Uint8Array;
  try {
    bytes = base58.decode(address);
  } catch {
    throw refuse("it is not base58 text");
  }
  if (bytes.length !== 35) throw refuse("it does not hold a 32-byte public key");
  if (bytes[0] !== SS58_FORMAT) {
    throw refuse(`its format is ${bytes[0]}; Bittensor uses format ${SS58_FORMAT}`);
  }
  const expected = checksum(bytes.subarray(0, 33));
  if (bytes[33] !== expected[0] || bytes[34] !== expected[1]) throw refuse("its checksum is wrong");
  return bytes.slice(1, 33);
}

/** Whether a text is an address of format 42 with a right checksum. */
export function isAddress(text: string): boolean {
  try {
    decodeAddress(text);
    return true;
  } catch {
    return false;
  }
}
