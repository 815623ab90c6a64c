import { verifySignature } from "@threegen/chain/wallet";
import { loadWasmVerifier, type Verifier } from "@threegen/protocol/axon";
import { getLogger } from "@threegen/service";

const logger = getLogger(["threegen", "validator", "signature_check"]);

/**
 * Returns the fastest check of signatures that works here: WebAssembly, else the wallet's
 * JavaScript, which takes twice as long and needs nothing. A validator runs either way.
 *
 * @param load Loads the WebAssembly one.
 */
export async function fastestVerifier(
  load: () => Promise<Verifier> = loadWasmVerifier,
): Promise<Verifier> {
  try {
    return await load();
  } catch (error) {
    logger.warn(
      "Signatures are checked in JavaScript, at half the speed: WebAssembly did not load: {reason}",
      { reason: error instanceof Error ? error.message : String(error) },
    );
    return verifySignature;
  }
}
