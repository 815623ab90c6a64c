/**
 * What every step of the filter is.
 *
 * @module
 */

/** What a step may look at beside the text. */
export interface FilterContext {
  /** What the prompt was made for. */
  readonly category: string;
  /** Words that name places rather than objects; see block_scenes.ts. */
  readonly blocked: ReadonlySet<string>;
  /** `en`, or `any` to keep every language. */
  readonly language: "en" | "any";
}

/** Returns the text, changed or not, or nothing to drop it. */
export type FilterStep = (text: string, context: FilterContext) => string | undefined;

/** Returns the words of a text: letters, digits, inner hyphens and apostrophes. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}
