import { decodeAddress } from "@threegen/chain/wallet";
import type { Verifier } from "./signing.ts";

/** Checks a signature: message, 64 bytes, SS58 address of the signer. */
export type AddressVerifier = (
  message: Uint8Array,
  signature: Uint8Array,
  address: string,
) => boolean | Promise<boolean>;

/** Most addresses remembered; a subnet has 256 neurons. */
const CAPACITY = 4096;

/**
 * Returns a verifier that takes addresses and remembers their keys: reading an address (base58
 * and a hash) costs a third of checking a signature. What is no address signed nothing.
 */
export function createAddressVerifier(verify: Verifier): AddressVerifier {
  const keys = new Map<string, Uint8Array>();
  const keyOf = (address: string): Uint8Array | undefined => {
    const known = keys.get(address);
    if (known !== undefined) return known;
    let key: Uint8Array;
    try {
      key = decodeAddress(address);
    } catch {
      return undefined; // Wrong length, alphabet, format or checksum: nobody's address.
    }
    keys.set(address, key);
    if (keys.size > CAPACITY) keys.delete(keys.keys().next().value!);
    return key;
  };
  return (message, signature, address) => {
    const key = keyOf(address);
    return key !== undefined && verify(message, signature, key);
  };
}
