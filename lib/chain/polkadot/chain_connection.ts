/**
 * The connection to a chain: whichever of its endpoints answers, with the runtime of its head.
 *
 * A broken connection is replaced when the next call needs one: the same endpoint first, then the
 * others, with growing pauses between rounds. Reads are repeated on the new connection; calls that
 * change something never are, their sender decides.
 *
 * @module
 */
import { ConfigError, UnavailableError } from "@threegen/domain";
import { type Clock, getLogger, startLoop } from "@threegen/service";
import { z } from "zod";
import type { ResolvedNetwork } from "../networks.ts";
import { JsonRpcSocket, RpcError } from "./json_rpc_socket.ts";
import { type Hex, Runtime, type RuntimeVersion } from "./runtime.ts";

/** How a chain is reached. */
export interface ChainConnectionOptions {
  readonly network: ResolvedNetwork;
  readonly clock: Clock;
  /** Longest wait for one answer, in milliseconds. @default {30000} */
  readonly timeoutMs?: number;
  /** Longest wait for one connection, in milliseconds. @default {10000} */
  readonly connectTimeoutMs?: number;
  /** Pause between two signs of life on an idle connection, in milliseconds. @default {30000} */
  readonly keepAliveMs?: number;
  /** Rounds through all endpoints before a call fails. @default {4} */
  readonly connectRounds?: number;
}

/** The chain at one block. */
export interface Snapshot {
  readonly hash: Hex;
  readonly block: number;
  readonly runtime: Runtime;
}

/** What is stored where. */
export interface StorageItem {
  readonly pallet: string;
  readonly item: string;
  readonly keys: readonly unknown[];
}

const hex = z.string().regex(/^0x([0-9a-f]{2})*$/).transform((text) => text as Hex);
const HeaderAnswer = z.object({
  number: z.string().regex(/^0x[0-9a-f]+$/).transform((text) => Number(text)),
  parentHash: hex,
});
const StorageAnswer = z.array(z.object({ changes: z.array(z.tuple([hex, hex.nullable()])) }));
const VersionAnswer = z.object({ specVersion: z.int(), transactionVersion: z.int() });

/** How often a read is repeated when the connection breaks under it. */
const READ_TRIES = 4;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

const logger = getLogger(["threegen", "chain", "chain_connection"]);

/** A connection that mends itself. Make it with {@linkcode ChainConnection.open}. */
export class ChainConnection implements AsyncDisposable {
  /** Hash of block 0; the same on every endpoint. */
  genesisHash: Hex = "0x";
  readonly network: ResolvedNetwork;
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #connectTimeoutMs: number;
  readonly #connectRounds: number;
  readonly #stop = new AbortController();
  readonly #runtimes = new Map<string, Promise<Runtime>>();
  #keepAlive: Promise<void> = Promise.resolve();
  #socket: JsonRpcSocket | undefined;
  #connecting: Promise<JsonRpcSocket> | undefined;
  #lastSnapshot: Snapshot | undefined;
  #endpointAt = 0;
  #connections = 0;

  private constructor(options: ChainConnectionOptions) {
    this.network = options.network;
    this.#clock = options.clock;
    this.#timeoutMs = options.timeoutMs ?? 30_000;
    this.#connectTimeoutMs = options.connectTimeoutMs ?? 10_000;
    this.#connectRounds = options.connectRounds ?? 4;
  }

