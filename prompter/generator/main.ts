/**
 * Program: a prompt generator.
 *
 * @module
 */
import { join } from "node:path";
import { ConfigError } from "@threegen/domain";
import { CollectorClient } from "@threegen/prompt-collector/client";
import { COLLECTOR_PORT } from "@threegen/prompt-collector/contract";
import { aborted, flag, runProgram, seededRandom, systemClock } from "@threegen/service";
import { z } from "zod";
import { GENERATOR_VERSION } from "./app.ts";
import { CATEGORY_PRESETS } from "./categories.ts";
import { GENERATOR_PORT } from "./contract.ts";
import { GrammarBackend } from "./grammar/grammar_backend.ts";
import { Producer } from "./producer.ts";
import { Spool } from "./spool.ts";
import { startGenerator } from "./start_generator.ts";

const flags = {
  "host": flag.text("127.0.0.1").describe("Address to bind; 0.0.0.0 for all"),
  "port": flag.port(GENERATOR_PORT).describe("Port to bind; 0 takes a free one"),
  "data": flag.text("data/generator").describe("Folder of the spool, made when absent"),
  "collector.endpoint": flag.url(`http://127.0.0.1:${COLLECTOR_PORT}`).describe(
    "URL of the prompt collector",
  ),
  "collector.api_key": flag.text("").describe(
    "Key of this generator; better in the environment or a file, where others cannot see it",
  ),
  "collector.api_key_file": flag.text("").describe("File that holds the key"),
  "backend": z.enum(["grammar"]).default("grammar").describe("What invents prompts"),
  "categories": flag.text("seed").describe(
    `Categories: ${Object.keys(CATEGORY_PRESETS).join(" or ")}`,
  ),
  "prompts_num": flag.count(30, 1).describe("Prompts asked for in one call"),
  "batch_size": flag.count(1000, 1).describe("Fewest prompts worth a request to the collector"),
  "interval": flag.seconds(1).describe("Seconds between two calls"),
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
    const categories = CATEGORY_PRESETS[flags.categories];
    if (!categories) {
      throw new ConfigError(
        `Cannot use --categories ${flags.categories}: it is none of ` +
          Object.keys(CATEGORY_PRESETS).join(", "),
      );
    }
    const random = seededRandom(flags.seed ?? crypto.getRandomValues(new Uint32Array(1))[0]);
    const backend = new GrammarBackend();
    if (flags.dry_run) {
      using spool = new Spool(":memory:");
      const perCall = Math.max(1, Math.min(flags.prompts_num, flags.count));
      const producer = new Producer({ backend, categories, spool, random, perCall });
      const encoder = new TextEncoder();
      let left = flags.count;
      while (left > 0 && !signal.aborted) {
        const { kept, category } = await producer.produce(signal);
        const shown = kept.slice(0, left);
        left -= shown.length;
        await Deno.stdout.write(encoder.encode(shown.map((text) => `${text}\n`).join("")));
        await Deno.stderr.write(encoder.encode(`${category}: ${shown.length}, ${left} to go\n`));
      }
      return;
    }
    const apiKey = await readApiKey(flags["collector.api_key"], flags["collector.api_key_file"]);
    using spool = new Spool(await spoolFile(flags.data));
    const client = new CollectorClient({
      endpoint: flags["collector.endpoint"],
      clock: systemClock,
    });
    await using _generator = startGenerator({
      backend,
      categories,
      spool,
      client,
      apiKey,
      clock: systemClock,
      random,
      hostname: flags.host,
      port: flags.port,
      perCall: flags.prompts_num,
      batchSize: flags.batch_size,
      everyMs: flags.interval * 1000,
    });
    await aborted(signal);
  },
);

async function readApiKey(key: string, file: string): Promise<string> {
  let text = key;
  if (text === "" && file !== "") {
    try {
      text = (await Deno.readTextFile(file)).trim();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError(`Cannot read --collector.api_key_file ${file}: ${reason}`, { cause });
    }
  }
  if (text === "") {
    throw new ConfigError(
      "Cannot start prompt generator: no key of the collector; give --collector.api_key_file or " +
        "THREEGEN_COLLECTOR_API_KEY, or try --dry_run",
    );
  }
  return text;
}

async function spoolFile(folder: string): Promise<string> {
  try {
    await Deno.mkdir(folder, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot use --data ${folder}: ${reason}`, { cause });
  }
  return join(folder, "spool.sqlite");
}
