import type { FilterStep } from "./filter_step.ts";

/**
 * Verbs with which a model orders an object. Source: the original removes these words anywhere,
 * which spoils a paint bucket; here only a command at the start goes.
 */
const COMMAND =
  /^(?:create|generate|design|build|imagine|make|produce|develop|paint|construct|craft|fabricate|form|draw|render|sculpt|visuali[sz]e|picture|model|depict|show)\s+(?=(?:an?|the|one|your)\s)/u;

/** Phrases before the object that say nothing about it. */
const PREAMBLE =
  /^(?:an? |the )?(?:(?:highly |very )?detailed |realistic |high[- ]quality |stylized )*(?:3d|three-dimensional|image|picture|rendering|render|illustration|depiction|representation|photo|model)(?: (?:model|object|asset|mesh|render|rendering))? of (?=\p{L})/u;

/** Takes off "create …" and "a 3d model of …". */
export const trimCommand: FilterStep = (text) => {
  let trimmed = text;
  for (let before = ""; before !== trimmed;) {
    before = trimmed;
    trimmed = trimmed.replace(COMMAND, "").replace(PREAMBLE, "");
  }
  return trimmed === "" ? undefined : trimmed;
};
