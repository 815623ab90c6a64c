/**
 * Load tool: what one signed `PullTask` costs a validator's processor, beside its floors.
 *
 *     deno run -A lib/protocol/axon_load_tool.ts [--count 4000] [--rounds 6] [--callers 64]
 *
 * A child process serves; this one sends calls that were signed beforehand. Costs are the child's
 * processor time per call (all its threads), which other work on the machine disturbs least.
 * Floors are served by the same child in the same way: a bare Hono echo of the same call, and the
 * same echo with one bare sr25519 verification in it.
 *
 * @module
 */
import { type Signer, signerFromUri, verifySignature } from "@threegen/chain/wallet";
import { newTaskId } from "@threegen/domain";
import { flag, parseFlags, serveApp, systemClock, unixNanoseconds } from "@threegen/service";
import { Hono } from "hono";
import process from "node:process";
import { axonRoute, createAxon } from "./axon.ts";
import { EMPTY_BODY_HASH } from "./body_hash.ts";
import { PullTask } from "./messages/pull_task.ts";
import { requestMessage, type Verifier } from "./signing.ts";
import { synapseBody } from "./synapse_body.ts";
import { signedCall } from "./testing/signed_call.ts";
import { loadWasmVerifier } from "./wasm_verifier.ts";
import { parseWireJson } from "./wire_json.ts";

const validator = signerFromUri("//Bob");
const task = { type: "text", id: newTaskId(), prompt: "a red chair with four legs" } as const;

/** What a child serves: an axon or a floor, with one of the implementations of sr25519. */
const MODES = [
  "echo",
  "floor javascript",
  "floor wasm",
  "axon none",
  "axon javascript",
  "axon wasm",
];

/** Rounds before the measurements; a validator runs for days, so its code is compiled. */
const WARM_UP_ROUNDS = 3;

const program = {
  name: "axon_load_tool.ts",
  description: "Measures what one signed PullTask costs an axon, beside its floors.",
  flags: {
    count: flag.count(4000, 1).describe("Calls per measurement"),
    rounds: flag.count(6, 1).describe("Measurements of each mode; the cheapest counts"),
    connections: flag.count(8, 1).describe("Calls in flight"),
    callers: flag.count(64, 1).describe("Different hotkeys that call"),
    serve: flag.text("").describe("What the tool's child serves; used by the tool itself"),
  },
};
const { flags } = parseFlags(program, Deno.args);
if (flags.serve !== "") await serve(flags.serve);
else await measure();

/** The child: serves until its stdin closes; `GET /cpu` tells its processor time. */
async function serve(mode: string): Promise<void> {
  const app = new Hono();
  app.get("/cpu", (context) => {
    const { user, system } = process.cpuUsage();
    return context.json((user + system) / 1000);
  });
  const [kind, implementation] = mode.split(" ");
  const verify = await verifierOf(implementation);
  if (kind === "axon") {
    app.route(
      "/",
      createAxon({
        signer: validator,
        clock: systemClock,
        verify,
        routes: [axonRoute({ message: PullTask, handler: () => ({ task }) })],
        addressRate: { perSecond: 1e9, burst: 1e9 },
        hotkeyRate: { perSecond: 1e9, burst: 1e9 },
      }),
    );
  } else {
    const bare = kind === "echo" ? () => true : await bareVerification(implementation);
    app.post("/:message", async (context) => {
      const body = await context.req.text();
      return bare() ? context.body(body) : context.body(null, 401);
    });
  }
  await using listener = serveApp(app, { name: mode, port: 0 });
  Deno.stdout.writeSync(new TextEncoder().encode(`${listener.port}\n`));
  for await (const _ of Deno.stdin.readable) { /* Closed when the parent is done or gone. */ }
}

/** `none` takes every signature, to see what remains. */
function verifierOf(implementation: string): Promise<Verifier> {
  if (implementation === "wasm") return loadWasmVerifier();
  return Promise.resolve(implementation === "none" ? () => true : verifySignature);
}

/** Verifies one of 64 good signatures by turns, with the implementation's own function. */
async function bareVerification(implementation: string): Promise<() => boolean> {
  const samples = Array.from({ length: 64 }, (_, index) => {
    const { publicKey, address, sign } = signerFromUri(`//${index}`);
    const message = requestMessage({
      nonce: unixNanoseconds(systemClock),
      dendriteHotkey: address,
      axonHotkey: validator.address,
      uuid: crypto.randomUUID(),
      bodyHash: EMPTY_BODY_HASH,
    });
    return { message, signature: sign(message), publicKey };
  });
  let turn = 0;
  const next = () => samples[turn++ % samples.length];
  if (implementation === "wasm") {
    const { sr25519Verify, waitReady } = await import("@polkadot/wasm-crypto");
    await waitReady();
    return () => {
      const { message, signature, publicKey } = next();
      return sr25519Verify(signature, message, publicKey);
    };
  }
  const { verify } = await import("@scure/sr25519");
  return () => {
    const { message, signature, publicKey } = next();
    return verify(message, signature, publicKey);
  };
}

/** The body that the SDK's dendrite sends with an empty `PullTask`. */
function pullTaskBody(): string {
  return synapseBody(
    { message: PullTask, timeoutSeconds: 12, dendrite: {}, axon: {}, bodyHash: "" },
    PullTask.schema.parse({}),
  );
}

