/**
 * Getting one signed call into a block, exactly once.
 *
 * The call is signed with a nonce and a short life, so the same bytes can be sent again and again
 * without being included twice: after a broken connection they are simply sent to whichever node
 * answers next. Whether they were included is read from the blocks themselves, and only from final
 * ones: a newer block may still give way to another one, with the call or without it. Only when the
 * life is over there, or the chain refused the bytes, is anything signed anew.
 *
 * @module
 */
import { blake2b } from "@noble/hashes/blake2.js";
import type { Call, EventRecord } from "@polkadot/types/interfaces";
import { ChainError, UnavailableError } from "@threegen/domain";
import { type Clock, getLogger } from "@threegen/service";
import { z } from "zod";
import { chainError } from "../chain_errors.ts";
import { outcomeUnknown } from "../outcome_unknown.ts";
import { SignerTurns } from "../signer_turns.ts";
import type { Inclusion } from "../subtensor.ts";
import { toHex } from "../wallet/secret_key.ts";
import type { Signer } from "../wallet/signer.ts";
import type { ChainConnection, Snapshot } from "./chain_connection.ts";
import { RpcError } from "./json_rpc_socket.ts";
import { poolRefusal } from "./pool_refusal.ts";
import type { Hex, Runtime } from "./runtime.ts";

/** How calls are sent. */
export interface SubmissionOptions {
  readonly connection: ChainConnection;
  readonly clock: Clock;
  /** Pause between two looks for new blocks, in milliseconds. @default {2000} */
  readonly pollMs?: number;
}

/** One call to send. */
export interface Submission {
  readonly signer: Signer;
  /** For messages: "set weights of 5F… on netuid 17". */
  readonly action: string;
  /** Makes the call for the runtime of the chain's head. */
  readonly build: (runtime: Runtime) => Call;
  /** Whether it is a weights call: some refusals of the pool mean something else then. */
  readonly isWeightsCall?: boolean;
  /** Ends the wait; what became of a call that was sent is then unknown. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * How many blocks a call may wait; a power of two. Short, so that "it was not included" is known
 * soon; long enough for a busy chain (the SDK allows 128, and 8 for some calls).
 */
const LIFE_BLOCKS = 16;
/** How often a call is signed anew when another process used its nonce or the runtime changed. */
const SIGN_TRIES = 4;
/** Refusals that a new signature may overcome. */
const SIGN_ANEW = new Set(["Stale", "TooLowPriority", "BadProof", "AncientBirthBlock"]);
/** The pool has these very bytes. Source: Substrate, errors of `author_submitExtrinsic`. */
const ALREADY_IN_POOL = 1013;
/** Source: Subtensor's block time. */
const BLOCK_TIME_MS = 12_000;

/** Final blocks without the call after which its bytes are sent once more. */
const RESEND_BLOCKS = 3;

const Nonce = z.int().min(0);
const BlockAnswer = z.object({ block: z.object({ extrinsics: z.array(z.string()) }) });

const logger = getLogger(["threegen", "chain", "extrinsic_submission"]);

/** Sends calls; those of one signer go one after another. */
export class ExtrinsicSubmission {
  readonly #connection: ChainConnection;
  readonly #clock: Clock;
  readonly #pollMs: number;
  readonly #turns = new SignerTurns();

  constructor({ connection, clock, pollMs = 2000 }: SubmissionOptions) {
    this.#connection = connection;
    this.#clock = clock;
    this.#pollMs = pollMs;
  }

  /**
   * Signs a call, sends it, and waits until it is in a final block.
   *
   * @throws {ChainError} When the chain refused it.
   * @throws {UnavailableError} `chain/not-included`: no block took it, and none will;
   *   `chain/stalled` and `chain/outcome-unknown`: it may have taken effect; any other code: the
   *   chain could not be read, and nothing was sent.
   * @throws Anything else, such as the signal's reason or a {@linkcode ConfigError}: nothing was
   *   sent.
   */
  submit(submission: Submission): Promise<Inclusion> {
    const { signer: { address }, signal } = submission;
    return this.#turns.take(address, signal, () => this.#signAndSend(submission));
  }

