/**
 * English plurals.
 *
 * @module
 */

const IRREGULAR: Readonly<Record<string, string>> = {
  men: "man",
  women: "woman",
  children: "child",
  people: "person",
  mice: "mouse",
  geese: "goose",
  teeth: "tooth",
  feet: "foot",
  wolves: "wolf",
  knives: "knife",
  leaves: "leaf",
  elves: "elf",
  dwarves: "dwarf",
  loaves: "loaf",
  shelves: "shelf",
  scarves: "scarf",
  staves: "staff",
  thieves: "thief",
  cacti: "cactus",
  octopi: "octopus",
  cherries: "cherry",
  dice: "die",
  ladybugs: "ladybug",
  shoes: "shoe",
  toes: "toe",
  axes: "axe",
  cookies: "cookie",
  zombies: "zombie",
  pies: "pie",
};

/** Words that end in s and are one thing. */
const SINGULAR = /(ss|us|is|ous)$/;

/** Returns the singular of a noun; words that are no plural come back as they are. */
export function singular(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith("s") || SINGULAR.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|z|ss|o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
