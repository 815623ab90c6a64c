/**
 * The Bittensor SDK's own scheme (6.9 to 10.x): the caller signs its nonce, both hotkeys, its
 * uuid and the hash of chosen fields.
 *
 * Stricter than the SDK's axon: the signature is required, our own hotkey is the receiver
 * whatever the headers say, and nothing runs before the signature was checked.
 *
 * @module
 */
import type { AddressVerifier } from "./address_verifier.ts";
import { type CallScheme, type IncomingCall, type ProvenCall, unproven } from "./call_scheme.ts";
import { parseCallHeaders } from "./headers.ts";
import type { NonceStore } from "./nonce.ts";
import { requestMessage, signatureFromHex } from "./signing.ts";

/** What the scheme needs. */
export interface SdkSchemeOptions {
  /** Our own hotkey. */
  readonly hotkey: string;
  readonly nonces: NonceStore;
  readonly verify: AddressVerifier;
}

/** Returns the scheme of the Bittensor SDK. */
export function sdkScheme({ hotkey, nonces, verify }: SdkSchemeOptions): CallScheme {
  return {
    name: "axon",
    speaks: (headers) => headers.has("bt_header_dendrite_hotkey"),
    async prove(call: IncomingCall): Promise<ProvenCall> {
      const headers = parseCallHeaders(call.headers);
      const { dendrite, axon, bodyHash } = headers;
      const { nonce, uuid, hotkey: caller } = dendrite;
      if (caller === undefined || nonce === undefined || uuid === undefined) {
        throw unproven("hotkey, nonce or uuid is missing");
      }
      if (dendrite.signature === undefined) throw unproven("signature is missing");
      if (bodyHash === undefined) throw unproven("computed_body_hash is missing");
      if (axon.hotkey !== undefined && axon.hotkey !== hotkey) {
        throw unproven(`the call is meant for ${axon.hotkey}, this is ${hotkey}`);
      }
      const signature = signatureFromHex(dendrite.signature);
      if (signature === undefined) throw unproven("signature is not 0x and 128 hex digits");
      const message = requestMessage({
        nonce,
        dendriteHotkey: caller,
        axonHotkey: hotkey,
        uuid,
        bodyHash,
      });
      if (!await verify(message, signature, caller)) throw unproven("signature does not match");
      const release = nonces.use({
        hotkey: caller,
        uuid,
        nonce,
        version: dendrite.version,
        timeoutMs: headers.timeoutSeconds * 1000,
      });
      return { hotkey: caller, headers, bodyHash, release };
    },
  };
}