  async #signAndSend(submission: Submission): Promise<Inclusion> {
    const { signer, action, build, isWeightsCall = false, signal } = submission;
    for (let attempt = 1;; attempt++) {
      const snapshot = await this.#connection.snapshot(signal);
      const nonce = await this.#connection.read(
        "system_accountNextIndex",
        [signer.address],
        Nonce.parse,
        signal,
      );
      const bytes = signCall(signer, build(snapshot.runtime), {
        snapshot,
        nonce,
        genesisHash: this.#connection.genesisHash,
      });
      const refused = await this.#send(bytes, signal);
      if (!(refused instanceof RpcError)) {
        try {
          return await this.#watch(bytes, snapshot, refused === "sent", submission);
        } catch (error) {
          const isTold = error instanceof ChainError || error instanceof UnavailableError;
          throw isTold ? error : outcomeUnknown(action, error);
        }
      }
      const refusal = poolRefusal(refused, isWeightsCall);
      // These bytes were refused before anyone took them, so signing anew is safe. It helps when
      // the nonce went to another call of this key, the runtime changed, or the block of birth
      // was not the one that stayed.
      if (!SIGN_ANEW.has(refusal.name) || attempt === SIGN_TRIES) {
        throw chainError({ ...refusal, pallet: "Pool", action, cause: refused });
      }
      await this.#clock.sleep(this.#pollMs, signal);
    }
  }

  /** Sends bytes once; the chain's refusal is returned. @throws When nothing was sent. */
  async #send(
    bytes: Hex,
    signal: AbortSignal | undefined,
  ): Promise<"sent" | "perhaps sent" | RpcError> {
    try {
      await this.#connection.send("author_submitExtrinsic", [bytes], signal);
      return "sent";
    } catch (error) {
      if (error instanceof RpcError && error.code === ALREADY_IN_POOL) return "sent";
      if (error instanceof RpcError && isOfPool(error)) return error;
      if (!(error instanceof RpcError) && !(error instanceof UnavailableError)) throw error;
      logger.warn("{message}; the call is looked for in the blocks", { message: error.message });
      // The node's own trouble, such as too many requests: another one may do better.
      if (error instanceof RpcError) await this.#connection.leaveEndpoint(error.message);
      return "perhaps sent";
    }
  }

  /** Looks through the final blocks after the call's birth until one has it, or its life is over. */
  async #watch(
    bytes: Hex,
    birth: Snapshot,
    isSent: boolean,
    { action, signal }: Submission,
  ): Promise<Inclusion> {
    const lastBlock = birth.block + LIFE_BLOCKS;
    const giveUpAtMs = this.#clock.now() + 3 * LIFE_BLOCKS * BLOCK_TIME_MS;
    let lookedAt = birth.block;
    let place: Place | undefined;
    let sentTo = isSent ? this.#connection.generation : undefined;
    let sentAt = birth.block;
    for (;;) {
      try {
        if (!place) ({ lookedAt, place } = await this.#look(bytes, lookedAt, lastBlock, signal));
        if (place) {
          const error = await this.#outcome(place, action, signal);
          if (error) throw error;
          return { block: lookedAt };
        }
        // A node that took over or restarted may not know the call, and a pool may lose it.
        const { generation } = this.#connection;
        if (sentTo !== generation || lookedAt - sentAt >= RESEND_BLOCKS) {
          sentTo = await this.#send(bytes, signal) === "perhaps sent" ? undefined : generation;
          sentAt = lookedAt;
        }
      } catch (error) {
        // The call may be in a block already, so looking goes on when a node is back.
        if (!(error instanceof UnavailableError)) throw error;
        logger.warn("{message}; still waiting to {action}", { message: error.message, action });
      }
      if (!place && lookedAt >= lastBlock) {
        throw new UnavailableError(
          "chain/not-included",
          `Cannot ${action}: no block up to ${lastBlock} took the call; it can be sent again`,
        );
      }
      if (this.#clock.now() > giveUpAtMs) {
        throw place
          ? outcomeUnknown(action, `it is in block ${lookedAt}, whose events cannot be read`)
          : new UnavailableError(
            "chain/stalled",
            `Cannot ${action}: the chain finished no blocks; the call may still be included`,
          );
      }
      await this.#clock.sleep(this.#pollMs, signal);
    }
  }

  /** Looks for bytes in the final blocks after `lookedAt`. */
  async #look(
    bytes: Hex,
    lookedAt: number,
    lastBlock: number,
    signal: AbortSignal | undefined,
  ): Promise<Look> {
    const newest = await this.#connection.finalizedNumber(signal);
    for (let block = lookedAt + 1; block <= Math.min(newest, lastBlock); block++) {
      const hash = await this.#connection.blockHash(block, signal);
      // A node that took over may lag behind the one that told of this block.
      if (hash === undefined) break;
      const body = await this.#connection.read(
        "chain_getBlock",
        [hash],
        BlockAnswer.parse,
        signal,
      );
      lookedAt = block;
      const index = body.block.extrinsics.indexOf(bytes);
      if (index !== -1) return { lookedAt, place: { hash, index } };
    }
    return { lookedAt, place: undefined };
  }

  /** What became of a call in a block: nothing when it succeeded. */
  async #outcome(
    { hash, index }: Place,
    action: string,
    signal: AbortSignal | undefined,
  ): Promise<ChainError | undefined> {
    const runtime = await this.#connection.runtimeThatRan(hash, signal);
    const { method, data } = await this.#connection.read(
      "state_getStorage",
      [runtime.storageKey("System", "Events"), hash],
      (answer) => endOf(runtime.decodeEvents((answer ?? null) as Hex | null), index),
      signal,
    );
    if (method === "ExtrinsicSuccess") return undefined;
    const [dispatchError] = data as unknown as [DispatchErrorLike];
    if (!dispatchError.isModule) {
      return chainError({ name: dispatchError.type, pallet: "System", action });
    }
    const { index: pallet, error } = dispatchError.asModule;
    const found = runtime.palletError(pallet.toNumber(), error.toU8a());
    return chainError({
      name: found?.name ?? "Unknown",
      pallet: found?.pallet ?? `pallet ${pallet}`,
      ...(found ? { detail: found.detail } : {}),
      action,
    });
  }
}

