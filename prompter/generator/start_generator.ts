/**
 * A running generator: it makes prompts, sends them, and answers how it is.
 *
 * @module
 */
import type { CollectorClient } from "@threegen/prompt-collector/client";
import {
  type Clock,
  getLogger,
  type Listener,
  type Random,
  serveApp,
  startLoop,
} from "@threegen/service";
import { Registry } from "prom-client";
import { createGeneratorApp } from "./app.ts";
import type { PromptBackend } from "./backend.ts";
import { GENERATOR_PORT } from "./contract.ts";
import { generatorMetrics } from "./generator_metrics.ts";
import { JobBook } from "./job_book.ts";
import { Producer, type ProducerOptions } from "./producer.ts";
import type { PromptMemory } from "./prompt_memory.ts";
import { Sender } from "./sender.ts";
import type { Spool } from "./spool.ts";

/** What a generator needs to run. The caller owns backend, spool and memory. */
export interface GeneratorOptions {
  readonly backend: PromptBackend;
  readonly categories: readonly string[];
  readonly spool: Spool;
  readonly memory: PromptMemory;
  readonly client: CollectorClient;
  readonly apiKey: string;
  readonly clock: Clock;
  readonly random: Random;
  /** @default {"127.0.0.1"} */
  readonly hostname?: string;
  /** @default {10006} */
  readonly port?: number;
  /** Prompts asked for in one call. @default {30} */
  readonly perCall?: number;
  /** Fewest prompts worth a request to the collector. @default {1000} */
  readonly batchSize?: number;
  /** Wait between two calls of the backend, in milliseconds. @default {1000} */
  readonly everyMs?: number;
  /** Prompts in the spool at which making more stops. @default {200000} */
  readonly maxSpooled?: number;
  /** Makes prompts without a job from the start. @default {true} */
  readonly endless?: boolean;
  /** Key that starts and stops jobs from afar. */
  readonly controlKey?: string | undefined;
  readonly blockedWords?: readonly string[] | undefined;
  readonly language?: ProducerOptions["language"];
}

/** Starts a generator. @throws {ConfigError} When the port cannot be bound. */
export function startGenerator(options: GeneratorOptions): Listener {
  const { backend, categories, spool, memory, client, apiKey, clock, random } = options;
  const { hostname = "127.0.0.1", port = GENERATOR_PORT, perCall = 30, batchSize = 1000 } = options;
  const { everyMs = 1000, maxSpooled = 200_000, controlKey, blockedWords, language } = options;
  const logger = getLogger(["threegen", "prompt-generator", "start_generator"]);
  const registry = new Registry();
  const metrics = generatorMetrics(registry, spool);
  const producer = new Producer({
    backend,
    categories,
    spool,
    memory,
    random,
    perCall,
    blockedWords,
    language,
    onCall: (call) => {
      metrics.onCall(call);
      logger.debug("{backend}: {kept} of {invented} prompts of {category} kept; {dropped}", {
        ...call,
        kept: call.kept.length,
      });
    },
  });
  const sender = new Sender({
    spool,
    client,
    apiKey,
    batchSize,
    onSent: (counts) => {
      metrics.onSent(counts);
      logger.info(
        "collector took {accepted} prompts, knew {duplicates}, rejected {rejected}",
        { ...counts },
      );
    },
  });
  const jobs = new JobBook(clock);
  let isEndless = options.endless ?? true;
  const app = createGeneratorApp({
    jobs,
    categories,
    controlKey,
    isLocal: /^(?:127\.|localhost$|::1$)/.test(hostname),
    registry,
    status: () => ({
      backend: backend.name,
      endless: isEndless,
      spooled: spool.size,
      remembered: memory.size,
      categories: Object.fromEntries(spool.categoryCounts()),
    }),
    startEndless: () => isEndless = true,
  });
  const listener = serveApp(app, { name: "prompt generator", hostname, port });

  const stop = new AbortController();
  const common = { signal: stop.signal, clock };
  const loops = [
    startLoop({ ...common, name: "prompt generation", everyMs }, async (signal) => {
      if (spool.size >= maxSpooled) return;
      const job = jobs.current();
      if (job) {
        const wish = { category: job.category ?? undefined, count: job.count - job.made };
        const { kept } = await producer.produce(wish, signal);
        jobs.advance(job.id, kept.length);
      } else if (isEndless) await producer.produce({}, signal);
    }),
    startLoop(
      { ...common, name: "sending to the prompt collector", everyMs: Math.max(everyMs, 250) },
      // With nothing more to come, an incomplete batch would wait for ever.
      (signal) => sender.send(signal, !isEndless && jobs.current() === undefined),
    ),
  ];
  const close = async () => {
    stop.abort(new DOMException("generator stops", "AbortError"));
    await Promise.all([listener.close(), ...loops]);
  };
  return { port: listener.port, url: listener.url, close, [Symbol.asyncDispose]: close };
}