  /**
   * Connects to the first endpoint that answers.
   *
   * @throws {UnavailableError} When none does.
   */
  static async open(options: ChainConnectionOptions): Promise<ChainConnection> {
    const connection = new ChainConnection(options);
    await connection.#live();
    connection.#keepAlive = startLoop({
      name: `connection to ${options.network.name}`,
      everyMs: options.keepAliveMs ?? 30_000,
      signal: connection.#stop.signal,
      clock: options.clock,
    }, async () => {
      // Only a living connection needs a sign of life; a dead one is replaced when it is needed.
      if (connection.#socket?.isOpen) await connection.#socket.send("system_health");
    });
    return connection;
  }

  /** How many connections were made; a new number means that the node may know nothing of us. */
  get generation(): number {
    return this.#connections;
  }

  /** The endpoint in use. */
  get endpoint(): string {
    return this.network.endpoints[this.#endpointAt % this.network.endpoints.length];
  }

  /**
   * Reads from the chain; repeated when the connection breaks under it.
   *
   * @throws {RpcError} When the node refuses.
   * @throws {UnavailableError} When no endpoint answers.
   */
  async read<T>(
    method: string,
    parameters: readonly unknown[],
    answer: z.ZodType<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    for (let attempt = 1;; attempt++) {
      signal?.throwIfAborted();
      try {
        const result = answer.safeParse(await this.send(method, parameters));
        if (result.success) return result.data;
        throw new UnavailableError(
          "chain/unreadable",
          `Cannot read ${method} of ${this.endpoint}: ${result.error.issues[0].message}`,
          { cause: result.error },
        );
      } catch (error) {
        const isGone = error instanceof UnavailableError && error.code === "chain/unreachable";
        if (!isGone || attempt === READ_TRIES || this.#stop.signal.aborted) throw error;
      }
    }
  }

  /** Sends a call once. @throws {UnavailableError} When it is not known whether it arrived. */
  async send(method: string, parameters: readonly unknown[]): Promise<unknown> {
    const socket = await this.#live();
    return await socket.send(method, parameters);
  }

  /** Number of the newest block. */
  async headNumber(signal?: AbortSignal): Promise<number> {
    return (await this.read("chain_getHeader", [], HeaderAnswer, signal)).number;
  }

  /** Hash of a block that exists; nothing when the node has not seen it. */
  async blockHash(block: number): Promise<Hex | undefined> {
    return (await this.read("chain_getBlockHash", [block], hex.nullable())) ?? undefined;
  }

  /** The chain at its newest block, with the runtime that decodes it. */
  async snapshot(signal?: AbortSignal): Promise<Snapshot> {
    const hash = await this.read("chain_getBlockHash", [], hex, signal);
    // A block's number and runtime never change, so they are asked for once per block.
    if (this.#lastSnapshot?.hash !== hash) {
      this.#lastSnapshot = await this.snapshotAt(hash, signal);
    }
    return this.#lastSnapshot;
  }

  /** The chain at a block. */
  async snapshotAt(hash: Hex, signal?: AbortSignal): Promise<Snapshot> {
    const [{ number }, version] = await Promise.all([
      this.read("chain_getHeader", [hash], HeaderAnswer, signal),
      this.read("state_getRuntimeVersion", [hash], VersionAnswer, signal),
    ]);
    return { hash, block: number, runtime: await this.#runtime(version, hash) };
  }

  /** The runtime that executed a block: that of its parent's state. */
  async runtimeThatRan(hash: Hex): Promise<Runtime> {
    const { number, parentHash } = await this.read("chain_getHeader", [hash], HeaderAnswer);
    return (await this.snapshotAt(number === 0 ? hash : parentHash)).runtime;
  }

  /** Reads and decodes storage items in one call: public endpoints count calls. */
  async storages(
    { hash, runtime }: Snapshot,
    items: readonly StorageItem[],
    signal?: AbortSignal,
  ): Promise<unknown[]> {
    const keys = items.map(({ pallet, item, keys }) => runtime.storageKey(pallet, item, keys));
    const [answer] = await this.read("state_queryStorageAt", [keys, hash], StorageAnswer, signal);
    const stored = new Map(answer?.changes);
    return items.map(({ pallet, item }, at) =>
      runtime.decodeStorage(pallet, item, stored.get(keys[at]) ?? null)
    );
  }

  /** Reads and decodes a storage item. */
  async storage(
    { hash, runtime }: Snapshot,
    pallet: string,
    item: string,
    keys: readonly unknown[] = [],
    signal?: AbortSignal,
  ): Promise<unknown> {
    const key = runtime.storageKey(pallet, item, keys);
    const stored = await this.read("state_getStorage", [key, hash], hex.nullish(), signal);
    return runtime.decodeStorage(pallet, item, stored ?? null);
  }

  /** Calls a runtime API; `whenBytes` is the type inside runtimes that wrap it in bytes. */
  async callApi(
    { hash, runtime }: Snapshot,
    api: string,
    method: string,
    values: readonly unknown[],
    whenBytes: string,
    signal?: AbortSignal,
  ): Promise<unknown> {
    const encoded = runtime.encodeApiArguments(api, method, values);
    const answer = await this.read("state_call", [`${api}_${method}`, encoded, hash], hex, signal);
    return runtime.decodeApiOutput(api, method, answer, whenBytes);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new DOMException("the chain client stopped", "AbortError"));
    await this.#connecting?.catch(() => {
      // It ends because of the line above; whoever waited for it was told.
    });
    await this.#socket?.[Symbol.asyncDispose]();
    await this.#keepAlive;
  }

  /** The living connection, made anew when there is none. Callers at the same time share it. */
  async #live(): Promise<JsonRpcSocket> {
    this.#stop.signal.throwIfAborted();
    if (this.#socket?.isOpen) return this.#socket;
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = undefined;
    });
    return await this.#connecting;
  }

  async #connect(): Promise<JsonRpcSocket> {
    const old = this.#socket;
    this.#socket = undefined;
    await old?.[Symbol.asyncDispose]();
    const { endpoints } = this.network;
    let pauseMs = FIRST_PAUSE_MS;
    let last: unknown;
    for (let round = 1; round <= this.#connectRounds; round++) {
      for (let tried = 0; tried < endpoints.length; tried++) {
        this.#stop.signal.throwIfAborted();
        try {
          this.#socket = await this.#connectTo(this.endpoint);
          logger.debug("connected to {endpoint}", { endpoint: this.endpoint });
          return this.#socket;
        } catch (error) {
          if (error instanceof ConfigError) throw error;
          last = error;
          logger.warn("{endpoint} is away: {message}", {
            endpoint: this.endpoint,
            message: error instanceof Error ? error.message : String(error),
          });
          this.#endpointAt = (this.#endpointAt + 1) % endpoints.length;
        }
      }
      if (round === this.#connectRounds) break;
      await this.#clock.sleep(pauseMs, this.#stop.signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
    throw new UnavailableError(
      "chain/no-endpoint",
      `Cannot reach network ${this.network.name}: none of ${endpoints.join(", ")} answers`,
      { cause: last },
    );
  }

  /** Connects and makes sure that it is the same chain as before. */
  async #connectTo(endpoint: string): Promise<JsonRpcSocket> {
    const socket = await JsonRpcSocket.open({
      endpoint,
      connectTimeoutMs: this.#connectTimeoutMs,
      timeoutMs: this.#timeoutMs,
    });
    try {
      const genesis = hex.safeParse(await socket.send("chain_getBlockHash", [0]));
      if (!genesis.success) {
        throw new UnavailableError(
          "chain/unreadable",
          `${endpoint} does not answer as a chain does`,
        );
      }
      if (this.genesisHash !== "0x" && genesis.data !== this.genesisHash) {
        throw new ConfigError(`Cannot use ${endpoint}: it serves another chain than before`);
      }
      this.genesisHash = genesis.data;
      this.#connections++;
      return socket;
    } catch (error) {
      await socket[Symbol.asyncDispose]();
      if (error instanceof RpcError) {
        throw new UnavailableError("chain/unreadable", `${endpoint} refused: ${error.message}`, {
          cause: error,
        });
      }
      throw error;
    }
  }

  /** Runtimes are large, so each version is fetched once. */
  #runtime(version: RuntimeVersion, hash: Hex): Promise<Runtime> {
    const name = `${version.specVersion}.${version.transactionVersion}`;
    const known = this.#runtimes.get(name);
    if (known) return known;
    const ask = (method: string, parameters: readonly unknown[]) =>
      this.read(method, parameters, z.unknown());
    const fetched = Runtime.open(ask, hash, version);
    this.#runtimes.set(name, fetched);
    fetched.catch(() => this.#runtimes.delete(name));
    return fetched;
  }
}
