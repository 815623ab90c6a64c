/**
 * A running collector: its service, its upkeep and its end.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { type Clock, getLogger, type Listener, startLoop } from "@threegen/service";
import type { Registry } from "prom-client";
import { isActive } from "./api_key.ts";
import { createCollectorApp } from "./app.ts";
import type { CollectorLimits } from "./limits.ts";
import { COLLECTOR_PORT } from "./contract.ts";
import type { PromptStore } from "./prompt_store.ts";
import { serveNode } from "./serve_node.ts";
import type { ValidatorGate } from "./validator_gate.ts";

/** What a collector needs to run. The caller owns store and gate. */
export interface CollectorOptions {
  readonly store: PromptStore;
  readonly gate: ValidatorGate;
  readonly clock: Clock;
  /** @default {"127.0.0.1"} */
  readonly hostname?: string;
  /** @default {9100} */
  readonly port?: number;
  readonly limits?: Partial<CollectorLimits>;
  readonly trustsProxy?: boolean;
  readonly registry?: Registry;
  /** Wait between two metagraphs, in milliseconds. @default {300000} */
  readonly metagraphEveryMs?: number;
  /** Oldest prompt that is kept, in milliseconds. @default {30 days} */
  readonly maxAgeMs?: number;
  /** Most prompts that are kept. @default {1000000} */
  readonly maxCount?: number;
}

/**
 * Starts a collector.
 *
 * @throws {ConfigError} When no generator has a key, or the port cannot be bound.
 */
export async function startCollector(options: CollectorOptions): Promise<Listener> {
  const { store, gate, clock, hostname = "127.0.0.1", port = COLLECTOR_PORT } = options;
  const { metagraphEveryMs = 300_000, maxAgeMs = 30 * 86_400_000, maxCount = 1_000_000 } = options;
  const keys = await store.listKeys();
  if (!keys.some((key) => isActive(key, clock.now()))) {
    throw new ConfigError(
      "Cannot start prompt collector: no generator has an active key; " +
        "make one with: deno task collector keys create NAME",
    );
  }
  const app = createCollectorApp({ ...options, store, gate, clock });
  const listener = await serveNode(app, { name: "prompt collector", hostname, port });
  const { count } = await store.bounds();
  const logger = getLogger(["threegen", "prompt-collector", "start_collector"]);
  logger.info("{store} holds {count} prompts", { store: store.name, count });

  const stop = new AbortController();
  const common = { signal: stop.signal, clock };
  const loops = [
    startLoop(
      { ...common, name: "metagraph of the prompt collector", everyMs: metagraphEveryMs },
      (signal) => gate.refresh(signal),
    ),
    startLoop({ ...common, name: "upkeep of the prompt store", everyMs: 60_000 }, async () => {
      // Twice the nonce window would do; an hour leaves room for clocks that are set back.
      const removed = await store.prune({
        maxAgeMs,
        maxCount,
        nonceAgeMs: 3_600_000,
        nowMs: clock.now(),
      });
      if (removed > 0) logger.info("{removed} old prompts were removed", { removed });
    }),
  ];
  const close = async () => {
    stop.abort(new DOMException("collector stops", "AbortError"));
    await Promise.all([listener.close(), ...loops]);
  };
  return { port: listener.port, url: listener.url, close, [Symbol.asyncDispose]: close };
}
