/**
 * Keys and wallet files of Bittensor, without native code.
 *
 * @module
 */
export {
  DEV_PHRASE,
  newMnemonic,
  secretFromPhrase,
  secretFromPrivateKey,
  secretFromSeed,
  secretFromUri,
  type SecretKey,
} from "./secret_key.ts";
export {
  type Signer,
  signerFromPhrase,
  signerFromSecret,
  signerFromSeed,
  signerFromUri,
  verifySignature,
} from "./signer.ts";
export { decodeAddress, encodeAddress, isAddress, SS58_FORMAT } from "./ss58.ts";
