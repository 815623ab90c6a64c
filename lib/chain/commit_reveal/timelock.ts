/**
 * Time-lock encryption to a round of drand's quicknet: nobody can read it before the round's
 * signature is published, and everybody can afterwards.
 *
 * Boneh–Franklin identity-based encryption on BLS12-381 (FullIdent) around AES-256-GCM, byte for
 * byte as the chain's `tle` crate (ideal-lab5/timelock) reads it. Encrypting needs no network.
 *
 * @module
 */
import { gcm } from "@noble/ciphers/aes.js";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bytesToNumberBE, numberToBytesLE } from "@noble/curves/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { u64Bytes } from "./scale_writer.ts";

/** Drand's quicknet. Source: its chain information, hash 52db9ba7…4e971. */
export const QUICKNET = {
  /** UNIX time of round 1, in seconds. */
  genesisSeconds: 1692803367,
  periodSeconds: 3,
  publicKey:
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451" +
    "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
} as const;

/** Domain of hashing to G1. Source: RFC 9380, as quicknet uses it. */
const DST = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
const CIPHER_SUITE = utf8ToBytes("AES_GCM_");
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const G2_BYTES = 96;

/** A source of secret random bytes. */
export type RandomBytes = (sizeBytes: number) => Uint8Array;

const systemRandom: RandomBytes = (sizeBytes) => crypto.getRandomValues(new Uint8Array(sizeBytes));

/**
 * Encrypts to a round; the result is 244 bytes longer than the message.
 *
 * @param randomBytes For tests with fixed vectors only; drawn as key, sigma, nonce.
 */
export function encryptTimelock(
  message: Uint8Array,
  round: number,
  randomBytes: RandomBytes = systemRandom,
): Uint8Array {
  const { G1, G2, fields: { Fr } } = bls12_381;
  const key = randomBytes(KEY_BYTES);
  const sigma = randomBytes(KEY_BYTES);
  const nonce = randomBytes(NONCE_BYTES);

  const scalar = Fr.create(bytesToNumberBE(sha256(concatBytes(sigma, key))));
  const ephemeral = G2.Point.BASE.multiply(scalar);
  const identity = G1.hashToCurve(roundIdentity(round), { DST });
  const publicKey = G2.Point.fromBytes(hexToBytes(QUICKNET.publicKey));
  const shared = bls12_381.pairing(
    G1.Point.fromAffine(identity.toAffine()),
    publicKey.multiply(scalar),
  );
  const maskedSigma = xor(sigma, sha256(gtBytes(shared)));
  const maskedKey = xor(key, sha256(sigma));

  const sealed = gcm(key, nonce).encrypt(message);
  const body = concatBytes(vector(sealed), vector(nonce));
  return concatBytes(
    ephemeral.toBytes(),
    vector(maskedSigma),
    vector(maskedKey),
    vector(body),
    vector(CIPHER_SUITE),
  );
}

/**
 * Decrypts with the round's signature, as the chain does.
 *
 * @param signature 48 bytes: the round's signature, as drand publishes it.
 * @throws {RangeError} When the ciphertext is damaged or was made for another round.
 */
export function decryptTimelock(ciphertext: Uint8Array, signature: Uint8Array): Uint8Array {
  const { G1, G2, fields: { Fr } } = bls12_381;
  const reader = new VectorReader(ciphertext);
  const ephemeral = G2.Point.fromBytes(reader.bytes(G2_BYTES));
  const maskedSigma = reader.vector();
  const maskedKey = reader.vector();
  const body = new VectorReader(reader.vector());
  const sealed = body.vector();
  const nonce = body.vector();

  const shared = bls12_381.pairing(G1.Point.fromBytes(signature), ephemeral);
  const sigma = xor(maskedSigma, sha256(gtBytes(shared)));
  const key = xor(maskedKey, sha256(sigma));
  const scalar = Fr.create(bytesToNumberBE(sha256(concatBytes(sigma, key))));
  if (!G2.Point.BASE.multiply(scalar).equals(ephemeral)) {
    throw new RangeError("Cannot decrypt: made for another round, or damaged");
  }
  return gcm(key, nonce).decrypt(sealed);
}

/** What the drand network signs for a round. */
function roundIdentity(round: number): Uint8Array {
  return sha256(u64Bytes(BigInt(round)).toReversed());
}

/** The pairing's value as ark-serialize writes it: twelve field elements, little-endian. */
function gtBytes(value: ReturnType<typeof bls12_381.pairing>): Uint8Array {
  const elements = [value.c0, value.c1]
    .flatMap((half) => [half.c0, half.c1, half.c2])
    .flatMap((part) => [part.c0, part.c1]);
  return concatBytes(...elements.map((element) => numberToBytesLE(element, 48)));
}

/** Bytes with their length as u64, as ark-serialize writes vectors. */
function vector(bytes: Uint8Array): Uint8Array {
  return concatBytes(u64Bytes(BigInt(bytes.length)), bytes);
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length !== b.length) throw new RangeError("Cannot decrypt: damaged");
  return a.map((byte, at) => byte ^ b[at]);
}

/** Reads what {@linkcode vector} wrote. */
class VectorReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bytes(count: number): Uint8Array {
    const end = this.#offset + count;
    if (end > this.#bytes.length) throw new RangeError("Cannot decrypt: the ciphertext is cut off");
    const part = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return part;
  }

  vector(): Uint8Array {
    const prefix = this.bytes(8);
    const length = new DataView(prefix.buffer, prefix.byteOffset).getBigUint64(0, true);
    return this.bytes(Number(length > 0xffff_ffffn ? 0xffff_ffffn : length));
  }
}
