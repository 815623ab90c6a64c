/**
 * Commit–reveal version 2: a salted hash now, the weights in the epoch that the chain names.
 *
 * The salt is on disk before the commit is sent. From then on a loop compares what waits with what
 * the chain stores: it reveals when the time has come, and forgets what the chain never took, what
 * was revealed, and what came too late.
 *
 * @module
 */
import { ChainError } from "@threegen/domain";
import { type Clock, getLogger, startLoop } from "@threegen/service";
import { z } from "zod";
import type { PendingCommit, PendingCommits } from "../commit_reveal/pending_commits.ts";
import { saltedCommitHash, storageIndex } from "../commit_reveal/weight_commit.ts";
import type { Inclusion, SetWeightsParameters } from "../subtensor.ts";
import { toHex } from "../wallet/secret_key.ts";
import type { Signer } from "../wallet/signer.ts";
import type { ChainConnection } from "./chain_connection.ts";
import type { ExtrinsicSubmission } from "./extrinsic_submission.ts";
import { readable } from "./readable.ts";

/** What the commits need. */
export interface SaltedCommitsOptions {
  readonly connection: ChainConnection;
  readonly submission: ExtrinsicSubmission;
  readonly clock: Clock;
  readonly pending: PendingCommits;
  /** Pause between two looks at what waits, in milliseconds. @default {6000} */
  readonly everyMs?: number;
}

/** Hash, block of the commit, first and last block of its reveal. */
const StoredCommits = z.array(
  z.tuple([z.instanceof(Uint8Array), z.bigint(), z.bigint(), z.bigint()]),
).optional();

const PALLET = "SubtensorModule";
/** Numbers in a salt. Source: the Python SDK, 8. */
const SALT_LENGTH = 8;
/**
 * Blocks after which a commit that the chain does not store was never taken: its call lives for 16
 * blocks, after as many that it may have waited for another call of its key.
 */
const LOST_AFTER_BLOCKS = 32;
/**
 * Blocks between the first look that misses a commit and the one that believes it, about a minute
 * and a half: an answer may come from a node that is just being restarted or changed for another,
 * and a salt that is forgotten is gone for good.
 */
const MISSED_FOR_BLOCKS = 8;

const logger = getLogger(["threegen", "chain", "salted_commits"]);

/** Commits weights and reveals them in time. */
export class SaltedCommits implements AsyncDisposable {
  readonly #connection: ChainConnection;
  readonly #submission: ExtrinsicSubmission;
  readonly #pending: PendingCommits;
  readonly #signers = new Map<string, Signer>();
  /** Hashes of commits that are being sent: the chain may still take them. */
  readonly #sending = new Set<string>();
  /** Hashes of commits that the chain should store and does not, and the block of the first look. */
  readonly #missedAt = new Map<string, number>();
  readonly #stop = new AbortController();
  readonly #loop: Promise<void>;

