/**
 * The instruction that a language model gets: a template with named placeholders.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";

/** Default template. Its rules follow the original's seven clauses. */
export const DEFAULT_INSTRUCTION = `Write {count} prompts for a text-to-3D generator.

Each prompt describes one single object of the category "{category}" that could be one 3D model.
- Name the object and one or two features that can be seen: colour, shape, material, pose, a part.
- Every object is different from the others, in kind and not only in colour.
- No surroundings, no scenery, no water bodies, no open areas, no second object, no abstract idea.
- A complete, grammatical phrase in English, lower case, 3 to 8 words, no full stop.
- It does not end with a preposition, with "and", or with an adjective.

Answer with a numbered list of exactly {count} lines and nothing else.`;

/** Values of the placeholders. */
export interface InstructionValues {
  readonly category: string;
  readonly count: number;
}

/** Other spellings of a placeholder. Source: the original's instruction, 2025 and 2024. */
const SPELLINGS: Readonly<Record<string, keyof InstructionValues>> = {
  "{category}": "category",
  "{count}": "count",
  "[category_name]": "category",
  "[prompts_number]": "count",
  "member_placeholder": "category",
  "prompts_num": "count",
};

const PLACEHOLDER =
  /\{\w+\}|\[category_name\]|\[prompts_number\]|\bmember_placeholder\b|\bprompts_num\b/g;

/**
 * Checks a template once, so that a misspelt placeholder stops the start, not the first call.
 *
 * @throws {ConfigError} When a placeholder is missing or unknown.
 */
export function checkInstruction(template: string): void {
  const used = new Set<string>();
  for (const [placeholder] of template.matchAll(PLACEHOLDER)) {
    const name = SPELLINGS[placeholder];
    if (name === undefined) {
      throw new ConfigError(
        `Cannot use instruction: it knows {category} and {count}, not ${placeholder}`,
      );
    }
    used.add(name);
  }
  for (const name of ["category", "count"]) {
    if (!used.has(name)) throw new ConfigError(`Cannot use instruction: {${name}} is missing`);
  }
}

/** Fills a template in one pass, so that a value is never taken for a placeholder. */
export function fillInstruction(template: string, values: InstructionValues): string {
  return template.replace(
    PLACEHOLDER,
    (placeholder) => String(values[SPELLINGS[placeholder]] ?? placeholder),
  );
}

/** Tokens of one list entry: 12 words of up to 2 tokens, its number, its line break. */
const TOKENS_PER_PROMPT = 28;

/**
 * Returns how many tokens an answer with `count` prompts may take. The original allows 150
 * tokens for 150 prompts, so that its answers are cut after about a dozen.
 */
export function tokenBudget(count: number): number {
  return 64 + count * TOKENS_PER_PROMPT;
}
