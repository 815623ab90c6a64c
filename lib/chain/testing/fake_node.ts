/**
 * A node that a test scripts: real JSON-RPC over a real WebSocket, real metadata, invented blocks.
 *
 * @module
 */
import { granted } from "@threegen/service/testing";
import type { Hex, Runtime } from "../polkadot/runtime.ts";

/** Metadata files in the optional data folder beside the checkout. */
export type RecordedSpec = 240 | 343 | 393;

const metadataUrl = (spec: RecordedSpec) =>
  new URL(`../../../../shared/data/chain/metadata_v15_spec${spec}.hex`, import.meta.url);

/** Declares a test on recorded metadata; its name says why it is skipped where there is none. */
export function recorded(name: string, body: () => Promise<void>): void {
  const why = whyNoRecordedMetadata();
  Deno.test({
    name: `${name}${why === undefined ? "" : ` (skipped: ${why})`}`,
    ignore: why !== undefined,
    fn: body,
  });
}

/** Why recorded metadata cannot be used in this test run; nothing when it can. */
function whyNoRecordedMetadata(): string | undefined {
  if (!granted("read", "net", "env")) return "needs -A";
  try {
    Deno.statSync(metadataUrl(393));
    return undefined;
  } catch {
    return "no metadata in the optional data folder beside the checkout";
  }
}

/** Reads recorded metadata as hex. */
export async function recordedMetadata(spec: RecordedSpec): Promise<Hex> {
  return (await Deno.readTextFile(metadataUrl(spec))).trim() as Hex;
}

/** The runtime of recorded metadata. */
export async function recordedRuntime(spec: RecordedSpec): Promise<Runtime> {
  // The codec reads the environment when it is loaded, which a test run may not be allowed to.
  const { Runtime } = await import("../polkadot/runtime.ts");
  const metadata = await recordedMetadata(spec);
  const genesisHash: Hex = `0x${"11".repeat(32)}`;
  return await Runtime.open(
    (method, parameters) =>
      Promise.resolve(
        method === "chain_getBlockHash"
          ? genesisHash
          : answerAboutRuntime(method, parameters, spec, metadata),
      ),
    genesisHash,
    { specVersion: spec, transactionVersion: 1 },
  );
}

/** What a node says about its runtime; nothing for calls about something else. */
function answerAboutRuntime(
  method: string,
  parameters: readonly unknown[],
  specVersion: number,
  metadata: Hex,
): unknown {
  switch (method) {
    case "state_getRuntimeVersion":
      return {
        specName: "node-subtensor",
        implName: "node-subtensor",
        authoringVersion: 1,
        specVersion,
        implVersion: 1,
        // The hash of `Metadata`, version 2: metadata is read by its version.
        apis: [["0x37e397fc7c91f5e4", 2]],
        transactionVersion: 1,
        stateVersion: 1,
      };
    case "system_chain":
      return "Bittensor";
    case "system_properties":
      return { ss58Format: 42, tokenDecimals: 9, tokenSymbol: "TAO" };
    case "rpc_methods":
      return { methods: [] };
    case "state_call": {
      if (parameters[0] === "Metadata_metadata_versions") return "0x080e0000000f000000";
      if (parameters[0] !== "Metadata_metadata_at_version") return undefined;
      // Option of bytes, with a compact length of four bytes.
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, (metadata.length / 2 - 1) * 4 + 2, true);
      return `0x01${length.toHex()}${metadata.slice(2)}`;
    }
    default:
      return undefined;
  }
}

/** What a node does with one call instead of answering it. */
export type Misbehaviour =
  /** Closes the connection. */
  | "drop"
  /** Does the call, then closes the connection instead of answering. */
  | "do and drop"
  /** Never answers. */
  | "hang"
  /** Answers with something that is no JSON-RPC. */
  | "garbage"
  /** Answers with something else. */
  | { readonly answer: unknown }
  /** Answers with an error. */
  | { readonly error: { code: number; message: string; data?: string } };

/** Key of `System.Events`: twox128 of both words. */
const EVENTS_KEY = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";

/** A node whose blocks, storage and faults a test decides. */
export class FakeNode implements AsyncDisposable {
  /** `ws://127.0.0.1:<port>`. */
  readonly endpoint: string;
  /** Hash of block 0. */
  genesisHash: Hex = `0x${"11".repeat(32)}`;
  specVersion: number;
  metadata: Hex;
  /** Storage key to value. */
  readonly storage = new Map<string, Hex>();
  /** Answers of runtime APIs by name: `NeuronInfoRuntimeApi_get_neurons_lite`. */
  readonly apiAnswers = new Map<string, Hex>();
  /** Extrinsics of each block after 0. */
  readonly blocks: Hex[][] = [];
  /** Waiting for the next block. */
  readonly pool: Hex[] = [];
  /** Every method that was called, in order. */
  readonly calls: string[] = [];
  /** Decides about each call; nothing means: answer it. */
  misbehave: (method: string, parameters: readonly unknown[]) => Misbehaviour | undefined = () =>
    undefined;
  /** Hears of each call that stays without an answer. */
  onHang: () => void = () => {};
  /** Whether it takes no connection, as a node that is stopped; its port stays its own. */
  isDown = false;
  /** Whether a submitted call is put into a block at once, and that block is made final. */
  isMining = true;
  /** How many blocks at the end may still be replaced. */
  readonly unfinalBlocks = 2;
  /** Extrinsics that fail, with the rest of their event: what `System.ExtrinsicFailed` carries. */
  readonly failures = new Map<Hex, string>();
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  readonly #sockets = new Set<WebSocket>();

