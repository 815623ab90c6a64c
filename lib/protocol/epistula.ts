/**
 * Epistula v2: another subnet family's signed requests; verification only, off unless chosen.
 *
 * Method and path are not signed. The optional interval signatures are not portable between
 * implementations and prove nothing more, so they are not looked at. Its lack of a replay store
 * is mended here: a uuid counts once.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import { sha256Hex } from "./btauth.ts";
import type { AddressVerifier } from "./address_verifier.ts";
import type { CallScheme, IncomingCall, ProvenCall } from "./call_scheme.ts";
import { parseCallHeaders } from "./headers.ts";
import { NonceStore, WALL_CLOCK_VERSION } from "./nonce.ts";
import { signatureFromHex } from "./signing.ts";

/** What an Epistula signature covers. */
export interface EpistulaClaim {
  /** SHA-256 of the body's bytes, 64 hex digits. */
  readonly bodySha256: string;
  readonly uuid: string;
  /** UNIX time in milliseconds, as it was sent. */
  readonly timestamp: string;
  /** Who is called; "" when anybody may be. */
  readonly signedFor: string;
}

/** Returns the bytes that are signed. */
export function epistulaMessage(claim: EpistulaClaim): Uint8Array {
  const { bodySha256, uuid, timestamp, signedFor } = claim;
  return new TextEncoder().encode(`${bodySha256}.${uuid}.${timestamp}.${signedFor}`);
}

/** What the scheme needs. */
export interface EpistulaSchemeOptions {
  /** Our own hotkey; calls must name it. */
  readonly hotkey: string;
  readonly clock: Clock;
  readonly verify: AddressVerifier;
}

/** Returns the scheme Epistula v2. */
export function epistulaScheme(options: EpistulaSchemeOptions): CallScheme {
  const { hotkey, clock, verify } = options;
  // Source of the window: Epistula's ALLOWED_DELTA_MS, 8000; here in both directions.
  const nonces = new NonceStore({
    clock,
    pastMs: 8000,
    maxTimeoutMs: 0,
    futureMs: 8000,
    legacyCapacity: 0,
    endpointsPerHotkey: 256, // As for btauth/1: each uuid is an endpoint of its own.
  });
  return {
    name: "epistula/2",
    speaks: (headers) => headers.has("epistula-version"),
    async prove(call: IncomingCall): Promise<ProvenCall> {
      const header = (name: string) => call.headers.get(`epistula-${name}`) ?? "";
      const { timeoutSeconds } = parseCallHeaders(call.headers);
      const sender = header("signed-by");
      const uuid = header("uuid");
      const timestamp = header("timestamp");
      const signature = signatureFromHex(header("request-signature"));
      if (
        header("version") !== "2" || !/^[1-9A-HJ-NP-Za-km-z]{40,64}$/.test(sender) ||
        !/^[\w-]{1,64}$/.test(uuid) || !/^\d{1,14}$/.test(timestamp) || signature === undefined
      ) throw unproven("a header is missing or does not read");
      if (header("signed-for") !== hotkey) throw unproven(`wrong receiver: this is ${hotkey}`);
      const nonce = BigInt(timestamp) * 1_000_000n;
      const claim = { hotkey: sender, uuid, nonce, version: WALL_CLOCK_VERSION, timeoutMs: 0 };
      nonces.check(claim);
      const bodySha256 = await sha256Hex(await call.readBody());
      const message = epistulaMessage({ bodySha256, uuid, timestamp, signedFor: hotkey });
      if (!await verify(message, signature, sender)) throw unproven("signature does not match");
      return {
        hotkey: sender,
        headers: {
          timeoutSeconds,
          axon: {},
          dendrite: { hotkey: sender, nonce, uuid },
        },
        release: nonces.use(claim),
      };
    },
  };
}

function unproven(state: string): RequestError {
  return new RequestError("protocol/unproven", `Not Verified with error: ${state}`, {
    status: 401,
  });
}
