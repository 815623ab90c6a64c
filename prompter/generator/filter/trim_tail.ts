import type { FilterStep } from "./filter_step.ts";

/** Words that a phrase cannot end with. Source: the original's list, with articles and more. */
const DANGLING = new Set(
  ("in on at by with about against among before behind between during for from of to over under " +
    "through into upon within without along across beneath beside beyond near off onto towards " +
    "underneath outside above below around and or but that which whose while as than like " +
    "a an the its his her their very is are has having wearing holding featuring made covered " +
    "adorned surrounded decorated").split(" "),
);

/** Takes off words that hang at the end of a cut sentence, as many as there are. */
export const trimTail: FilterStep = (text) => {
  const words = text.split(" ");
  while (words.length > 0) {
    const last = words[words.length - 1].replace(/[,.;:]+$/u, "");
    if (last !== "" && !DANGLING.has(last)) break;
    words.pop();
  }
  const trimmed = words.join(" ").replace(/[,.;: -]+$/u, "");
  return trimmed === "" ? undefined : trimmed;
};
