/**
 * Signing and verifying with sr25519 in Substrate's signing context.
 *
 * @module
 */
import { sign, verify } from "@scure/sr25519";
import type { Hotkey } from "@threegen/domain";
import { secretFromPhrase, secretFromSeed, secretFromUri, type SecretKey } from "./secret_key.ts";
import { decodeAddress } from "./ss58.ts";

/** Something that signs with one sr25519 key (Substrate's signing context). */
export interface Signer {
  /** SS58 address, format 42. */
  readonly address: Hotkey;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Returns a 64-byte signature; randomised, so two calls differ. */
  sign(message: Uint8Array): Uint8Array;
}

/** Returns a signer that keeps the private key to itself. */
export function signerFromSecret(secret: SecretKey): Signer {
  const privateKey = secret.privateKey.slice();
  return {
    address: secret.address,
    publicKey: secret.publicKey,
    sign: (message) => sign(privateKey, message),
  };
}

/** Returns the signer of a BIP-39 phrase. @throws {ConfigError} When it is no phrase. */
export function signerFromPhrase(phrase: string): Signer {
  return signerFromSecret(secretFromPhrase(phrase));
}

/** Returns the signer of a 32-byte mini-secret. @throws {ConfigError} When it has another size. */
export function signerFromSeed(seed: Uint8Array): Signer {
  return signerFromSecret(secretFromSeed(seed));
}

/** Returns the signer of a secret URI such as `//Alice`. @throws {ConfigError} On a wrong URI. */
export function signerFromUri(uri: string): Signer {
  return signerFromSecret(secretFromUri(uri));
}

/**
 * Whether `address` signed `message`. Anything malformed is false, never an exception.
 *
 * @param signature 64 bytes.
 * @param address SS58 address, or the 32-byte public key itself.
 */
export function verifySignature(
  message: Uint8Array,
  signature: Uint8Array,
  address: string | Uint8Array,
): boolean {
  try {
    return verify(
      message,
      signature,
      typeof address === "string" ? decodeAddress(address) : address,
    );
  } catch {
    // Wrong lengths, points off the curve, bad addresses: no signature of anyone.
    return false;
  }
}
