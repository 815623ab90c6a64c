/**
 * Program: a prompt generator.
 *
 * @module
 */
import { join } from "node:path";
import { ConfigError } from "@threegen/domain";
import { CollectorClient } from "@threegen/prompt-collector/client";
import { COLLECTOR_PORT } from "@threegen/prompt-collector/contract";
import {
  aborted,
  flag,
  print,
  type Random,
  runProgram,
  say,
  seededRandom,
  systemClock,
} from "@threegen/service";
import { z } from "zod";
import { GENERATOR_VERSION } from "./app.ts";
import type { PromptBackend } from "./backend.ts";
import { MODEL_PRESETS } from "./backends/model_rotation.ts";
import { CATEGORY_PRESETS } from "./categories.ts";
import { GENERATOR_PORT } from "./contract.ts";
import { DEFAULT_INSTRUCTION } from "./instruction.ts";
import { loadCategories, readList } from "./load_lists.ts";
import { openBackend } from "./open_backend.ts";
import { Producer } from "./producer.ts";
import { PromptMemory } from "./prompt_memory.ts";
import { Spool } from "./spool.ts";
import { startGenerator } from "./start_generator.ts";

const flags = {
  "host": flag.text("127.0.0.1").describe("Address to bind; 0.0.0.0 for all"),
  "port": flag.port(GENERATOR_PORT).describe("Port to bind; 0 takes a free one"),
  "data": flag.text("data/generator").describe("Folder of spool and memory, made when absent"),
  "collector.endpoint": flag.url(`http://127.0.0.1:${COLLECTOR_PORT}`).describe(
    "URL of the prompt collector",
  ),
  "collector.api_key": flag.text("").describe(
    "Key of this generator; better in the environment or a file, where others cannot see it",
  ),
  "collector.api_key_file": flag.text("").describe("File that holds the key"),
  "backend": z.enum(["grammar", "openai", "onnx"]).default("grammar").describe(
    "What invents prompts: grammar (no model), openai (any compatible endpoint), onnx (this machine)",
  ),
  "fallback": z.enum(["grammar", "none"]).default("grammar").describe(
    "What steps in while the backend is away",
  ),
  "categories": flag.text("seed").describe(
    `Categories: ${Object.keys(CATEGORY_PRESETS).join(", ")}, or a file (a line each, or YAML)`,
  ),
  "block_list": flag.text("").describe("File of words that name places, instead of the built-in"),
  "language": z.enum(["en", "any"]).default("en").describe("Language of prompts that are kept"),
  "instruction": flag.text("").describe(
    "File with the instruction for a model; placeholders {category} and {count}",
  ),
  "prompts_num": flag.count(30, 1).describe("Prompts asked for in one call"),
  "batch_size": flag.count(1000, 1).describe("Fewest prompts worth a request to the collector"),
  "interval": flag.seconds(1).describe("Seconds between two calls"),
  "temperature": z.array(z.coerce.number().min(0).max(2)).length(2).default([0.35, 0.55]).describe(
    "Bounds of the temperature, drawn for each call",
  ),
  "max_tokens": flag.count(4096, 64).describe("Most tokens of one answer"),
  "openai.endpoint": flag.url("http://127.0.0.1:8000/v1").describe("Base URL of the endpoint"),
  "openai.api_key": flag.text("").describe("Key of the endpoint; better in the environment"),
  "openai.models": z.array(z.string().min(1)).min(1).default(["latest"]).describe(
    `Models that take turns, or a preset: ${Object.keys(MODEL_PRESETS).join(", ")}`,
  ),
  "openai.rotate_calls": flag.count(500, 1).describe("Calls until the next model takes over"),
  "openai.rotate_minutes": flag.number(0, 0).describe("Minutes until it does; 0 for never"),
  "openai.json": flag.on().describe("Ask for JSON by schema, where the endpoint can"),
  "openai.timeout": flag.seconds(120).describe("Seconds to wait for one answer"),
  "onnx.model": flag.text("onnx-community/Qwen2.5-0.5B-Instruct").describe("Model of the hub"),
  "onnx.folder": flag.text("").describe("Folder of downloaded models; the hub when absent"),
  "onnx.precision": flag.text("q4").describe("Weights: q4, q8, fp16, fp32"),
  "idle": flag.on().describe("Make prompts for jobs only, until POST /generate_prompts/"),
  "control_key_file": flag.text("").describe("File with the key that may start jobs from afar"),
  "seed": z.coerce.number().int().optional().describe("Repeats a run; random when absent"),
  "dry_run": flag.on().describe("Print prompts instead of sending them"),
  "count": flag.count(100, 1).describe("Prompts of a dry run"),
};

