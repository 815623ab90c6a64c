/**
 * btauth/1: the signed requests of newer Bittensor tools. Method, path, query, every byte of the
 * body, both hotkeys and the time are signed, so nothing of a call can be changed or sent again.
 *
 * @module
 */
import type { Signer } from "@threegen/chain/wallet";
import type { RequestError } from "@threegen/domain";
import {
  type BodySignedClaim,
  bodySignedScheme,
  type BodySigningOptions,
} from "./body_signed_scheme.ts";
import { type CallScheme, type IncomingCall, unproven } from "./call_scheme.ts";
import { signatureFromHex, signToHex } from "./signing.ts";

/** What a btauth/1 signature covers. */
export interface BtauthClaim {
  /** Kind of key: `sr25519` for every neuron's hotkey. */
  readonly crypto: string;
  /** HTTP method, in capitals. */
  readonly method: string;
  /** Path and query as they stand on the wire. */
  readonly target: string;
  /** SHA-256 of the body's bytes, 64 hex digits. */
  readonly bodySha256: string;
  /** UNIX time in nanoseconds. */
  readonly nonce: bigint;
  /** Who calls. */
  readonly sender: string;
  /** Who is called; absent when anybody may be. */
  readonly receiver?: string;
}

/** Returns the bytes that are signed: eight lines without a last line feed. */
export function btauthMessage(claim: BtauthClaim): Uint8Array {
  const { crypto, method, target, bodySha256, nonce, sender, receiver } = claim;
  const lines = ["btauth/1", crypto, method, target, bodySha256, nonce, sender, receiver ?? "-"];
  return new TextEncoder().encode(lines.join("\n"));
}

/** Returns the headers of a call signed with an sr25519 key. */
export function signBtauth(
  signer: Signer,
  claim: Omit<BtauthClaim, "crypto" | "sender">,
): Record<string, string> {
  const message = btauthMessage({ ...claim, crypto: "sr25519", sender: signer.address });
  return {
    "x-bittensor-version": "1",
    "x-bittensor-hotkey": signer.address,
    "x-bittensor-nonce": String(claim.nonce),
    "x-bittensor-signature": signToHex(signer, message),
    ...(claim.receiver === undefined ? {} : { "x-bittensor-receiver": claim.receiver }),
  };
}

/**
 * Returns the scheme btauth/1. A call without a receiver is refused; so is every kind of key but
 * sr25519, the one that hotkeys of neurons have.
 */
export function btauthScheme(options: BodySigningOptions): CallScheme {
  return bodySignedScheme({
    name: "btauth/1",
    versionHeader: "x-bittensor-version",
    // Source of the window: the specification of btauth/1, 10 s past and 2 s ahead.
    pastMs: 10_000,
    futureMs: 2000,
    readClaim: (call) => readClaim(call, options.hotkey),
  }, options);
}

function readClaim({ method, target, headers }: IncomingCall, hotkey: string): BodySignedClaim {
  const header = (name: string) => headers.get(`x-bittensor-${name}`) ?? "";
  if (header("version") !== "1") throw malformed("version is not 1");
  const crypto = headers.get("x-bittensor-crypto") ?? "sr25519";
  if (crypto !== "sr25519") throw malformed("key is not sr25519");
  const sender = header("hotkey");
  if (!/^[1-9A-HJ-NP-Za-km-z]{40,64}$/.test(sender)) throw malformed("hotkey does not read");
  const signature = signatureFromHex(header("signature"));
  if (signature === undefined) throw malformed("signature does not read");
  if (!/^\d{1,20}$/.test(header("nonce"))) throw malformed("nonce does not read");
  const nonce = BigInt(header("nonce"));
  if (header("receiver") !== hotkey) throw unproven(`wrong receiver: this is ${hotkey}`);
  return {
    sender,
    nonce,
    uuid: String(nonce),
    signature,
    messageOf: (bodySha256) =>
      btauthMessage({ crypto, method, target, bodySha256, nonce, sender, receiver: hotkey }),
  };
}

function malformed(state: string): RequestError {
  return unproven(`malformed: ${state}`);
}
