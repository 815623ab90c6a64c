import type { Signer } from "@threegen/chain/wallet";
import { EMPTY_BODY_HASH } from "../body_hash.ts";
import { SPOKEN_VERSION, writeCallHeaders } from "../headers.ts";
import { requestMessage, signToHex } from "../signing.ts";

/** A call in the SDK's scheme; what is not given is that of an honest `PullTask`. */
export interface SignedCallOptions {
  readonly signer: Signer;
  /** Hotkey that is signed as the receiver, and named in the headers. */
  readonly receiver: string;
  readonly nonce: bigint;
  readonly name?: string;
  readonly uuid?: string;
  readonly version?: number;
  readonly bodyHash?: string;
  readonly body?: string;
  /** Headers to change after signing. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers to leave out. */
  readonly without?: readonly string[];
}

/** Returns a signed call as the arguments of `fetch` or of an app's `request`. */
export function signedCall(
  options: SignedCallOptions,
): [url: string, init: { method: string; headers: Record<string, string>; body: string }] {
  const { signer, receiver, nonce, name = "PullTask", uuid = "uuid-1", body = "{}" } = options;
  const { version = SPOKEN_VERSION, bodyHash = EMPTY_BODY_HASH, without = [] } = options;
  const claim = { nonce, dendriteHotkey: signer.address, axonHotkey: receiver, uuid, bodyHash };
  const headers: Record<string, string> = {
    ...writeCallHeaders({
      name,
      timeoutSeconds: 12,
      bodyHash,
      axon: { ip: "203.0.113.7", port: 8091, hotkey: receiver },
      dendrite: {
        ip: "198.51.100.9",
        version,
        nonce,
        uuid,
        hotkey: signer.address,
        signature: signToHex(signer, requestMessage(claim)),
      },
    }),
    "content-type": "application/json",
    ...options.headers,
  };
  for (const header of without) delete headers[header];
  return [`http://203.0.113.7:8091/${name}`, { method: "POST", headers, body }];
}
