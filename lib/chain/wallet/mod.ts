/**
 * Keys and wallet files of Bittensor, without native code.
 *
 * @module
 */
export { type Keyfile, parseKeyfile, serializeKeyfile, serializePublicKeyfile } from "./keyfile.ts";
export {
  decryptKeyfile,
  type DerivationCost,
  detectEncryption,
  encryptKeyfile,
  type KeyfileEncryption,
} from "./keyfile_encryption.ts";
export { type ListedWallet, listWallets } from "./list_wallets.ts";
export {
  hasKeyfile,
  loadColdkey,
  loadColdkeyAddress,
  loadHotkey,
  type LoadOptions,
} from "./load_wallet.ts";
export {
  DEFAULT_WALLET_PATH,
  expandHome,
  type WalletFiles,
  walletFiles,
  type WalletLocation,
} from "./location.ts";
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
export { decodeAddress, encodeAddress, isAddress } from "./ss58.ts";
export { type KeyfileProtection, type NewWallet, writeWallet } from "./write_wallet.ts";
