/**
 * The chain client of an embedded chain: signs calls and hands them through a {@linkcode ChainDoor}.
 *
 * @module
 */
import { ChainError, type Hotkey, type Netuid, type Uid } from "@threegen/domain";
import { isServable, toIpNumber } from "../ip_number.ts";
import { outcomeUnknown } from "../outcome_unknown.ts";
import { checkServingRate } from "../serving_rate.ts";
import { SignerTurns } from "../signer_turns.ts";
import type {
  Hyperparameters,
  Inclusion,
  Metagraph,
  ServeAxonParameters,
  SetWeightsParameters,
  Subtensor,
} from "../subtensor.ts";
import type { Signer } from "../wallet/signer.ts";
import type { ChainDoor } from "./chain_door.ts";
import { type Call, signExtrinsic } from "./extrinsic.ts";

/** How often a call is signed anew when another process used its nonce. */
const NONCE_TRIES = 4;

/** A {@linkcode Subtensor} of an embedded chain. */
export class EmbeddedSubtensor implements Subtensor {
  /** Shown name. */
  readonly network: string;
  readonly isMainNetwork: boolean = false;
  readonly #door: ChainDoor;
  readonly #turns = new SignerTurns();

  /** @param network Shown name. @default {"embedded"} */
  constructor(door: ChainDoor, network = "embedded") {
    this.#door = door;
    this.network = network;
  }

  async currentBlock(signal?: AbortSignal): Promise<number> {
    return (await this.#door.head(signal)).block;
  }

  metagraph(netuid: Netuid, signal?: AbortSignal): Promise<Metagraph> {
    return this.#door.metagraph(netuid, signal);
  }

  hyperparameters(netuid: Netuid, signal?: AbortSignal): Promise<Hyperparameters> {
    return this.#door.hyperparameters(netuid, signal);
  }

  weightsOf(
    netuid: Netuid,
    uid: Uid,
    signal?: AbortSignal,
  ): Promise<readonly (readonly [Uid, number])[]> {
    return this.#door.weightsOf(netuid, uid, signal);
  }

  burnedRegister(
    coldkey: Signer,
    netuid: Netuid,
    hotkey: Hotkey,
    signal?: AbortSignal,
  ): Promise<Inclusion> {
    return this.#submit(coldkey, { name: "burned_register", netuid, hotkey }, signal);
  }

  addStake(
    coldkey: Signer,
    netuid: Netuid,
    hotkey: Hotkey,
    amountRao: bigint,
    signal?: AbortSignal,
  ): Promise<Inclusion> {
    const amount = amountRao.toString();
    return this.#submit(coldkey, { name: "add_stake", netuid, hotkey, amount }, signal);
  }

  async serveAxon(
    hotkey: Signer,
    { netuid, ip, port, version }: ServeAxonParameters,
    signal?: AbortSignal,
  ): Promise<Inclusion | undefined> {
    const number = toIpNumber(ip);
    const { neurons, block } = await this.#door.metagraph(netuid, signal);
    const axon = neurons.find((neuron) => neuron.hotkey === hotkey.address)?.axon;
    const isUnchanged = axon !== undefined && axon.block > 0 && axon.port === port &&
      axon.version === version && toIpNumber(axon.ip)?.value === number?.value;
    if (isUnchanged) return undefined;
    // The chain judges the address before the rate.
    if (axon && number && isServable(number)) {
      const { servingRateLimitBlocks } = await this.#door.hyperparameters(netuid, signal);
      checkServingRate({
        action: `serve axon ${ip}:${port} of ${hotkey.address} on netuid ${netuid}`,
        announcedAtBlock: axon.block,
        rateLimitBlocks: servingRateLimitBlocks,
        // Calls join the block that is being made.
        nextBlock: block,
      });
    }
    return await this.#submit(hotkey, { name: "serve_axon", netuid, ip, port, version }, signal);
  }

  setWeights(
    hotkey: Signer,
    parameters: SetWeightsParameters,
    signal?: AbortSignal,
  ): Promise<Inclusion> {
    const { netuid, uids, weights, versionKey } = parameters;
    return this.#submit(hotkey, {
      name: "set_weights",
      netuid,
      uids: [...uids],
      weights: [...weights],
      versionKey: versionKey.toString(),
    }, signal);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }

  #submit(signer: Signer, call: Call, signal: AbortSignal | undefined): Promise<Inclusion> {
    return this.#turns.take(signer.address, signal, () => this.#signAndSend(signer, call, signal));
  }

  async #signAndSend(
    signer: Signer,
    call: Call,
    signal: AbortSignal | undefined,
  ): Promise<Inclusion> {
    for (let attempt = 1;; attempt++) {
      signal?.throwIfAborted();
      const head = await this.#door.head(signal);
      const { nonce } = await this.#door.account(signer.address, signal);
      signal?.throwIfAborted();
      const payload = { genesis: head.genesisHash, nonce, birth: head.block, call };
      try {
        return await this.#door.submit(signExtrinsic(signer, payload), signal);
      } catch (error) {
        if (signal?.aborted && error === signal.reason) {
          throw outcomeUnknown(`apply ${call.name} of ${signer.address}`, error);
        }
        const isStale = error instanceof ChainError && error.chainErrorName === "Stale";
        if (!isStale || attempt === NONCE_TRIES) throw error;
      }
    }
  }
}
