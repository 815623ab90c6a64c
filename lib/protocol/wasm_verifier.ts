import type { Verifier } from "./signing.ts";
import { inBatches } from "./verification_batches.ts";

/**
 * Loads schnorrkel compiled to WebAssembly: checks a signature in half the time of the
 * JavaScript implementation (docs/protocol.md has the figures), for about 75 ms at the start and
 * 6 MB on disk. A validator's axon is worth it; a tool or a test is not.
 *
 * @returns Checks a signature; anything malformed is false, never an exception.
 */
export async function loadWasmVerifier(): Promise<Verifier> {
  const { sr25519Verify, waitReady } = await import("@polkadot/wasm-crypto");
  if (!await waitReady()) throw new Error("Cannot load sr25519: WebAssembly did not start");
  return inBatches((message, signature, publicKey) => {
    try {
      return sr25519Verify(signature, message, publicKey);
    } catch {
      // Wrong lengths, points off the curve: no signature of anyone.
      return false;
    }
  });
}
