/**
 * Filter: what a backend returned becomes a prompt, or is dropped by the step that says why.
 *
 * Each step is a pure function of the text and the category; the order matters and is the order
 * of the list.
 *
 * @module
 */
import { blockScenes } from "./block_scenes.ts";
import { cleanText } from "./clean_text.ts";
import { dropChatter } from "./drop_chatter.ts";
import { type FilterContext, type FilterStep, wordsOf } from "./filter_step.ts";
import { keepLanguage } from "./keep_language.ts";
import { keepOneObject } from "./keep_one_object.ts";
import { trimCommand } from "./trim_command.ts";
import { trimTail } from "./trim_tail.ts";

/** Fewest and most words of a prompt. */
const MIN_WORDS = 2;
const MAX_WORDS = 12;

/** Every step, in order, with the name that is counted when it drops a text. */
export const FILTER_STEPS: readonly (readonly [name: string, step: FilterStep])[] = [
  ["empty", cleanText],
  ["chatter", dropChatter],
  ["command", trimCommand],
  ["tail", trimTail],
  ["length", keepLength],
  ["language", keepLanguage],
  ["repetition", dropRepetition],
  ["several-objects", keepOneObject],
  ["scene", blockScenes],
];

/** Most passes through the steps; ordinary texts settle in two. */
const MAX_PASSES = 8;

/** What became of a text. */
export type FilterOutcome =
  | { readonly kind: "kept"; readonly text: string }
  | { readonly kind: "dropped"; readonly step: string };

/** Runs a text through every step, again while a later step gives an earlier one new work. */
export function filterPrompt(raw: string, context: FilterContext): FilterOutcome {
  let text = raw;
  let before: string | undefined;
  for (let pass = 0; before !== text; pass++) {
    if (pass === MAX_PASSES) return { kind: "dropped", step: "unsettled" };
    before = text;
    for (const [step, apply] of FILTER_STEPS) {
      const next = apply(text, context);
      if (next === undefined) return { kind: "dropped", step };
      text = next;
    }
  }
  return { kind: "kept", text };
}

/** 2 to 12 words without the article, for scripts that put spaces between them; others by their letters. */
function keepLength(text: string): string | undefined {
  const words = wordsOf(text.replace(/^(?:an?|the) /u, ""));
  const count = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)
    ? (text.match(/\p{L}/gu) ?? []).length
    : words.length;
  return count >= MIN_WORDS && count <= (words.length === count ? MAX_WORDS : 24)
    ? text
    : undefined;
}

/** Drops a text that goes on repeating a word, as a stuck model does; mends a doubled one. */
function dropRepetition(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text).filter((word) => word.length > 3 && word !== "with")) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  if (Math.max(0, ...counts.values()) > 2) return undefined;
  return text.replace(/(?<![\p{L}\p{N}-])([\p{L}\p{N}-]+)(?: \1)+(?![\p{L}\p{N}-])/gu, "$1");
}
