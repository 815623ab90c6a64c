/**
 * btauth/1: the signed requests of newer Bittensor tools. Method, path, query, every byte of the
 * body, both hotkeys and the time are signed, so nothing of a call can be changed or sent again.
 *
 * @module
 */
import type { Signer } from "@threegen/chain/wallet";
import { RequestError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import type { AddressVerifier } from "./address_verifier.ts";
import type { CallScheme, IncomingCall, ProvenCall } from "./call_scheme.ts";
import { parseCallHeaders } from "./headers.ts";
import { NonceStore, WALL_CLOCK_VERSION } from "./nonce.ts";
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

/** Returns the SHA-256 of bytes as 64 hex digits. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return new Uint8Array(digest).toHex();
}

/** What the scheme needs. */
export interface BtauthSchemeOptions {
  /** Our own hotkey. */
  readonly hotkey: string;
  readonly clock: Clock;
  readonly verify: AddressVerifier;
}

/**
 * Returns the scheme btauth/1. A call without a receiver is refused; so is every kind of key but
 * sr25519, the one that hotkeys of neurons have.
 */
export function btauthScheme(options: BtauthSchemeOptions): CallScheme {
  const { hotkey, clock, verify } = options;
  // Source of the window: the specification of btauth/1, 10 s past and 2 s ahead. Each nonce is
  // its own endpoint: calls of one sender may arrive in any order, but each only once. As many are
  // remembered as fit into the window at the axon's usual rate of 10 a second and burst of 50.
  const nonces = new NonceStore({
    clock,
    pastMs: 10_000,
    maxTimeoutMs: 0,
    futureMs: 2000,
    legacyCapacity: 0,
    endpointsPerHotkey: 256,
  });
  return {
    name: "btauth/1",
    speaks: (headers) => headers.has("x-bittensor-version"),
    async prove(call: IncomingCall): Promise<ProvenCall> {
      const header = (name: string) => call.headers.get(`x-bittensor-${name}`) ?? "";
      const { timeoutSeconds } = parseCallHeaders(call.headers);
      if (header("version") !== "1") throw unproven("malformed", "version is not 1");
      const crypto = call.headers.get("x-bittensor-crypto") ?? "sr25519";
      if (crypto !== "sr25519") throw unproven("malformed", "key is not sr25519");
      const sender = header("hotkey");
      if (!/^[1-9A-HJ-NP-Za-km-z]{40,64}$/.test(sender)) {
        throw unproven("malformed", "hotkey does not read");
      }
      const signature = signatureFromHex(header("signature"));
      if (signature === undefined) throw unproven("malformed", "signature does not read");
      if (!/^\d{1,20}$/.test(header("nonce"))) throw unproven("malformed", "nonce does not read");
      const nonce = BigInt(header("nonce"));
      if (header("receiver") !== hotkey) throw unproven("wrong receiver", `this is ${hotkey}`);
      const claim = {
        hotkey: sender,
        uuid: String(nonce),
        nonce,
        version: WALL_CLOCK_VERSION,
        timeoutMs: 0,
      };
      // Before the body is read, and again when it is used up: reading takes time.
      nonces.check(claim);
      const message = btauthMessage({
        crypto,
        method: call.method,
        target: call.target,
        bodySha256: await sha256Hex(await call.readBody()),
        nonce,
        sender,
        receiver: hotkey,
      });
      if (!await verify(message, signature, sender)) {
        throw unproven("bad signature", "it does not match");
      }
      return {
        hotkey: sender,
        headers: {
          timeoutSeconds,
          axon: {},
          dendrite: { hotkey: sender, nonce },
        },
        release: nonces.use(claim),
      };
    },
  };
}

function unproven(kind: string, state: string): RequestError {
  return new RequestError("protocol/unproven", `Not Verified with error: ${kind}: ${state}`, {
    status: 401,
  });
}
