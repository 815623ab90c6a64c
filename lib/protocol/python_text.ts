/**
 * What Python's `str()` and `repr()` print, for the kinds of values that a signed body may hold.
 *
 * The body hash of the Bittensor SDK hashes `str(value)`, so a server in another language has to
 * print values as Python does.
 *
 * @module
 */

/** A number that Python holds as a float although it is whole: prints `1.0`. */
export class PythonFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A value that {@linkcode pythonText} can print. Whole numbers print as `int`. */
export type PythonValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | PythonFloat
  | Uint8Array
  | readonly PythonValue[]
  | ReadonlyMap<string, PythonValue>
  | { readonly [key: string]: PythonValue };

/**
 * Returns Python's `str(value)`.
 *
 * A plain object's integer-like keys come first in JavaScript; where the order matters, pass a Map.
 */
export function pythonText(value: PythonValue): string {
  return typeof value === "string" ? value : pythonRepr(value);
}

/** Returns Python's `repr()` of a float: shortest digits, exponent below 1e-4 and from 1e16. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  if (Number.isSafeInteger(value)) return `${value}.0`; // Below 10^16, where exponents start.
  const [mantissa, exponentText] = value.toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const digits = String(Math.abs(exponent)).padStart(2, "0");
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
  }
  const sign = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "");
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${sign}${whole}.${digits.slice(exponent + 1) || "0"}`;
}

function pythonRepr(value: PythonValue): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") {
    return Number.isInteger(value) ? String(BigInt(value)) : pythonFloat(value);
  }
  if (typeof value === "string") return reprString(value);
  if (value instanceof PythonFloat) return pythonFloat(value.value);
  if (value instanceof Uint8Array) return reprBytes(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(", ")}]`;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return `{${entries.map(([key, item]) => `${reprString(key)}: ${pythonRepr(item)}`).join(", ")}}`;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** Python prefers single quotes, unless the text holds one and no double quote. */
function quoteFor(hasSingle: boolean, hasDouble: boolean): string {
  return hasSingle && !hasDouble ? '"' : "'";
}

function reprString(text: string): string {
  const quote = quoteFor(text.includes("'"), text.includes('"'));
  let output = "";
  for (const character of text) {
    if (character === quote) output += `\\${quote}`;
    else if (character in SHORT_ESCAPES) output += SHORT_ESCAPES[character];
    else if (character !== " " && /[\p{C}\p{Z}]/u.test(character)) {
      output += escapeCode(character.codePointAt(0)!);
    } else output += character;
  }
  return `${quote}${output}${quote}`;
}

function escapeCode(code: number): string {
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

function reprBytes(bytes: Uint8Array): string {
  const quote = quoteFor(bytes.includes(0x27), bytes.includes(0x22));
  let output = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === quote) output += `\\${quote}`;
    else if (character in SHORT_ESCAPES) output += SHORT_ESCAPES[character];
    else if (byte < 0x20 || byte > 0x7e) output += escapeCode(byte);
    else output += character;
  }
  return `b${quote}${output}${quote}`;
}