  constructor(options: SaltedCommitsOptions) {
    this.#connection = options.connection;
    this.#submission = options.submission;
    this.#pending = options.pending;
    this.#loop = startLoop({
      name: "reveal of committed weights",
      everyMs: options.everyMs ?? 6000,
      signal: this.#stop.signal,
      clock: options.clock,
    }, () => this.revealDue());
  }

  /** Commits of known keys that wait for their reveal. */
  get waiting(): number {
    return this.#pending.list().filter(({ genesisHash, hotkey }) =>
      genesisHash === this.#connection.genesisHash && this.#signers.has(hotkey)
    ).length;
  }

  /** Lets a key reveal what it committed, also in an earlier process. */
  addSigner(signer: Signer): void {
    this.#signers.set(signer.address, signer);
  }

  /** Commits weights; their reveal follows by itself. */
  async commit(
    signer: Signer,
    parameters: SetWeightsParameters,
    signal?: AbortSignal,
  ): Promise<Inclusion> {
    this.addSigner(signer);
    const { netuid } = parameters;
    const before = await this.#alreadyCommitted(signer, parameters, signal);
    if (before) return before;

    const salt = [...crypto.getRandomValues(new Uint16Array(SALT_LENGTH))];
    const commit: PendingCommit = {
      genesisHash: this.#connection.genesisHash,
      netuid,
      hotkey: signer.address,
      hash: toHex(saltedCommitHash(
        { ...parameters, hotkeyPublicKey: signer.publicKey },
        storageIndex(netuid),
        salt,
      )),
      uids: [...parameters.uids],
      weights: [...parameters.weights],
      salt,
      versionKey: parameters.versionKey.toString(),
      madeAtBlock: await this.#connection.headNumber(signal),
    };
    this.#sending.add(commit.hash);
    try {
      await this.#pending.add(commit);
      return await this.#submission.submit({
        signer,
        action: `commit weights of ${signer.address} on netuid ${netuid}`,
        isWeightsCall: true,
        signal,
        build: (runtime) =>
          runtime.call(PALLET, "commit_weights", { netuid, commitHash: commit.hash }),
      });
    } catch (error) {
      // Only a refusal is certain. Whatever else went wrong, the chain decides whether it has the
      // commit, and until then the salt stays.
      if (error instanceof ChainError) await this.#pending.remove(commit.hash);
      throw error;
    } finally {
      this.#sending.delete(commit.hash);
    }
  }

  /**
   * Reveals what is due, and forgets what is over. One commit that fails keeps no other waiting.
   *
   * @throws The first failure, once every commit was tried.
   */
  async revealDue(): Promise<void> {
    const failures: unknown[] = [];
    for (const commit of this.#pending.list()) {
      if (commit.genesisHash !== this.#connection.genesisHash) continue;
      const signer = this.#signers.get(commit.hotkey);
      if (!signer || this.#stop.signal.aborted) continue;
      try {
        await this.#advance(signer, commit);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Stops at once, also in the middle of a reveal: its salt is kept for the next start. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new DOMException("the chain client stopped", "AbortError"));
    await this.#loop;
  }

  async #advance(signer: Signer, commit: PendingCommit): Promise<void> {
    const { signal } = this.#stop;
    const { head, stored } = await this.#stored(commit.netuid, commit.hotkey, signal);
    const onChain = stored.find(({ hash }) => hash === commit.hash);
    if (onChain) this.#missedAt.delete(commit.hash);
    else {
      const isPossible = this.#sending.has(commit.hash) ||
        head <= commit.madeAtBlock + LOST_AFTER_BLOCKS;
      if (isPossible) return;
      const missedAt = this.#missedAt.getOrInsert(commit.hash, head);
      if (head < missedAt + MISSED_FOR_BLOCKS) return;
      logger.warn("commit {hash} is not on the chain (any more)", { hash: commit.hash });
      return await this.#forget(commit);
    }
    if (head > onChain.lastReveal) {
      logger.error("commit {hash} expired at block {block} before it was revealed", {
        hash: commit.hash,
        block: onChain.lastReveal,
      });
      return await this.#forget(commit);
    }
    // The reveal lands in the next block.
    if (head + 1 < onChain.firstReveal) return;
    await this.#submission.submit({
      signer,
      action: `reveal weights of ${commit.hotkey} on netuid ${commit.netuid}`,
      isWeightsCall: true,
      signal: this.#stop.signal,
      build: (runtime) =>
        runtime.call(PALLET, "reveal_weights", {
          netuid: commit.netuid,
          uids: commit.uids,
          values: commit.weights,
          salt: commit.salt,
          versionKey: BigInt(commit.versionKey),
        }),
    });
    // A refused reveal stays: the next look at the chain tells whether the commit is over.
    await this.#forget(commit);
  }

  async #forget({ hash }: PendingCommit): Promise<void> {
    this.#missedAt.delete(hash);
    await this.#pending.remove(hash);
  }

  /** Finds the same weights in a commit whose outcome was not known when it was made. */
  async #alreadyCommitted(
    signer: Signer,
    { netuid, uids, weights, versionKey }: SetWeightsParameters,
    signal: AbortSignal | undefined,
  ): Promise<Inclusion | undefined> {
    const same = this.#pending.list().filter((commit) =>
      commit.genesisHash === this.#connection.genesisHash && commit.netuid === netuid &&
      commit.hotkey === signer.address && commit.versionKey === versionKey.toString() &&
      `${commit.uids}` === `${uids}` && `${commit.weights}` === `${weights}`
    );
    if (same.length === 0) return undefined;
    const { stored } = await this.#stored(netuid, signer.address, signal);
    const found = stored.find(({ hash }) => same.some((commit) => commit.hash === hash));
    return found && { block: found.block };
  }

  /** What the chain stores for a committer. */
  async #stored(netuid: number, hotkey: string, signal: AbortSignal | undefined) {
    const snapshot = await this.#connection.snapshot(signal);
    const keys = [storageIndex(netuid), hotkey];
    const answer = await this.#connection.storage(
      snapshot,
      PALLET,
      "WeightCommits",
      keys,
      signal,
    );
    const commits = readable(`the commits of ${hotkey}`, () => StoredCommits.parse(answer)) ?? [];
    return {
      head: snapshot.block,
      stored: commits.map(([hash, block, firstReveal, lastReveal]) => ({
        hash: toHex(hash),
        block: Number(block),
        firstReveal: Number(firstReveal),
        lastReveal: Number(lastReveal),
      })),
    };
  }
}
