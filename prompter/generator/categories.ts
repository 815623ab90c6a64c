/**
 * Lists of categories that prompts are made for.
 *
 * @module
 */

/** Shipped lists. Source: the original's configs of May 2024 (13) and February 2025 (30). */
export const CATEGORY_PRESETS: Readonly<Record<string, readonly string[]>> = {
  seed: [
    "humanoids",
    "animals",
    "monsters",
    "robots",
    "buildings",
    "nature",
    "vehicles",
    "weapons and equipments",
    "food and drinks",
    "gadgets and electronics",
    "decorative elements",
    "furniture",
    "jewelry",
  ],
  latest: [
    "robots",
    "animals",
    "fantasy characters",
    "science fiction characters",
    "monsters and mythical creatures",
    "statues",
    "accessories",
    "plants, mushrooms and trees",
    "rocks and minerals",
    "vehicles",
    "weapons",
    "armor",
    "food and drinks",
    "household items",
    "sports equipment",
    "clothing",
    "furniture",
    "spaceships and space stations",
    "jewelry",
    "crafting and building tools",
    "musical instruments",
    "buildings",
    "toys and collectables",
    "military and war assets",
    "magic artifacts",
    "enchanted structures",
    "historical artifacts",
    "everyday objects",
    "factory equipment",
    "machines and engines",
  ],
};
