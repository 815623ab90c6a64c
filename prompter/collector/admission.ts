/**
 * Admission: what a text must be to become a prompt that every validator will use.
 *
 * A generator's key may leak, so a prompt is treated as hostile input: it ends up in the
 * instructions of vision-language judges and on web pages.
 *
 * @module
 */
import type { RefusalReason } from "./contract.ts";

/** Bounds on one prompt. */
export interface AdmissionLimits {
  /** Shortest text, in characters. Source: the original's filter, 5; 3 admits "cat". */
  readonly minCharacters: number;
  /** Longest text, in characters. Twice the original's filter (100). */
  readonly maxCharacters: number;
  /** Longest text, in bytes of UTF-8. */
  readonly maxBytes: number;
}

/** Bounds that fit what the original's generators send. */
export const DEFAULT_ADMISSION: AdmissionLimits = {
  minCharacters: 3,
  maxCharacters: 200,
  maxBytes: 600,
};

/** What became of a text. */
export type Admission =
  | { readonly kind: "admitted"; readonly text: string; readonly key: string }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

const CONTROL = /\p{Cc}|\p{Zl}|\p{Zp}/u;
/** Format, private-use and unassigned characters; joiners between letters are ordinary spelling. */
const HIDDEN =
  /(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}])|(?![\u200C\u200D])\p{Cf}|\p{Co}|\p{Cs}|\p{Cn}|\u115F|\u1160|\u3164|\u{1D159}/u;
const LINK = /https?:|ftp:|\bwww\.|\b[\w-]+\.(?:com|net|org|io|ai|xyz)\b|@\w+\.\w/iu;
const MARKUP = /[<>{}[\]\\|`~^$]|\*\*|__|^#|&#?\w+;/u;
const MIXED =
  /\p{Script=Latin}[\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{M}]*\p{Script=Latin}/u;

/** Phrases that speak to a judge rather than name an object. Each is a table-tested rule. */
const INJECTIONS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:previous|prior|above|earlier|instructions?|prompts?|rules?|guidelines?|everything)\b/u,
  /\b(?:system|developer|assistant|user)\s*(?:prompt|message|role)?\s*:/u,
  /\bsystem prompt\b|\bjailbreak|\bprompt injection\b/u,
  /\byou (?:are|must|should|will|have to)\b/u,
  /\bas an? (?:ai|language model|assistant|judge|evaluator)\b/u,
  /\b(?:give|assign|award|return|output|respond|answer|reply|print|say)\b.{0,40}\b(?:scores?|points?|ratings?|marks?|json|yes|true|winner|maximum|\d+(?:\.\d+)?)\b/u,
  /\b(?:rate|score|grade|rank|judge|evaluate)\b.{0,20}\b(?:this|it|as|highest|higher|perfect|\d+)\b/u,
  /\b(?:perfect|highest|maximum|full|top) (?:scores?|marks?|ratings?|points?)\b/u,
  /\b(?:new|following|these|hidden) instructions?\b|\binstructions?:/u,
  /\b(?:prefer|choose|select|pick) (?:the )?(?:left|right|first|second|other|this) (?:one|image|model|asset|option|render)\b/u,
];

/**
 * Cleans a text and decides whether it is a prompt.
 *
 * Kept: every script's letters, digits, punctuation of a sentence. White space at the ends (the
 * original's generators send a trailing newline) and doubled spaces are dropped.
 */
export function admitPrompt(raw: string, limits: AdmissionLimits = DEFAULT_ADMISSION): Admission {
  // Measured before any pattern runs, so that no input makes them slow.
  if (raw.length > limits.maxCharacters * 4) return { kind: "refused", reason: "too_long" };
  const text = raw.normalize("NFC").trim().replace(
    /[ \u00A0\u2000-\u200A\u202F\u3000]+/gu,
    " ",
  );
  const reason = refusalOf(text, limits);
  return reason === undefined
    ? { kind: "admitted", text, key: promptKey(text) }
    : { kind: "refused", reason };
}

/**
 * Returns what makes two prompts the same: letters and digits without case, articles,
 * punctuation or spelling variants of one character.
 * Source: the original compares lower-cased texts without the words a, an, the.
 */
export function promptKey(text: string): string {
  const words = text.normalize("NFKC").toLowerCase().replace(/[\u200C\u200D]/gu, "")
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => word !== "a" && word !== "an" && word !== "the");
  return (kept.length > 0 ? kept : words).join(" ");
}

function refusalOf(text: string, limits: AdmissionLimits): RefusalReason | undefined {
  const length = [...text].length;
  if (length < limits.minCharacters) return "too_short";
  if (length > limits.maxCharacters) return "too_long";
  if (new TextEncoder().encode(text).length > limits.maxBytes) return "too_long";
  if (CONTROL.test(text)) return "control_characters";
  if (HIDDEN.test(text)) return "hidden_characters";
  if (LINK.test(text)) return "link";
  if (MARKUP.test(text)) return "markup";
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || letters < length * 0.5) return "not_words";
  if (MIXED.test(text)) return "mixed_scripts";
  const plain = text.normalize("NFKC").toLowerCase();
  if (INJECTIONS.some((pattern) => pattern.test(plain))) return "injection";
  return undefined;
}
