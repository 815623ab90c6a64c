import { type FilterStep, wordsOf } from "./filter_step.ts";

/**
 * Words that name a place, weather or a time of day: no single object. Source: the original's
 * block list, without those that only collided with good prompts ("like", "to", "hand", "music").
 */
export const SCENE_WORDS: readonly string[] = (
  "sky skies river ocean sea lake garden wind field fields terrain city jungle forest pool pond " +
  "horizon hillside seaside underwater mist air sunset sunrise sundown dusk dawn twilight beach " +
  "room harbor marina island ambiance cloud clouds village labyrinth street park town desert " +
  "meadow valley canyon galaxy universe storm rain thunderstorm moonlight sunlight night day " +
  "countryside swamp savanna tundra shore coast outdoors kitchen"
).split(" ");

/** Objects whose names end like a place. */
const COMPOUNDS = /\b(?:kitchen|traffic) island\b/gu;

/** Prepositions after which a place is a surrounding: "a boat on the calm sea". */
const PLACES =
  /\b(?:in|on|at|by|over|under|above|against|near|across|through|amid|beneath|along|into|from)\b/u;

/**
 * Drops a prompt whose object is a place ("a mountain lake") or that is set in one ("a castle
 * under a starry sky"). A blocked word elsewhere is fine: sea serpents, rain boots and a field
 * hockey stick are objects. So is a word of the category's own name.
 */
export const blockScenes: FilterStep = (text, { category, blocked }) => {
  const own = new Set(wordsOf(category.toLowerCase()).map(singular));
  const isPlace = (word: string | undefined) =>
    word !== undefined && blocked.has(word) && !own.has(singular(word));
  const phrases = text.replace(COMPOUNDS, "object").split(
    /,|\b(?:with|wearing|holding|carrying|made|covered|shaped|and|that|which|featuring)\b/u,
  );
  for (const [index, phrase] of phrases.entries()) {
    const parts = phrase.split(PLACES).map((part) => wordsOf(part));
    if (index === 0 && isPlace(parts[0]?.at(-1))) return undefined;
    if (parts.slice(1).some((part) => isPlace(part.at(-1)))) return undefined;
  }
  return text;
};

function singular(word: string): string {
  return word.replace(/(?<=\p{L}{3})s$/u, "");
}
