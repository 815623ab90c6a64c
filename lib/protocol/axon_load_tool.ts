/**
 * Load tool: what one signed `PullTask` costs a validator's processor, beside its floors.
 *
 *     deno run -A lib/protocol/axon_load_tool.ts [--count 4000] [--connections 8] [--callers 64]
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

const program = {
  name: "axon_load_tool.ts",
  description: "Measures what one signed PullTask costs an axon, beside its floors.",
  flags: {
    count: flag.count(4000, 1).describe("Calls per measurement"),
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

/** The parent: starts each child in turn, sends the calls and prints the table. */
async function measure(): Promise<void> {
  const callers = Array.from({ length: flags.callers }, (_, index) => signerFromUri(`//${index}`));
  const rows: Record<string, Record<string, string>> = {};
  const cpuMs = new Map<string, number>();
  for (const mode of MODES) {
    const measured = await measureChild(mode, callers);
    cpuMs.set(mode, measured.cpuMs);
    const floorMs = cpuMs.get(mode.replace("axon", "floor"));
    rows[mode] = {
      "ms/call": measured.cpuMs.toFixed(3),
      "calls/s/core": (1000 / measured.cpuMs).toFixed(0),
      "calls/s, wall": measured.perSecond.toFixed(0),
      "over its floor": mode.startsWith("axon") && floorMs !== undefined
        ? `${((measured.cpuMs / floorMs - 1) * 100).toFixed(0)} %`
        : "",
    };
  }
  // deno-lint-ignore no-console -- The table is the result of this tool.
  console.table(rows);
  // deno-lint-ignore no-console -- As above.
  console.log(`JSON of one call: ${jsonMs().toFixed(3)} ms`);
}

async function measureChild(mode: string, callers: readonly Signer[]) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", import.meta.filename!, "--serve", mode],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const stdout = child.stdout.getReader();
  const { value } = await stdout.read();
  const origin = `http://127.0.0.1:${Number(new TextDecoder().decode(value))}`;
  const read = async (path: string) => await (await fetch(`${origin}${path}`)).json();
  await send(origin, signCalls(callers, Math.ceil(flags.count / 3)));
  const calls = signCalls(callers, flags.count);
  const before = await read("/cpu") as number;
  const startedAt = performance.now();
  await send(origin, calls);
  const elapsedMs = performance.now() - startedAt;
  const cpuMs = (await read("/cpu") as number - before) / flags.count;
  await child.stdin.close();
  stdout.releaseLock();
  await child.stdout.cancel();
  await child.status;
  return { cpuMs, perSecond: flags.count / elapsedMs * 1000 };
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
