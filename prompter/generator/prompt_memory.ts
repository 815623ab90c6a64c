/**
 * Memory: which prompts were made before, exactly or nearly, over restarts.
 *
 * Two prompts are near when their words are mostly the same, in whatever order: the letter
 * triples of their words overlap by {@linkcode NEAR} or more (Jaccard). MinHash bands find
 * candidates without comparing with everything; each candidate is then compared exactly, so the
 * hashing can miss a pair but never invents one.
 *
 * @module
 */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { ConfigError } from "@threegen/domain";
import { wordsOf } from "./filter/filter_step.ts";

/** Overlap from which two prompts are the same idea. One word of a dozen may differ. */
export const NEAR = 0.8;

/**
 * Bands times rows of the MinHash: a pair with an overlap of 0.8 shares a band with a chance of
 * 1 - (1 - 0.8^4)^8 = 98.5 %.
 */
const BANDS = 8;
const ROWS = 4;

/** Candidates compared per band. A band that more prompts share says little. */
const MAX_CANDIDATES = 30;

/** Words that say nothing about the object. */
const EMPTY_WORDS = new Set(["a", "an", "the", "with", "and", "of", "in", "on", "its", "made"]);

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS remembered (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE IF NOT EXISTS bands (
    hash INTEGER NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (hash, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS bands_by_id ON bands (id);
`;

/** Why a prompt is not new. */
export type Novelty = "new" | "same" | "near";

/** Remembers the newest prompts in a SQLite file, up to a number of them. */
export class PromptMemory implements Disposable {
  readonly #database: DatabaseSync;
  readonly #capacity: number;
  readonly #findText: StatementSync;
  readonly #findBand: StatementSync;
  readonly #addText: StatementSync;
  readonly #addBand: StatementSync;

  /**
   * Opens the memory, making it when absent.
   *
   * @param file Path of the database, or `:memory:`.
   * @param capacity Most prompts that are remembered; the oldest go. About 400 bytes each.
   * @throws {ConfigError} When the file cannot be opened, written, or is not a memory.
   */
  constructor(file: string, capacity = 200_000) {
    this.#capacity = capacity;
    try {
      this.#database = new DatabaseSync(file);
      // NORMAL: what a power cut forgets is at worst invented again, and the collector knows it.
      this.#database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
      this.#database.exec(SCHEMA);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError(`Cannot open prompt memory ${file}: ${reason}`, { cause });
    }
    this.#findText = this.#database.prepare("SELECT id FROM remembered WHERE text = ?");
    this.#findBand = this.#database.prepare(
      `SELECT remembered.text AS text FROM bands JOIN remembered USING (id)
       WHERE bands.hash = ? ORDER BY bands.id DESC LIMIT ${MAX_CANDIDATES}`,
    );
    this.#addText = this.#database.prepare("INSERT INTO remembered (text) VALUES (?)");
    this.#addBand = this.#database.prepare("INSERT OR IGNORE INTO bands VALUES (?, ?)");
  }

  /** How many prompts are remembered. */
  get size(): number {
    const row = this.#database.prepare("SELECT COUNT(*) AS size FROM remembered").get();
    return (row as { size: number }).size;
  }

  /** Says for each text whether it is new, and remembers it when it is; in one transaction. */
  learn(texts: readonly string[]): readonly Novelty[] {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const novelties = texts.map((text) => this.#learnOne(text));
      this.#database.prepare(
        "DELETE FROM bands WHERE id <= (SELECT MAX(id) FROM remembered) - ?",
      ).run(this.#capacity);
      this.#database.prepare(
        "DELETE FROM remembered WHERE id <= (SELECT MAX(id) FROM remembered) - ?",
      ).run(this.#capacity);
      this.#database.exec("COMMIT");
      return novelties;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #learnOne(text: string): Novelty {
    const features = featuresOf(text);
    const canonical = [...meaningfulWords(text)].sort().join(" ");
    if (this.#findText.get(canonical)) return "same";
    const bands = bandsOf(features);
    for (const band of bands) {
      for (const row of this.#findBand.all(band) as unknown as { text: string }[]) {
        if (overlap(features, featuresOf(row.text)) >= NEAR) return "near";
      }
    }
    const id = Number(this.#addText.run(canonical).lastInsertRowid);
    for (const band of bands) this.#addBand.run(band, id);
    return "new";
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}

/** Words that carry meaning, in the singular; word order does not count. */
function meaningfulWords(text: string): readonly string[] {
  const words = wordsOf(text.toLowerCase());
  const kept = words.filter((word) => !EMPTY_WORDS.has(word))
    .map((word) => word.replace(/(?<=\p{L}{3}[^s])s$/u, ""));
  return kept.length > 0 ? kept : words;
}

/** Returns the letter triples of a text's words, each word with its edges marked. */
export function featuresOf(text: string): ReadonlySet<string> {
  const features = new Set<string>();
  for (const word of meaningfulWords(text)) {
    const marked = [...`^${word}$`];
    for (let start = 0; start + 3 <= marked.length; start++) {
      features.add(marked.slice(start, start + 3).join(""));
    }
    if (marked.length < 3) features.add(marked.join(""));
  }
  return features;
}

/** Shared features over all features, 0 to 1. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const feature of one) if (other.has(feature)) shared++;
  return shared / (one.size + other.size - shared);
}

/** Returns one hash per band of the features' MinHash; the band's number is mixed in. */
function bandsOf(features: ReadonlySet<string>): readonly number[] {
  const minima = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const feature of features) {
    const base = hashText(feature);
    for (let index = 0; index < minima.length; index++) {
      const hash = mix(base ^ Math.imul(index + 1, 0x9e3779b1));
      if (hash < minima[index]) minima[index] = hash;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let low = mix(band + 1);
    let high = mix(~band);
    for (let row = 0; row < ROWS; row++) {
      low = mix(low ^ minima[band * ROWS + row]);
      high = mix((high + minima[band * ROWS + row]) >>> 0);
    }
    return (high & 0x1fffff) * 4294967296 + low;
  });
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Spreads the bits of a 32-bit number (the finaliser of MurmurHash 3). */
function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
