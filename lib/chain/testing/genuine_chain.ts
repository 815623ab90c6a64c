/**
 * A genuine Subtensor runtime for tests: chopsticks in a child process, with what a test needs to
 * arrange a scene.
 *
 * @module
 */
import { UnavailableError } from "@threegen/domain";
import { systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { JsonRpcSocket } from "../polkadot/json_rpc_socket.ts";

/** Genesis files in the optional data folder beside the checkout. */
const GENESIS = {
  185: "local_raw_spec185_ea97f78.json",
  218: "raonet_raw_b485aab.json",
} as const;

/** Runtimes that can be booted. */
export type GenuineSpec = keyof typeof GENESIS;

const genesisUrl = (spec: GenuineSpec) =>
  new URL(`../../../../shared/data/chain/${GENESIS[spec]}`, import.meta.url);

/**
 * Why the genuine runtime cannot be booted in this test run; nothing when it can. Say it aloud:
 * `ignore: why !== undefined` and the reason in the test's name.
 */
export function whyNoGenuineChain(spec: GenuineSpec): string | undefined {
  if (!granted("env", "run", "net", "read")) return "needs -A";
  if (Deno.env.get("THREEGEN_CHAIN_TESTS") !== "1") return "runs in `deno task test:chain`";
  try {
    Deno.statSync(genesisUrl(spec));
    return undefined;
  } catch {
    return `no ${GENESIS[spec]} in the optional data folder beside the checkout`;
  }
}

/** A booted chain. */
export class GenuineChain implements AsyncDisposable {
  /** `ws://127.0.0.1:<port>`. */
  readonly endpoint: string;
  readonly #child: Deno.ChildProcess;
  readonly #stdin: WritableStreamDefaultWriter<Uint8Array>;
  readonly #rpc: JsonRpcSocket;

  private constructor(
    endpoint: string,
    child: Deno.ChildProcess,
    stdin: WritableStreamDefaultWriter<Uint8Array>,
    rpc: JsonRpcSocket,
  ) {
    this.endpoint = endpoint;
    this.#child = child;
    this.#stdin = stdin;
    this.#rpc = rpc;
  }

  /**
   * Boots a runtime. The first time ever this downloads chopsticks, which takes a minute or more.
   *
   * @throws {UnavailableError} When it does not boot.
   */
  static async boot(spec: GenuineSpec): Promise<GenuineChain> {
    const program = new URL("./genuine_node.ts", import.meta.url);
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--quiet",
        "--no-config",
        "--no-lock",
        program.href,
        genesisUrl(spec).pathname,
      ],
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const stdin = child.stdin.getWriter();
    const line = await firstJsonLine(child.stdout);
    if (line === undefined) {
      await stdin.close().catch(() => {});
      await child.status;
      throw new UnavailableError("chain/not-booted", `Cannot boot spec ${spec}: chopsticks ended`);
    }
    const { endpoint } = JSON.parse(line) as { endpoint: string };
    const rpc = await JsonRpcSocket.open({
      endpoint,
      connectTimeoutMs: 10_000,
      timeoutMs: 300_000,
      clock: systemClock,
    });
    return new GenuineChain(endpoint, child, stdin, rpc);
  }

  /** Builds blocks without calls. */
  async newBlocks(count: number): Promise<void> {
    await this.#rpc.send("dev_newBlock", [{ count }]);
  }

  /** Writes storage: pallet to item to `[[keys, value], …]`, or to a value for items without keys. */
  async setStorage(values: Readonly<Record<string, Record<string, unknown>>>): Promise<void> {
    await this.#rpc.send("dev_setStorage", [values]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#rpc[Symbol.asyncDispose]();
    await this.#stdin.close().catch(() => {
      // It ended by itself, which is what closing asks for.
    });
    await this.#child.status;
  }
}

/** Reads up to the line that is JSON, then lets the rest flow away. */
async function firstJsonLine(stdout: ReadableStream<Uint8Array>): Promise<string | undefined> {
  const reader = stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return undefined;
    text += value;
    const line = text.split("\n").slice(0, -1).find((candidate) => candidate.startsWith("{"));
    if (line === undefined) continue;
    (async () => {
      while (!(await reader.read()).done) {
        // The child must never block on a full pipe.
      }
    })();
    return line;
  }
}
