import type { FilterStep } from "./filter_step.ts";

/** "3. ", "3) ", "(3) ", "- ", "* ", "• ", "Prompt 3: ", "object: ". */
const LIST_MARK =
  /^(?:(?:prompt|object|item|description|answer|name|title)s?\s*#?\d*\s*[:.)-]\s+|[-*•–—·>]+\s+|[-*•–—·>]+(?=\p{L})|\(?\d{1,4}\s*[.):\]-]\s*|\[\d+\]\s*)/iu;

/** Emphasis, quotes and brackets that wrap a text or stand at one of its ends. */
const WRAPPING = /^[\s"“”„«»'‘’`*_#~()[\]{}.,;:!?-]+|[\s"“”„«»'‘’`*_#~()[\]{}.,;:!?-]+$/gu;

/**
 * Takes off what a model puts around a prompt: list marks, quotes, emphasis, emoji, a closing
 * remark in brackets. Letters, digits and accents of every script stay (the original destroys
 * them); case does not, as the latest original asks for lower case.
 */
export const cleanText: FilterStep = (raw) => {
  let text = raw.normalize("NFC")
    .replace(/\p{Cc}|\u2028|\u2029/gu, " ")
    .replace(/(?![\u200C\u200D])\p{Cf}|\p{Extended_Pictographic}|\uFE0F/gu, "")
    .replace(/<\|?[^<>]{0,40}\|?>/gu, " ")
    .replace(/\*\*|__|`/gu, "")
    .replace(/\s+/gu, " ").trim();
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(LIST_MARK, "").replace(WRAPPING, "");
  }
  text = text
    .replace(/ [([][^()[\]]*[)\]]?$/u, "")
    .replace(/[‘’]/gu, "'").replace(/[“”„«»"]/gu, "")
    .replace(/ ?[;:–—] ?| - /gu, ", ").replace(/ ,/gu, ",").replace(/,+/gu, ",")
    .replace(/\s+/gu, " ").replace(WRAPPING, "").toLowerCase();
  return /\p{L}/u.test(text) ? text : undefined;
};
