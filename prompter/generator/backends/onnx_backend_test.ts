import assert from "node:assert/strict";
import { UnavailableError } from "@threegen/domain";
import { seededRandom } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { DEFAULT_INSTRUCTION } from "../instruction.ts";
import { writeTinyLanguageModel } from "../testing/tiny_language_model.ts";
import { type OnnxAnswer, OnnxBackend, type OnnxRequest } from "./onnx_backend.ts";

/** A worker without a model: answers with what the test says. */
class FakeWorker {
  onmessage: ((event: { data: OnnxAnswer }) => void) | undefined;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | undefined;
  readonly requests: OnnxRequest[] = [];
  isTerminated = false;
  postMessage(request: OnnxRequest): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

function backendWith(workers: FakeWorker[]) {
  let made = 0;
  return new OnnxBackend({
    model: "test/model",
    folder: "/models",
    precision: "q4",
    instruction: DEFAULT_INSTRUCTION,
    temperature: [0.35, 0.55],
    maxTokens: 500,
    createWorker: () => workers[made++] as unknown as Worker,
  });
}

const REQUEST = { category: "animals", count: 30, random: seededRandom(1) };

Deno.test("OnnxBackend asks its worker and parses what it wrote", async () => {
  const worker = new FakeWorker();
  using backend = backendWith([worker]);
  const prompts = backend.inventPrompts(REQUEST);
  const [request] = worker.requests;
  assert.match(request.instruction, /category "animals"/);
  assert.equal(request.maxTokens, 500);
  assert.ok(request.temperature >= 0.35 && request.temperature <= 0.55);
  const text = "1. a cat\n2. a dog\n3. an ow";
  worker.onmessage?.({ data: { id: request.id, kind: "output", text, isCut: true } });
  assert.deepEqual(await prompts, ["1. a cat", "2. a dog"]);
});

Deno.test("OnnxBackend says what its worker says, as something that may pass", async () => {
  const worker = new FakeWorker();
  using backend = backendWith([worker]);
  const prompts = backend.inventPrompts(REQUEST);
  const { id } = worker.requests[0];
  worker.onmessage?.({ data: { id, kind: "failure", message: "no such model" } });
  await assert.rejects(prompts, (error) =>
    error instanceof UnavailableError &&
    error.message === "Cannot invent prompts with test/model on this machine: no such model");
});

Deno.test("OnnxBackend makes a new worker after one has died or was stopped", async () => {
  const workers = [new FakeWorker(), new FakeWorker(), new FakeWorker()];
  using backend = backendWith(workers);
  const lost = backend.inventPrompts(REQUEST);
  workers[0].onerror?.({ message: "out of memory", preventDefault: () => {} });
  await assert.rejects(lost, /out of memory/);

  const stop = new AbortController();
  const stopped = backend.inventPrompts({ ...REQUEST, signal: stop.signal });
  stop.abort(new Error("enough"));
  await assert.rejects(stopped, /enough/);
  assert.ok(workers[1].isTerminated);

  const prompts = backend.inventPrompts(REQUEST);
  const { id } = workers[2].requests[0];
  workers[2].onmessage?.({ data: { id, kind: "output", text: "a cat\na dog", isCut: false } });
  assert.deepEqual(await prompts, ["a cat", "a dog"]);
});

const mayAsk = granted("env", "run", "read", "write");
const runs = mayAsk && Deno.env.get("THREEGEN_ONNX_TEST") === "1";
Deno.test({
  name: runs
    ? "a model made here writes prompts through transformers.js and ONNX Runtime"
    : "a model through ONNX Runtime (SKIPPED: 500 MB to fetch; set THREEGEN_ONNX_TEST=1)",
  ignore: !runs,
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const model = await writeTinyLanguageModel(folder);
    const program = new URL("../main.ts", import.meta.url).pathname;
    // A process of its own without the lock file: the library must not enter it.
    const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--no-lock", "-A", program, "--dry_run", "--count", "12"],
        ...["--backend", "onnx", "--fallback", "none", "--prompts_num", "10"],
        ...["--onnx.folder", folder, "--onnx.model", model, "--onnx.precision", "fp32"],
        ...["--temperature", "0.9", "1.0", "--seed", "1"],
      ],
      stdin: "null",
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
    const prompts = new TextDecoder().decode(stdout).trim().split("\n");
    assert.equal(prompts.length, 12);
    for (const prompt of prompts) {
      assert.match(
        prompt,
        /^a \w+ (?:chair|teapot|robot|lantern|castle|bicycle)(?: with two \w+)?$/,
      );
    }
    await Deno.remove(folder, { recursive: true });
  },
});
