/**
 * Epistula v2: another subnet family's signed requests; verification only, off unless chosen.
 *
 * Method and path are not signed. The optional interval signatures are not portable between
 * implementations and prove nothing more, so they are not looked at. Its lack of a replay store
 * is mended here: a uuid counts once.
 *
 * @module
 */
import {
  type BodySignedClaim,
  bodySignedScheme,
  type BodySigningOptions,
} from "./body_signed_scheme.ts";
import { type CallScheme, type IncomingCall, unproven } from "./call_scheme.ts";
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

/** Returns the scheme Epistula v2. */
export function epistulaScheme(options: BodySigningOptions): CallScheme {
  return bodySignedScheme({
    name: "epistula/2",
    versionHeader: "epistula-version",
    // Source of the window: Epistula's ALLOWED_DELTA_MS, 8000; here in both directions.
    pastMs: 8000,
    futureMs: 8000,
    readClaim: (call) => readClaim(call, options.hotkey),
  }, options);
}

function readClaim({ headers }: IncomingCall, hotkey: string): BodySignedClaim {
  const header = (name: string) => headers.get(`epistula-${name}`) ?? "";
  const sender = header("signed-by");
  const uuid = header("uuid");
  const timestamp = header("timestamp");
  const signature = signatureFromHex(header("request-signature"));
  if (
    header("version") !== "2" || !/^[1-9A-HJ-NP-Za-km-z]{40,64}$/.test(sender) ||
    !/^[\w-]{1,64}$/.test(uuid) || !/^\d{1,14}$/.test(timestamp) || signature === undefined
  ) throw unproven("a header is missing or does not read");
  if (header("signed-for") !== hotkey) throw unproven(`wrong receiver: this is ${hotkey}`);
  return {
    sender,
    nonce: BigInt(timestamp) * 1_000_000n,
    uuid,
    signature,
    messageOf: (bodySha256) => epistulaMessage({ bodySha256, uuid, timestamp, signedFor: hotkey }),
  };
}
