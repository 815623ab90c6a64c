/**
 * Door of the prompt collector.
 *
 * @module
 */
export { COLLECTOR_VERSION, type CollectorAppOptions, createCollectorApp } from "./app.ts";
export { type CollectorLimits, DEFAULT_LIMITS } from "./limits.ts";
export { newApiKey } from "./api_key.ts";
export { createKey, disableKeys, type IssuedKey, listKeys, rotateKey } from "./key_ring.ts";
export { openStore, type StoreChoice } from "./open_store.ts";
export type { PromptStore } from "./prompt_store.ts";
export { type CollectorOptions, startCollector } from "./start_collector.ts";
export { type GateOptions, ValidatorGate } from "./validator_gate.ts";
