/**
 * Keys, wallets and the first block of a devnet. All follow from its seed, so that a run can be
 * repeated.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Genesis } from "@threegen/chain/embedded";
import {
  secretFromSeed,
  type SecretKey,
  signerFromSecret,
  signerFromUri,
  writeWallet,
} from "@threegen/chain/wallet";
import { type Hotkey, MAINNET_NETUID, RAO_PER_TAO } from "@threegen/domain";

/** Time of one block, in milliseconds; 12 seconds on the real chain. */
export const BLOCK_TIME_MS = 500;

/** Blocks between two epochs, less one; 360 on the real subnet. */
export const TEMPO = 9;

/** Stake of the validator at the start: above every threshold that neurons ask for. */
const VALIDATOR_STAKE_RAO = 10_000n * BigInt(RAO_PER_TAO);

/** Account that pays for neurons from outside: `deno task register --pay_with //Alice`. */
const DEVELOPMENT_ACCOUNT = "//Alice";

/** Enough for more registrations than the subnet has places. */
const DEVELOPMENT_BALANCE_RAO = 1_000_000n * BigInt(RAO_PER_TAO);

/** A neuron of the devnet. */
export interface DevnetNeuron {
  /** Name of its wallet: `validator`, `miner-1`. */
  readonly walletName: string;
  readonly hotkey: Hotkey;
  readonly coldkeySecret: SecretKey;
  readonly hotkeySecret: SecretKey;
}

/** The neurons of a devnet; index is uid: the validator is 0, miners follow. */
export function devnetNeurons(seed: number, minerCount: number): readonly DevnetNeuron[] {
  const names = ["validator", ...Array.from({ length: minerCount }, (_, i) => `miner-${i + 1}`)];
  return names.map((walletName) => {
    const hotkeySecret = devnetSecret(seed, `${walletName}/hotkey`);
    return {
      walletName,
      hotkey: signerFromSecret(hotkeySecret).address,
      hotkeySecret,
      coldkeySecret: devnetSecret(seed, `${walletName}/coldkey`),
    };
  });
}

/**
 * The chain's first block: every neuron is registered, the validator has stake and a permit, and
 * {@linkcode DEVELOPMENT_ACCOUNT} has a balance.
 */
export function devnetGenesis(neurons: readonly DevnetNeuron[]): Genesis {
  return {
    netuid: MAINNET_NETUID,
    balances: { [signerFromUri(DEVELOPMENT_ACCOUNT).address]: DEVELOPMENT_BALANCE_RAO },
    rules: {
      tempo: TEMPO,
      weightsRateLimitBlocks: 4,
      servingRateLimitBlocks: 2,
      activityCutoffBlocks: 1_000_000,
    },
    neurons: neurons.map(({ hotkey, coldkeySecret }, uid) => ({
      hotkey,
      coldkey: signerFromSecret(coldkeySecret).address,
      stakeRao: uid === 0 ? VALIDATOR_STAKE_RAO : 0n,
    })),
  };
}

/** Writes the wallets of neurons in the SDK's layout; those that exist already stay. */
export async function writeWallets(folder: string, neurons: readonly DevnetNeuron[]) {
  for (const { walletName, coldkeySecret, hotkeySecret } of neurons) {
    await writeWallet({
      path: folder,
      name: walletName,
      hotkey: "default",
      coldkeySecret,
      hotkeySecret,
    });
  }
}

function devnetSecret(seed: number, name: string): SecretKey {
  return secretFromSeed(sha256(new TextEncoder().encode(`threegen devnet ${seed} ${name}`)));
}
