import type { FilterStep } from "./filter_step.ts";

/** "3. ", "3) ", "(3) ", "- ", "* ", "• ", "Prompt 3: ", "object: ". */
const LIST_MARK =
  /^(?:(?:prompt|object|item|description|answer|name|title)s?\s*#?\d*\s*[:.)-]\s+|[-*•–—·>]+\s+|[-*•–—·>]+(?=\p{L})|\(?\d{1,4}\s*[.):\]-]\s*|\[\d+\]\s*)/iu;

/** "monster: a horned imp": a label before the prompt. */
const LABEL = /^([\p{L} ]{2,30}):\s+(.+)$/u;
const STARTS_ANEW = /^(?:an?|the|one|create|generate|design|make)\s/iu;

/** Emphasis, quotes and brackets that wrap a text or stand at one of its ends. */
const WRAPPING = /^[\s"“”„«»'‘’`*_#~()[\]{}.,;:!?-]+|[\s"“”„«»'‘’`*_#~()[\]{}.,;:!?-]+$/gu;

/**
 * Takes off what a model puts around a prompt: list marks, quotes, emphasis, emoji, a closing
 * remark in brackets. Letters, digits and accents of every script stay (the original destroys
 * them); case does not, as the latest original asks for lower case.
 */
export const cleanText: FilterStep = (raw, { category }) => {
  let text = raw.normalize("NFC")
    .replace(/\p{Cc}|\u2028|\u2029/gu, " ")
    .replace(/(?![\u200C\u200D])\p{Cf}|\p{Extended_Pictographic}|\uFE0F/gu, "")
    .replace(/<\|?[^<>]{0,40}\|?>/gu, " ")
    .replace(/\*\*|__|`/gu, "")
    .replace(/\s+/gu, " ").trim();
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(LIST_MARK, "").replace(WRAPPING, "");
    const label = LABEL.exec(text);
    if (label && (STARTS_ANEW.test(label[2]) || isSameWord(label[1], category))) text = label[2];
  }
  text = text
    .replace(/ [([][^()[\]]*[)\]]?$/u, "")
    .replace(/[‘’]/gu, "'").replace(/[“”„«»"]/gu, "")
    .replace(/ ?[;:–—] ?| - /gu, ", ").replace(/ ,/gu, ",").replace(/,+/gu, ",")
    .replace(/\s+/gu, " ").replace(WRAPPING, "").toLowerCase();
  return /\p{L}/u.test(text) ? text : undefined;
};

function isSameWord(one: string, other: string): boolean {
  const plain = (text: string) => text.trim().toLowerCase().replace(/s$/u, "");
  return plain(one) === plain(other);
}
