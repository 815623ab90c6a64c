/**
 * Result signature: a miner's consent to the use of its result, bound to the prompt, to the
 * validator that asked and to the miner itself.
 *
 * @module
 */
import { type Signer, verifySignature } from "@threegen/chain/wallet";
import { LICENSE_CONSENT } from "@threegen/domain";

/** What a result's signature covers. */
export interface ResultClaim {
  /** UNIX time in nanoseconds, as it is sent. */
  readonly submitTime: bigint | number;
  /** Prompt of the task; a validator takes it from its own memory. */
  readonly prompt: string;
  /** Who asked; a validator puts its own here. */
  readonly validatorHotkey: string;
  /** Who made the result; a validator takes the caller it verified. */
  readonly minerHotkey: string;
}

/** Returns the text that a miner signs. Source: the original since release 26. */
export function resultMessage(claim: ResultClaim): string {
  const { submitTime, prompt, validatorHotkey, minerHotkey } = claim;
  return `${LICENSE_CONSENT}${submitTime}${prompt}${validatorHotkey}${minerHotkey}`;
}

/** Signs a result; base64 of 64 bytes. */
export function signResult(signer: Signer, claim: Omit<ResultClaim, "minerHotkey">): string {
  const text = resultMessage({ ...claim, minerHotkey: signer.address });
  return signer.sign(new TextEncoder().encode(text)).toBase64();
}

/**
 * Whether a result was signed by its miner; never throws. The first era's form without the consent
 * does not pass.
 */
export function verifyResult(signature: string, claim: ResultClaim): boolean {
  const bytes = decodeStrict(signature);
  if (bytes === undefined) return false;
  const message = new TextEncoder().encode(resultMessage(claim));
  return verifySignature(message, bytes, claim.minerHotkey);
}

/** Reads the one canonical base64 spelling of 64 bytes. */
function decodeStrict(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]{85}[AQgw]==$/.test(text)) return undefined;
  return Uint8Array.fromBase64(text);
}
