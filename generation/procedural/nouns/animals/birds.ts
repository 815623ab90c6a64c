/**
 * Birds.
 *
 * @module
 */
import { bird } from "../../builders/bird.ts";
import { feathers, polished } from "../../kit/mod.ts";
import { type Noun, nounsOf } from "../../noun.ts";

/** Birds. */
export const BIRDS: readonly Noun[] = nounsOf("animals", [
  [
    "owl, barn owl, snowy owl",
    0.5,
    (look) =>
      bird(look, {
        kind: "owl",
        body: look.skin("primary feather", feathers, ["#8c6844", "#a89078", "#e8e4dc"]),
        belly: look.skin("secondary belly", feathers, "#e4d4b4"),
      }),
  ],
  [
    "parrot, macaw, cockatoo, budgie",
    0.5,
    (look) =>
      bird(look, {
        kind: "parrot",
        body: look.skin("primary feather", feathers, ["#d0281f", "#2c8c3c", "#2864c8"]),
        belly: look.skin("secondary belly wing", feathers, ["#f0c02c", "#2c64c8"]),
      }),
  ],
  [
    "eagle, hawk, falcon, vulture, bald eagle",
    0.9,
    (look) =>
      bird(look, {
        kind: "eagle",
        body: look.skin("primary feather", feathers, "#5c3c24"),
        belly: look.skin("secondary head", feathers, "#f4f0e8"),
      }),
  ],
  ["duck, duckling, rubber duck, mallard", 0.5, (look) =>
    bird(look, {
      kind: "duck",
      body: look.skin(
        "primary feather",
        look.says("rubber") ? polished : feathers,
        look.says("rubber duckling") ? "#f4cc2c" : ["#f4f2ec", "#f0c83c", "#8c7454"],
      ),
      belly: look.skin("secondary", feathers, "#f4f2ec"),
    })],
  [
    "chicken, rooster, hen, chick, turkey",
    0.5,
    (look) =>
      bird(look, {
        kind: "chicken",
        body: look.skin("primary feather", feathers, ["#f2ece0", "#b4642c"]),
        belly: look.skin("secondary tail", feathers, ["#f2ece0", "#2c4c3c"]),
      }),
  ],
  [
    "penguin, emperor penguin",
    0.9,
    (look) =>
      bird(look, {
        kind: "penguin",
        body: look.skin("primary feather", feathers, "#26282f"),
        belly: look.skin("secondary belly", feathers, "#f6f4ee"),
      }),
  ],
  [
    "flamingo",
    1.3,
    (look) =>
      bird(look, {
        kind: "flamingo",
        body: look.skin("primary feather", feathers, "#f2809c"),
        belly: look.skin("secondary", feathers, "#f6a0b4"),
      }),
  ],
  [
    "swan, goose, stork, heron, crane bird",
    1.2,
    (look) =>
      bird(look, {
        kind: "swan",
        body: look.skin("primary feather", feathers, "#f6f4f0"),
        belly: look.skin("secondary", feathers, "#f6f4f0"),
      }),
  ],
  [
    "peacock",
    1.4,
    (look) =>
      bird(look, {
        kind: "peacock",
        body: look.skin("primary feather", feathers, "#1c5cb4"),
        belly: look.skin("secondary tail", feathers, "#2c8c5c"),
      }),
  ],
  [
    "bird, sparrow, robin, pigeon, dove, crow, raven, canary, hummingbird, bluebird, cardinal, songbird, seagull, toucan",
    0.25,
    (look) =>
      bird(look, {
        kind: "songbird",
        body: look.skin(
          "primary feather",
          feathers,
          look.says("crow raven")
            ? "#222328"
            : look.says("dove seagull")
            ? "#f4f2ee"
            : ["#3c84c8", "#c8442c", "#e0b02c", "#8c6844"],
        ),
        belly: look.skin(
          "secondary belly",
          feathers,
          look.says("crow raven") ? "#2b2c32" : "#f4e8d4",
        ),
      }),
  ],
]);
