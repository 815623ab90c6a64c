/**
 * Door of the prompt generator.
 *
 * @module
 */
export { createGeneratorApp, GENERATOR_VERSION, type GeneratorAppOptions } from "./app.ts";
export type { PromptBackend, PromptRequest } from "./backend.ts";
export { CATEGORY_PRESETS } from "./categories.ts";
export { GrammarBackend } from "./grammar/grammar_backend.ts";
export { PromptMemory } from "./prompt_memory.ts";
export { Spool } from "./spool.ts";
export { type GeneratorOptions, startGenerator } from "./start_generator.ts";