await runProgram(
  {
    name: "deno task prompt-generator",
    description: "Invents prompts and sends them to the prompt collector.",
    version: GENERATOR_VERSION,
    flags,
  },
  async ({ flags }, signal) => {
    const shared = {
      categories: await loadCategories(flags.categories),
      blockedWords: flags.block_list === ""
        ? undefined
        : (await readList("--block_list", flags.block_list)).map((word) => word.toLowerCase()),
      language: flags.language,
      random: seededRandom(flags.seed ?? crypto.getRandomValues(new Uint32Array(1))[0]),
      perCall: flags.prompts_num,
      backend: openBackend({
        backend: flags.backend,
        fallback: flags.fallback,
        instruction: await readText("--instruction", flags.instruction) ?? DEFAULT_INSTRUCTION,
        temperature: [flags.temperature[0], flags.temperature[1]],
        maxTokens: flags.max_tokens,
        openai: {
          endpoint: flags["openai.endpoint"],
          apiKey: flags["openai.api_key"],
          models: flags["openai.models"],
          everyCalls: flags["openai.rotate_calls"],
          everyMs: flags["openai.rotate_minutes"] * 60_000,
          asksJson: flags["openai.json"],
          timeoutMs: flags["openai.timeout"] * 1000,
        },
        onnx: {
          model: flags["onnx.model"],
          folder: flags["onnx.folder"],
          precision: flags["onnx.precision"],
        },
      }, systemClock),
    };
    if (flags.dry_run) return await printPrompts(shared, flags.count, signal);

    const apiKey = flags["collector.api_key"] ||
      await readText("--collector.api_key_file", flags["collector.api_key_file"]);
    if (!apiKey) {
      throw new ConfigError(
        "Cannot start prompt generator: no key of the collector; give --collector.api_key_file " +
          "or THREEGEN_COLLECTOR_API_KEY, or try --dry_run",
      );
    }
    const folder = await makeFolder(flags.data);
    using spool = new Spool(join(folder, "spool.sqlite"));
    using memory = new PromptMemory(join(folder, "memory.sqlite"));
    await using _generator = startGenerator({
      ...shared,
      spool,
      memory,
      apiKey,
      client: new CollectorClient({
        endpoint: flags["collector.endpoint"],
        clock: systemClock,
      }),
      clock: systemClock,
      hostname: flags.host,
      port: flags.port,
      batchSize: flags.batch_size,
      everyMs: flags.interval * 1000,
      endless: !flags.idle,
      controlKey: await readText("--control_key_file", flags.control_key_file),
    });
    await aborted(signal);
  },
);

/** Prints prompts to stdout and progress to stderr; keeps nothing. */
async function printPrompts(
  options: {
    readonly backend: PromptBackend;
    readonly categories: readonly string[];
    readonly random: Random;
    readonly perCall: number;
  },
  count: number,
  signal: AbortSignal,
): Promise<void> {
  using spool = new Spool(":memory:");
  using memory = new PromptMemory(":memory:");
  const producer = new Producer({ ...options, spool, memory });
  // A share for each category, so that a short run shows them all.
  const share = Math.ceil(count / options.categories.length);
  let printed = 0;
  while (printed < count && !signal.aborted) {
    const wish = { count: Math.min(share, count - printed) };
    const { category, backend, invented, kept, dropped } = await producer.produce(wish, signal);
    const shown = kept.slice(0, count - printed);
    printed += shown.length;
    for (const text of shown) print(text);
    const reasons = Object.entries(dropped).map(([reason, number]) => `${reason} ${number}`);
    say(
      `${printed}/${count} ${category}: ${kept.length} of ${invented} by ${backend}` +
        `${reasons.length > 0 ? ` (dropped: ${reasons.join(", ")})` : ""}`,
    );
  }
}

/** Reads a file that a flag names; nothing when it names none. */
async function readText(flagName: string, path: string): Promise<string | undefined> {
  if (path === "") return undefined;
  try {
    return (await Deno.readTextFile(path)).trim();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot read ${flagName} ${path}: ${reason}`, { cause });
  }
}

async function makeFolder(folder: string): Promise<string> {
  try {
    await Deno.mkdir(folder, { recursive: true });
    return folder;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot use --data ${folder}: ${reason}`, { cause });
  }
}
