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
import { createGeneratorApp, generatorMetrics } from "./app.ts";
import type { PromptBackend } from "./backend.ts";
import { GENERATOR_PORT } from "./contract.ts";
import { Producer } from "./producer.ts";
import { Sender } from "./sender.ts";
import type { Spool } from "./spool.ts";

/** What a generator needs to run. The caller owns the spool. */
export interface GeneratorOptions {
  readonly backend: PromptBackend;
  readonly categories: readonly string[];
  readonly spool: Spool;
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
}

/** Starts a generator. @throws {ConfigError} When the port cannot be bound. */
export function startGenerator(options: GeneratorOptions): Listener {
  const { backend, categories, spool, client, apiKey, clock, random } = options;
  const { hostname = "127.0.0.1", port = GENERATOR_PORT, perCall = 30, batchSize = 1000 } = options;
  const { everyMs = 1000, maxSpooled = 200_000 } = options;
  const logger = getLogger(["threegen", "prompt-generator", "start_generator"]);
  const registry = new Registry();
  const metrics = generatorMetrics(registry);
  const producer = new Producer({
    backend,
    categories,
    spool,
    random,
    perCall,
    onCall: (call) => {
      metrics.onCall(call);
      logger.debug("{kept} of {invented} prompts of {category} kept", {
        kept: call.kept.length,
        invented: call.invented,
        category: call.category,
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
  const app = createGeneratorApp({ spool, registry });
  const listener = serveApp(app, { name: "prompt generator", hostname, port });

  const stop = new AbortController();
  const common = { signal: stop.signal, clock };
  const loops = [
    startLoop({ ...common, name: "prompt generation", everyMs }, async (signal) => {
      if (spool.size < maxSpooled) await producer.produce(signal);
    }),
    startLoop(
      { ...common, name: "sending to the prompt collector", everyMs: Math.max(everyMs, 250) },
      (signal) => sender.send(signal),
    ),
  ];
  const close = async () => {
    stop.abort(new DOMException("generator stops", "AbortError"));
    await Promise.all([listener.close(), ...loops]);
  };
  return { port: listener.port, url: listener.url, close, [Symbol.asyncDispose]: close };
}