/** Whether the pool judged the call. Source: Substrate numbers the errors of `author_…` from 1000. */
function isOfPool({ code }: RpcError): boolean {
  return code >= 1000 && code < 1100;
}

/** The event that ends an extrinsic: every one of a block has one, whether it worked or not. */
function endOf(events: readonly EventRecord[], index: number): EventRecord["event"] {
  const end = events.find(({ phase, event }) =>
    phase.isApplyExtrinsic && phase.asApplyExtrinsic.toNumber() === index &&
    event.section === "system" && ["ExtrinsicSuccess", "ExtrinsicFailed"].includes(event.method)
  );
  if (!end) throw new TypeError(`no event tells of extrinsic ${index}`);
  return end.event;
}

/** How far the search came, and where the call is when it was found. */
interface Look {
  readonly lookedAt: number;
  readonly place: Place | undefined;
}

/** Where a call is: which block, and which of its extrinsics. */
interface Place {
  readonly hash: Hex;
  readonly index: number;
}

/** The part of a dispatch error that is read here. */
interface DispatchErrorLike {
  readonly isModule: boolean;
  readonly type: string;
  readonly asModule: {
    readonly index: { toNumber(): number };
    readonly error: { toU8a(): Uint8Array };
  };
}

/** What a signature covers beside the call. */
export interface SigningContext {
  /** The block of birth. */
  readonly snapshot: Snapshot;
  readonly nonce: number;
  readonly genesisHash: Hex;
}

/** Returns the bytes of a signed call (extrinsic version 4). */
export function signCall(signer: Signer, call: Call, context: SigningContext): Hex {
  const { snapshot: { runtime, block, hash }, nonce, genesisHash } = context;
  const { registry, version } = runtime;
  const payload = {
    address: signer.address,
    blockHash: hash,
    blockNumber: registry.createType("BlockNumber", block).toHex(),
    era: registry.createType("ExtrinsicEra", { current: block, period: LIFE_BLOCKS }).toHex(),
    genesisHash,
    method: call.toHex(),
    nonce: registry.createType("Compact<Index>", nonce).toHex(),
    signedExtensions: registry.signedExtensions,
    specVersion: registry.createType("u32", version.specVersion).toHex(),
    tip: registry.createType("Compact<Balance>", 0).toHex(),
    transactionVersion: registry.createType("u32", version.transactionVersion).toHex(),
    version: 4,
  };
  const covered = registry.createType("ExtrinsicPayload", payload, { version: 4 })
    .toU8a({ method: true });
  // Substrate signs the hash of payloads that are longer than 256 bytes.
  const message = covered.length > 256 ? blake2b(covered, { dkLen: 32 }) : covered;
  // 01: the signature is sr25519.
  const signature = `0x01${toHex(signer.sign(message)).slice(2)}` as Hex;
  const extrinsic = registry.createType("Extrinsic", call, { version: 4 });
  extrinsic.addSignature(signer.address, signature, payload);
  return extrinsic.toHex();
}
