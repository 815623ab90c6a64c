/**
 * The connection to a chain: whichever of its endpoints answers, with the runtime of its head.
 *
 * A connection that broke is replaced when the next call needs one: by the next endpoint, then by
 * the others in turn, with growing pauses between rounds. So is one whose node answers what cannot
 * be read, when there is another endpoint. Reads are repeated on the new connection; calls that
 * change something never are, their sender decides.
 *
 * @module
 */
import { ConfigError, SubnetError, UnavailableError } from "@threegen/domain";
import { type Clock, getLogger, startLoop, untilAborted } from "@threegen/service";
import { z } from "zod";
import type { ResolvedNetwork } from "../networks.ts";
import { JsonRpcSocket } from "./json_rpc_socket.ts";
import { readable, unreadable } from "./readable.ts";
import { type Hex, Runtime, type RuntimeVersion } from "./runtime.ts";

/** How a chain is reached. */
export interface ChainConnectionOptions {
  readonly network: ResolvedNetwork;
  readonly clock: Clock;
  /** Longest wait for one answer, in milliseconds. @default {30000} */
  readonly timeoutMs?: number;
  /** Longest wait for one connection, and for its first answer, in milliseconds. @default {10000} */
  readonly connectTimeoutMs?: number;
  /** Pause between two signs of life on an idle connection, in milliseconds. @default {30000} */
  readonly keepAliveMs?: number;
  /** Rounds through all endpoints before a call fails. @default {4} */
  readonly connectRounds?: number;
  /** Ends the wait for the first connection. */
  readonly signal?: AbortSignal;
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
const blockHash = z.string().regex(/^0x[0-9a-f]{64}$/).transform((text) => text as Hex);
const HeaderAnswer = z.object({
  // A block's number is a u32.
  number: z.string().regex(/^0x[0-9a-f]{1,8}$/).transform((text) => Number(text)),
  parentHash: blockHash,
});
const StorageAnswer = z.array(z.object({ changes: z.array(z.tuple([hex, hex.nullable()])) }));
const VersionAnswer = z.object({ specVersion: z.int(), transactionVersion: z.int() });

/** How often a read is tried when the connection breaks under it; at least once per endpoint. */
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
  #lastFinal: { readonly hash: Hex; readonly block: number } | undefined;
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
   * @throws The signal's reason when it aborts first.
   */
  static async open(options: ChainConnectionOptions): Promise<ChainConnection> {
    const connection = new ChainConnection(options);
    try {
      await untilAborted(connection.#live(), options.signal);
    } catch (error) {
      await connection[Symbol.asyncDispose]();
      throw error;
    }
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
   * Reads from the chain; repeated when the connection breaks under it, and on each other endpoint
   * when the answer is an error or cannot be decoded.
   *
   * @param decode Makes the value of an answer, and throws when it is not what it should be.
   * @throws {UnavailableError} `chain/unreadable` when no endpoint gives an answer of use;
   *   `chain/unreachable` or `chain/no-endpoint` when none answers at all.
   * @throws The signal's reason as soon as it aborts.
   */
  async read<T>(
    method: string,
    parameters: readonly unknown[],
    decode: (answer: unknown) => T,
    signal?: AbortSignal,
  ): Promise<T> {
    const { endpoints } = this.network;
    const unreadableAt = new Set<string>();
    for (let attempt = 1;; attempt++) {
      signal?.throwIfAborted();
      const socket = await untilAborted(this.#live(), signal);
      try {
        const answer = await untilAborted(socket.send(method, parameters), signal);
        return readable(`${method} of ${socket.endpoint}`, () => decode(answer));
      } catch (cause) {
        signal?.throwIfAborted();
        const error = unreadable(`${method} of ${socket.endpoint}`, cause);
        const isLast = this.#stop.signal.aborted ||
          attempt >= Math.max(READ_TRIES, endpoints.length);
        if (isLast || !(error instanceof UnavailableError)) throw error;
        if (error.code !== "chain/unreadable") continue;
        unreadableAt.add(socket.endpoint);
        if (unreadableAt.size >= endpoints.length) throw error;
        await this.#leave(socket, error.message);
      }
    }
  }

  /**
   * Sends a call once.
   *
   * @throws {RpcError} When the node refuses.
   * @throws {UnavailableError} When it is not known whether it arrived, also because the signal
   *   aborted meanwhile.
   * @throws The signal's reason when it aborts before the call is sent.
   */
  async send(
    method: string,
    parameters: readonly unknown[],
    signal?: AbortSignal,
  ): Promise<unknown> {
    const socket = await untilAborted(this.#live(), signal);
    signal?.throwIfAborted();
    try {
      return await untilAborted(socket.send(method, parameters), signal);
    } catch (error) {
      if (error !== signal?.reason) throw error;
      throw new UnavailableError(
        "chain/unreachable",
        `Cannot get answer to ${method} from ${socket.endpoint}: stopped waiting`,
        { cause: error },
      );
    }
  }

  /** Leaves the endpoint in use for the next one, when there is another. */
  async leaveEndpoint(why: string): Promise<void> {
    if (this.#socket) await this.#leave(this.#socket, why);
  }

  /** Number of the newest block. */
  async headNumber(signal?: AbortSignal): Promise<number> {
    return (await this.read("chain_getHeader", [], HeaderAnswer.parse, signal)).number;
  }

  /** Number of the newest block that no other block can replace any more. */
  async finalizedNumber(signal?: AbortSignal): Promise<number> {
    const hash = await this.read("chain_getFinalizedHead", [], blockHash.parse, signal);
    if (this.#lastFinal?.hash !== hash) {
      const { number } = await this.read("chain_getHeader", [hash], HeaderAnswer.parse, signal);
      this.#lastFinal = { hash, block: number };
    }
    return this.#lastFinal.block;
  }

  /** Hash of a block that exists; nothing when the node has not seen it. */
  async blockHash(block: number, signal?: AbortSignal): Promise<Hex | undefined> {
    const hash = await this.read("chain_getBlockHash", [block], blockHash.nullable().parse, signal);
    return hash ?? undefined;
  }

  /** The chain at its newest block, with the runtime that decodes it. */
  async snapshot(signal?: AbortSignal): Promise<Snapshot> {
    const hash = await this.read("chain_getBlockHash", [], blockHash.parse, signal);
    // A block's number and runtime never change, so they are asked for once per block.
    if (this.#lastSnapshot?.hash !== hash) {
      this.#lastSnapshot = await this.snapshotAt(hash, signal);
    }
    return this.#lastSnapshot;
  }

  /** The chain at a block. */
  async snapshotAt(hash: Hex, signal?: AbortSignal): Promise<Snapshot> {
    const [{ number }, version] = await Promise.all([
      this.read("chain_getHeader", [hash], HeaderAnswer.parse, signal),
      this.read("state_getRuntimeVersion", [hash], VersionAnswer.parse, signal),
    ]);
    return {
      hash,
      block: number,
      runtime: await untilAborted(this.#runtime(version, hash), signal),
    };
  }

  /** The runtime that executed a block: that of its parent's state. */
  async runtimeThatRan(hash: Hex, signal?: AbortSignal): Promise<Runtime> {
    const header = await this.read("chain_getHeader", [hash], HeaderAnswer.parse, signal);
    const ranOn = header.number === 0 ? hash : header.parentHash;
    return (await this.snapshotAt(ranOn, signal)).runtime;
  }

  /** Reads and decodes storage items in one call: public endpoints count calls. */
  async storages(
    { hash, runtime }: Snapshot,
    items: readonly StorageItem[],
    signal?: AbortSignal,
  ): Promise<unknown[]> {
    const keys = items.map(({ pallet, item, keys }) => runtime.storageKey(pallet, item, keys));
    return await this.read("state_queryStorageAt", [keys, hash], (answer) => {
      const stored = new Map(StorageAnswer.parse(answer)[0]?.changes);
      return items.map(({ pallet, item }, at) => {
        const value = stored.get(keys[at]);
        // Nodes name what is not stored too; leaving a key out says nothing about it.
        if (value === undefined) throw new TypeError(`${pallet}.${item} is missing`);
        return runtime.decodeStorage(pallet, item, value);
      });
    }, signal);
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
    return await this.read(
      "state_getStorage",
      [key, hash],
      (answer) => runtime.decodeStorage(pallet, item, hex.nullish().parse(answer) ?? null),
      signal,
    );
  }

  /** Calls a runtime API; `whenBytes` is the type inside runtimes that wrap it in bytes. */
  async callApi<T>(
    { hash, runtime }: Snapshot,
    api: string,
    method: string,
    values: readonly unknown[],
    whenBytes: string,
    schema: z.ZodType<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const encoded = runtime.encodeApiArguments(api, method, values);
    return await this.read(
      "state_call",
      [`${api}_${method}`, encoded, hash],
      (answer) => schema.parse(runtime.decodeApiOutput(api, method, hex.parse(answer), whenBytes)),
      signal,
    );
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

  /** Ends a connection, so that the next call goes to the next endpoint. */
  async #leave(socket: JsonRpcSocket, why: string): Promise<void> {
    if (this.network.endpoints.length === 1 || this.#socket !== socket) return;
    logger.warn("leaving {endpoint} for the next one: {why}", { endpoint: socket.endpoint, why });
    await socket[Symbol.asyncDispose]();
  }

  async #connect(): Promise<JsonRpcSocket> {
    const { endpoints } = this.network;
    const old = this.#socket;
    this.#socket = undefined;
    await old?.[Symbol.asyncDispose]();
    // Whatever ended it, the node may still take connections and fail each of them.
    if (old) this.#endpointAt = (this.#endpointAt + 1) % endpoints.length;
    const foreign = new Set<string>();
    let pauseMs = FIRST_PAUSE_MS;
    let last: unknown;
    for (let round = 1; round <= this.#connectRounds; round++) {
      for (let tried = 0; tried < endpoints.length; tried++) {
        this.#stop.signal.throwIfAborted();
        const { endpoint } = this;
        try {
          if (!foreign.has(endpoint)) {
            this.#socket = await this.#connectTo(endpoint);
            logger.debug("connected to {endpoint}", { endpoint });
            return this.#socket;
          }
        } catch (error) {
          this.#stop.signal.throwIfAborted();
          last = error;
          const isForeign = error instanceof ConfigError;
          if (isForeign) foreign.add(endpoint);
          logger[isForeign ? "error" : "warn"]("{endpoint} is of no use: {message}", {
            endpoint,
            message: error instanceof Error ? error.message : String(error),
          });
        }
        this.#endpointAt = (this.#endpointAt + 1) % endpoints.length;
      }
      if (endpoints.every((endpoint) => foreign.has(endpoint))) throw last;
      if (round === this.#connectRounds) break;
      await this.#clock.sleep(pauseMs, this.#stop.signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
    const away = endpoints.filter((endpoint) => !foreign.has(endpoint)).join(", ");
    const elsewhere = foreign.size === 0 ? "" : `, and ${[...foreign].join(", ")}: another chain`;
    throw new UnavailableError(
      "chain/no-endpoint",
      `Cannot reach network ${this.network.name}: none of ${away} answers${elsewhere}`,
      { cause: last },
    );
  }

  /**
   * Connects and makes sure that it is the same chain as before.
   *
   * @throws {ConfigError} When it is another.
   */
  async #connectTo(endpoint: string): Promise<JsonRpcSocket> {
    const socket = await JsonRpcSocket.open({
      endpoint,
      connectTimeoutMs: this.#connectTimeoutMs,
      timeoutMs: this.#timeoutMs,
      clock: this.#clock,
      signal: this.#stop.signal,
    });
    try {
      const asked = socket.send("chain_getBlockHash", [0], this.#connectTimeoutMs);
      const answer = await untilAborted(asked, this.#stop.signal);
      const genesisHash = blockHash.parse(answer);
      if (this.genesisHash !== "0x" && genesisHash !== this.genesisHash) {
        throw new ConfigError(
          `Cannot use ${endpoint}: it serves another chain than before; check ` +
            "--subtensor.chain_endpoint, or start again when the chain began anew",
        );
      }
      this.genesisHash = genesisHash;
      this.#connections++;
      return socket;
    } catch (error) {
      await socket[Symbol.asyncDispose]();
      throw unreadable(`the first block of ${endpoint}`, error);
    }
  }

  /** Runtimes are large, so each version is fetched once. */
  #runtime(version: RuntimeVersion, hash: Hex): Promise<Runtime> {
    const name = `${version.specVersion}.${version.transactionVersion}`;
    const known = this.#runtimes.get(name);
    if (known) return known;
    const ask = (method: string, parameters: readonly unknown[]) =>
      this.read(method, parameters, (answer) => answer);
    const fetched = Runtime.open(ask, hash, version).catch(async (error) => {
      if (!(error instanceof SubnetError)) await this.leaveEndpoint("its metadata is unreadable");
      throw unreadable(`the metadata of spec ${version.specVersion}`, error);
    });
    this.#runtimes.set(name, fetched);
    fetched.catch(() => this.#runtimes.delete(name));
    return fetched;
  }
}
