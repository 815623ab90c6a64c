import { type FilterStep, wordsOf } from "./filter_step.ts";

/**
 * Function words of other languages in Latin script that are not English words too, so that one
 * of them is enough. Nouns borrowed by English ("café table") do not count.
 */
const FOREIGN = new Set(
  ("und der das ein eine einer einem mit auf aus für nicht une avec dans sur du des et qui " +
    "los las una unos con del por el och ett med som en het een met van della di un uno il gli " +
    "uma com dos das no não na z ze się na w dla i jest").split(" ").filter((word) =>
      !["no", "i", "en", "met", "van", "dos", "das", "das", "sur", "des", "un", "com", "du", "na"]
        .includes(word)
    ),
);

/** Keeps one language; a prompt that every validator's models must understand is English. */
export const keepLanguage: FilterStep = (text, { language }) => {
  if (language === "any") return text;
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.some((letter) => !/\p{Script=Latin}/u.test(letter))) return undefined;
  const words = wordsOf(text);
  return words.some((word) => FOREIGN.has(word)) ? undefined : text;
};
