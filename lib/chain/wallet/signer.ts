import type { Hotkey } from "@threegen/domain";

/** Something that signs with one sr25519 key (Substrate's signing context). */
export interface Signer {
  /** SS58 address, format 42. */
  readonly address: Hotkey;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Returns a 64-byte signature; randomised, so two calls differ. */
  sign(message: Uint8Array): Uint8Array;
}