/** Reading and writing the bodies of one call by itself, in milliseconds of this process. */
function jsonMs(): number {
  const body = pullTaskBody();
  const fields = PullTask.schema.parse({ task });
  const frame = { message: PullTask, timeoutSeconds: 12, dendrite: {}, axon: {}, bodyHash: "" };
  const turn = () => [PullTask.schema.parse(parseWireJson(body)), synapseBody(frame, fields)];
  for (let index = 0; index < 5000; index++) turn();
  const startedAt = performance.now();
  for (let index = 0; index < 20_000; index++) turn();
  return (performance.now() - startedAt) / 20_000;
}

/** The parent: starts all children, sends them calls by turns and prints the table. */
async function measure(): Promise<void> {
  const callers = Array.from({ length: flags.callers }, (_, index) => signerFromUri(`//${index}`));
  const children = await Promise.all(MODES.map(startChild));
  const best = new Map<string, Cost>();
  for (let round = -WARM_UP_ROUNDS; round < flags.rounds; round++) {
    for (const child of children) {
      const isChecked = /^axon (javascript|wasm)$/.test(child.mode);
      const signers = isChecked ? callers : callers.map(withoutSigning);
      const cost = await measureCalls(child, signCalls(signers, flags.count));
      const known = best.get(child.mode);
      if (round >= 0 && cost.cpuMs < (known?.cpuMs ?? Infinity)) best.set(child.mode, cost);
    }
  }
  await Promise.all(children.map(({ stop }) => stop()));
  const rows = MODES.map((mode) => {
    const { cpuMs, perSecond } = best.get(mode)!;
    const floorMs = best.get(mode.replace("axon", "floor"))?.cpuMs;
    return [mode, {
      "ms/call": cpuMs.toFixed(3),
      "calls/s/core": (1000 / cpuMs).toFixed(0),
      "calls/s, wall": perSecond.toFixed(0),
      "x its floor": mode.startsWith("axon") && floorMs !== undefined
        ? (cpuMs / floorMs).toFixed(2)
        : "",
    }] as const;
  });
  // deno-lint-ignore no-console -- The table is the result of this tool.
  console.table(Object.fromEntries(rows));
  const cpuMs = (mode: string) => best.get(mode)!.cpuMs;
  for (const implementation of ["javascript", "wasm"]) {
    const [axonMs, floorMs] = ["axon", "floor"].map((kind) => cpuMs(`${kind} ${implementation}`));
    // deno-lint-ignore no-console -- As above.
    console.log(
      `axon ${implementation} = ${(axonMs / floorMs).toFixed(2)} x its floor ` +
        "(bare echo + one bare sr25519 verification); the goal is less than 1.25 x",
    );
  }
  const [http, verification, json] = [cpuMs("echo"), cpuMs("floor wasm") - cpuMs("echo"), jsonMs()];
  const parts = { http, verification, json };
  const rest = cpuMs("axon wasm") - http - verification - json;
  // deno-lint-ignore no-console -- As above.
  console.log(
    "axon wasm, ms/call:",
    Object.entries({ ...parts, rest }).map(([name, ms]) => `${name} ${ms.toFixed(3)}`).join(", "),
  );
}

/** Signs with zeros, for children that do not look: signing takes longer than sending. */
function withoutSigning(signer: Signer): Signer {
  return { ...signer, sign: () => new Uint8Array(64) };
}

/** What one call cost. */
interface Cost {
  /** Processor time of the child, in milliseconds. */
  readonly cpuMs: number;
  /** Calls per second by the clock on the wall. */
  readonly perSecond: number;
}

interface Child {
  readonly mode: string;
  readonly origin: string;
  stop(): Promise<void>;
}

async function startChild(mode: string): Promise<Child> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", import.meta.filename!, "--serve", mode],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const stdout = child.stdout.getReader();
  const { value } = await stdout.read();
  stdout.releaseLock();
  return {
    mode,
    origin: `http://127.0.0.1:${Number(new TextDecoder().decode(value))}`,
    async stop() {
      await child.stdin.close();
      await child.stdout.cancel();
      await child.status;
    },
  };
}

async function measureCalls({ origin }: Child, calls: readonly Call[][]): Promise<Cost> {
  const cpu = async () => await (await fetch(`${origin}/cpu`)).json() as number;
  const count = calls.reduce((sum, list) => sum + list.length, 0);
  const before = await cpu();
  const startedAt = performance.now();
  await send(origin, calls);
  const elapsedMs = performance.now() - startedAt;
  return { cpuMs: (await cpu() - before) / count, perSecond: count / elapsedMs * 1000 };
}

type Call = ReturnType<typeof signedCall>;

/** Signs calls, one list per connection; a connection is an endpoint of its own to the axon. */
function signCalls(callers: readonly Signer[], count: number): Call[][] {
  const body = pullTaskBody();
  return Array.from({ length: flags.connections }, () => {
    const uuid = crypto.randomUUID();
    const size = Math.ceil(count / flags.connections);
    return Array.from({ length: size }, (_, index) =>
      signedCall({
        signer: callers[index % callers.length],
        receiver: validator.address,
        nonce: unixNanoseconds(systemClock) + BigInt(index),
        uuid,
        body,
        // Signing thousands of calls takes longer than the usual window.
        headers: { timeout: "300.0" },
      }));
  });
}

/** Sends all calls, each list in order; ends at the first that is not answered with 200. */
async function send(origin: string, lists: readonly Call[][]): Promise<void> {
  await Promise.all(lists.map(async (calls) => {
    for (const [url, init] of calls) {
      const response = await fetch(`${origin}${new URL(url).pathname}`, init);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`answered ${response.status}: ${text}`);
    }
  }));
}
