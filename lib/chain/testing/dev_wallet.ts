import { secretFromUri, type SecretKey } from "../wallet/secret_key.ts";
import { type Signer, signerFromSecret } from "../wallet/signer.ts";

/** The two keys of a neuron, the same in every run. */
export interface DevWallet {
  readonly hotkey: Signer;
  readonly coldkey: Signer;
  /** For writing keyfiles. */
  readonly hotkeySecret: SecretKey;
  /** For writing keyfiles. */
  readonly coldkeySecret: SecretKey;
}

/** Returns a wallet by name: hotkey `//<name>`, coldkey `//<name>//coldkey`. Public, so for tests only. */
export function devWallet(name: string): DevWallet {
  const hotkeySecret = secretFromUri(`//${name}`);
  const coldkeySecret = secretFromUri(`//${name}//coldkey`);
  return {
    hotkey: signerFromSecret(hotkeySecret),
    coldkey: signerFromSecret(coldkeySecret),
    hotkeySecret,
    coldkeySecret,
  };
}
