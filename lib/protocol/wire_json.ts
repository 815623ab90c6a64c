/**
 * JSON as neurons exchange it: whole numbers beyond 2^53 (nanosecond times, nonces) stay exact,
 * as bigint, and a hostile text costs no more than its length.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";

/** Bounds of a JSON text. */
export interface WireJsonLimits {
  /** Deepest nesting of arrays and objects. @default {32} */
  readonly maxDepth?: number;
  /** Most values (items, members, containers) in the whole text. @default {10000} */
  readonly maxValues?: number;
}

/** JSON.parse with the source text of each value, and JSON.rawJSON: ECMAScript 2026. */
interface JsonWithSource {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
}
const json = JSON as unknown as JsonWithSource;

/**
 * Parses JSON; whole numbers that a JavaScript number cannot hold exactly become bigint.
 *
 * @throws {RequestError} When the text is not JSON, or too deep, or has too many values.
 */
export function parseWireJson(text: string, limits: WireJsonLimits = {}): unknown {
  const { maxDepth = 32, maxValues = 10_000 } = limits;
  const hasLongNumber = scan(text, maxDepth, maxValues);
  try {
    return hasLongNumber ? json.parse(text, keepLongInteger) : JSON.parse(text);
  } catch (cause) {
    throw new RequestError("protocol/not-json", "Cannot read body: it is not JSON", { cause });
  }
}

/** Prints JSON; a bigint becomes a plain whole number. */
export function stringifyWireJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    // A bigint is a TypeError; looking for one in every value beforehand would cost more.
    if (!(error instanceof TypeError)) throw error;
    return JSON.stringify(
      value,
      (_key, item) => typeof item === "bigint" ? wireInteger(item) : item,
    );
  }
}

/** Returns what `JSON.stringify` prints as a whole number. */
function wireInteger(value: bigint): unknown {
  return json.rawJSON(String(value));
}

function keepLongInteger(
  _key: string,
  value: unknown,
  { source }: { readonly source?: string },
): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value) || source === undefined) {
    return value;
  }
  return /^-?\d+$/.test(source) ? BigInt(source) : value;
}

/** Longest run of digits that a bigint is made of; the largest 256-bit number has 78. */
const LONGEST_INTEGER = 80;

/**
 * Checks the bounds before anything is built: `JSON.parse` would build all of a hostile text
 * first. Strings are skipped by `indexOf`, so megabytes of base64 cost little.
 *
 * @returns Whether a number has so many digits that it may need a bigint.
 */
function scan(text: string, maxDepth: number, maxValues: number): boolean {
  let depth = 0;
  let values = 1;
  let digits = 0;
  let hasLongNumber = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      if (++digits >= 16) hasLongNumber = true;
      if (digits > LONGEST_INTEGER) {
        throw tooLarge(`a number of more than ${LONGEST_INTEGER} digits`);
      }
      continue;
    }
    digits = 0;
    if (code === 0x22) {
      at = endOfString(text, at);
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > maxDepth) throw tooLarge(`it nests deeper than ${maxDepth}`);
      values++;
    } else if (code === 0x5d || code === 0x7d) {
      depth--;
    } else if (code === 0x2c) {
      values++;
    }
    if (values > maxValues) throw tooLarge(`it has more than ${maxValues} values`);
  }
  return hasLongNumber;
}

/** Returns the index of the quote that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return quote;
  }
  return text.length;
}

function tooLarge(state: string): RequestError {
  return new RequestError("protocol/json-bounds", `Cannot read body: ${state}`);
}
