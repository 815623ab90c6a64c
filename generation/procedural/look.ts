/**
 * Look: how the prompt and the seed decide colours and proportions of one thing.
 *
 * @module
 */
import { pickOne, type Random } from "@threegen/service";
import { type Finish, hex, type Material, type Rgb, shade, shiftHue } from "./kit/mod.ts";
import type { MaterialWord } from "./prompt/words.ts";

/** What the prompt says about a thing, and the randomness of its seed. */
export interface LookOptions {
  readonly random: Random;
  /** Colours of the thing, the first for its main surface. */
  readonly colours?: readonly Rgb[];
  /** Material of the thing. */
  readonly material?: MaterialWord | undefined;
  /** Colours and materials of named parts: "wheel", "eye". */
  readonly parts?: ReadonlyMap<
    string,
    { colour?: Rgb | undefined; material?: MaterialWord | undefined }
  >;
  /** All words of the prompt, singular. */
  readonly words?: ReadonlySet<string>;
  /** Whether the prompt puts something into the hand. @default {false} */
  readonly isHolding?: boolean;
}

/** Slots that colours of the prompt fill in this order. */
const SLOTS = ["primary", "secondary", "accent"];

/** Decides what a noun leaves open. */
export class Look {
  /** Randomness of this thing. */
  readonly random: Random;
  /** Whether the prompt puts something into the hand. */
  readonly isHolding: boolean;
  readonly #colours: readonly Rgb[];
  readonly #material: MaterialWord | undefined;
  readonly #parts: NonNullable<LookOptions["parts"]>;
  readonly #words: ReadonlySet<string>;
  readonly #heard = new Set<string>();
  readonly #chosen = new Map<string, Rgb>();
  readonly #hue: number;
  readonly #tone: number;

  constructor(options: LookOptions) {
    const { random, colours = [], material, parts = new Map(), words = new Set() } = options;
    this.random = random;
    this.isHolding = options.isHolding ?? false;
    this.#colours = colours;
    this.#material = material;
    this.#parts = parts;
    this.#words = words;
    this.#hue = (random() - 0.5) * 14;
    this.#tone = 0.95 + random() * 0.1;
  }

  /**
   * Material of a surface.
   *
   * @param slots Names in the order in which the prompt is asked: a part such as "wheel", or
   *   "primary", "secondary", "accent".
   * @param finish What it is made of unless the prompt says otherwise.
   * @param standard Its colour unless the prompt says otherwise; of many, the seed picks one.
   */
  skin(slots: string, finish: Finish, standard: string | readonly string[]): Material {
    const { colour, material } = this.#resolve(slots.split(" "));
    const fallback = this.#standard(slots, standard);
    if (material) {
      const tone = slots.includes("secondary") ? 0.8 : slots.includes("accent") ? 0.9 : 1;
      return material.finish(colour ?? shade(material.colour ?? this.vary(fallback), tone));
    }
    return finish(colour ?? this.vary(fallback));
  }

  /** The standard colour of slots; the same for the same slots, however often they are asked. */
  #standard(slots: string, standard: string | readonly string[]): Rgb {
    if (typeof standard === "string") return hex(standard);
    const key = `${slots} ${standard.join()}`;
    const known = this.#chosen.get(key);
    if (known) return known;
    const colour = hex(pickOne(this.random, standard));
    this.#chosen.set(key, colour);
    return colour;
  }

  /** A colour as the seed varies it. */
  vary(colour: Rgb): Rgb {
    return shade(shiftHue(colour, this.#hue), this.#tone);
  }

  /** A number between the two, by the seed. */
  between(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  /** One of the items, by the seed. */
  pick<T>(items: readonly T[]): T {
    return pickOne(this.random, items);
  }

  /** Whether the prompt has one of these words (singular, separated by spaces). */
  says(words: string): boolean {
    const found = words.split(" ").filter((word) => this.#words.has(word));
    for (const word of found) this.#heard.add(word);
    return found.length > 0;
  }

  /** Words that the thing asked for and found: it takes care of them itself. */
  get heard(): ReadonlySet<string> {
    return this.#heard;
  }

  /**
   * A look for something that the thing carries: the prompt's colours are not about it.
   *
   * @param options Words that it shall hear, or the material of its main surface.
   */
  plain(options: { words?: readonly string[]; primary?: Material } = {}): Look {
    const { words = [], primary } = options;
    const material = primary ? { finish: () => primary } : undefined;
    return new Look({ random: this.random, words: new Set(words), material });
  }

  #resolve(
    slots: readonly string[],
  ): { colour: Rgb | undefined; material: MaterialWord | undefined } {
    const named = slots.map((slot) => this.#parts.get(slot)).find((each) => each !== undefined);
    const index = Math.max(...slots.map((slot) => SLOTS.indexOf(slot)));
    const material = named?.material ??
      (index === 0 || this.#material?.whole === true ? this.#material : undefined);
    const colour = named?.colour ?? (index >= 0 ? this.#colours[index] : undefined);
    return { colour, material };
  }
}