  private constructor(specVersion: number, metadata: Hex) {
    this.specVersion = specVersion;
    this.metadata = metadata;
    this.#server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      (request) => this.#accept(request),
    );
    this.endpoint = `ws://127.0.0.1:${this.#server.addr.port}`;
    this.mine();
  }

  /** Starts a node. */
  static async start(spec: RecordedSpec): Promise<FakeNode> {
    return new FakeNode(spec, await recordedMetadata(spec));
  }

  /** Makes blocks; the first takes what waits. */
  mine(count = 1): void {
    for (let made = 0; made < count; made++) this.blocks.push(this.pool.splice(0));
  }

  /** Makes the blocks after which those that exist are final. */
  finalize(): void {
    this.mine(this.unfinalBlocks);
  }

  /** Closes every connection. */
  dropAll(): void {
    for (const socket of this.#sockets) socket.close();
  }

  /** Closes every connection and takes no other. */
  goDown(): void {
    this.isDown = true;
    this.dropAll();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.dropAll();
    await this.#server.shutdown();
  }

  #accept(request: Request): Response {
    if (this.isDown) return new Response(null, { status: 503 });
    const { socket, response } = Deno.upgradeWebSocket(request);
    this.#sockets.add(socket);
    socket.addEventListener("close", () => this.#sockets.delete(socket));
    socket.addEventListener("message", ({ data }) => {
      const { id, method, params } = JSON.parse(data);
      this.calls.push(method);
      const fault = this.misbehave(method, params);
      if (fault === "drop") return socket.close();
      if (fault === "garbage") return socket.send("<html>502 Bad Gateway</html>");
      if (fault === "hang") return this.onHang();
      if (typeof fault === "object" && "error" in fault) {
        return socket.send(JSON.stringify({ jsonrpc: "2.0", id, error: fault.error }));
      }
      const result = typeof fault === "object" ? fault.answer : this.#answer(method, params);
      if (fault === "do and drop") return socket.close();
      socket.send(JSON.stringify({ jsonrpc: "2.0", id, result }));
    });
    return response;
  }

  #answer(method: string, parameters: readonly unknown[]): unknown {
    const head = this.blocks.length;
    const known = answerAboutRuntime(method, parameters, this.specVersion, this.metadata);
    if (known !== undefined) return known;
    switch (method) {
      case "chain_getBlockHash": {
        const block = (parameters[0] as number | undefined) ?? head;
        return block > head ? null : this.#hash(block);
      }
      case "chain_getHeader": {
        const block = parameters[0] === undefined ? head : this.#blockOf(parameters[0] as Hex);
        return {
          number: `0x${block.toString(16)}`,
          parentHash: this.#hash(Math.max(0, block - 1)),
        };
      }
      case "chain_getBlock":
        return {
          block: { extrinsics: this.blocks[this.#blockOf(parameters[0] as Hex) - 1] ?? [] },
        };
      case "state_call":
        return this.apiAnswers.get(parameters[0] as string) ?? null;
      case "chain_getFinalizedHead":
        return this.#hash(Math.max(0, head - this.unfinalBlocks));
      case "state_getStorage": {
        const stored = this.storage.get(parameters[0] as string);
        if (stored !== undefined || parameters[0] !== EVENTS_KEY) return stored ?? null;
        return this.#events(this.#blockOf(parameters[1] as Hex));
      }
      case "state_queryStorageAt": {
        const keys = parameters[0] as string[];
        const changes = keys.map((key) => [key, this.storage.get(key) ?? null]);
        return [{ block: parameters[1], changes }];
      }
      case "system_accountNextIndex":
        return this.blocks.flat().length;
      case "author_submitExtrinsic": {
        const bytes = parameters[0] as Hex;
        const isKnown = this.pool.includes(bytes) || this.blocks.flat().includes(bytes);
        if (!isKnown) this.pool.push(bytes);
        if (this.isMining) {
          this.mine();
          this.finalize();
        }
        return `0x${"00".repeat(32)}`;
      }
      default:
        return null;
    }
  }

  /** One event per extrinsic: phase and index, System's first or second, its fields, no topics. */
  #events(block: number): Hex {
    const extrinsics = this.blocks[block - 1] ?? [];
    const events = extrinsics.map((bytes, index) => {
      const failure = this.failures.get(bytes);
      // The fields of a success: a weight of zero, class normal, pays a fee.
      const fields = failure === undefined ? "00" + "00000000" : `01${failure}00000000`;
      return `00${index.toString(16).padStart(2, "0")}000000` + `00${fields}` + "00";
    });
    return `0x${(events.length * 4).toString(16).padStart(2, "0")}${events.join("")}`;
  }

  #hash(block: number): Hex {
    return block === 0 ? this.genesisHash : `0x${block.toString(16).padStart(64, "0")}`;
  }

  #blockOf(hash: Hex): number {
    return hash === this.genesisHash ? 0 : Number(hash);
  }
}
