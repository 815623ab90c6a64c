import type { FilterStep } from "./filter_step.ts";

/** Sentences in which a model speaks to its reader. */
const CHATTER: readonly RegExp[] = [
  /^(?:sure|certainly|of course|okay|ok|great|absolutely|sorry|note|oops|whoops|hmm|yes|no)\b[,.! ]/u,
  /^(?:here (?:are|is)|here's|below (?:are|is)|these are|this is|the following|i (?:hope|have|can|will|apologi[sz]e|cannot|am)|i'(?:m|ve|ll)|let me|please|as an ai|feel free|would you|do you|we )/u,
  /\b(?:prompts?|dataset|numbered list|3d models|categor(?:y|ies)|instructions?|word limit|as requested|language model|lowercase|json)\b/u,
  /\b(?:you|your|yours|me|my|us)\b/u,
];

/** Drops what is said about prompts instead of being one. */
export const dropChatter: FilterStep = (text) =>
  CHATTER.some((pattern) => pattern.test(text)) ? undefined : text;
