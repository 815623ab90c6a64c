/**
 * Headers of a call in the Bittensor SDK's protocol: read, checked and written.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import { pythonFloat } from "./python_text.ts";

/** Version that we announce: the SDK whose rules we follow, 10.2.0, as its thousands-digits. */
export const SPOKEN_VERSION = 10_002_000;

/** Timeout of a call whose header names none, in seconds. Source: the SDK's Synapse, 12. */
export const DEFAULT_TIMEOUT_SECONDS = 12;

/** Most bytes of header names and values that a call may carry. */
const MAX_HEADER_BYTES = 16_384;

/** Most headers of one call; the SDK sends about twenty. */
const MAX_HEADER_COUNT = 100;

/** One end of a call ("TerminalInfo" in the SDK). */
export interface Terminal {
  readonly statusCode?: number;
  readonly statusMessage?: string;
  /** Seconds. */
  readonly processTime?: number;
  readonly ip?: string;
  readonly port?: number;
  /** Version number of the SDK, such as 10002000 for 10.2.0. */
  readonly version?: number;
  /** Nanoseconds. */
  readonly nonce?: bigint;
  readonly uuid?: string;
  readonly hotkey?: string;
  /** `0x` and 128 hex digits. */
  readonly signature?: string;
}

/** What the headers of a call or of an answer say. */
export interface CallHeaders {
  /** Name of the message. */
  readonly name?: string;
  readonly timeoutSeconds: number;
  /** 64 hex digits. */
  readonly bodyHash?: string;
  /** Who is called. */
  readonly axon: Terminal;
  /** Who calls. */
  readonly dendrite: Terminal;
}

type TerminalKey = keyof Terminal;

/** How one field of a terminal is spelled on the wire, and read. */
interface TerminalField {
  readonly key: TerminalKey;
  readonly wireName: string;
  read(text: string): string | number | bigint | undefined;
}

const TERMINAL_FIELDS: readonly TerminalField[] = [
  { key: "statusCode", wireName: "status_code", read: readInteger(999) },
  { key: "statusMessage", wireName: "status_message", read: readText(1024) },
  { key: "processTime", wireName: "process_time", read: readFloat },
  { key: "ip", wireName: "ip", read: readText(64) },
  { key: "port", wireName: "port", read: readInteger(65_535) },
  { key: "version", wireName: "version", read: readInteger(Number.MAX_SAFE_INTEGER) },
  { key: "nonce", wireName: "nonce", read: readNonce },
  // Dots join the parts of a signed message, so a part must not hold one.
  { key: "uuid", wireName: "uuid", read: readPattern(/^[\w-]{1,64}$/) },
  { key: "hotkey", wireName: "hotkey", read: readPattern(/^[1-9A-HJ-NP-Za-km-z]{1,64}$/) },
  { key: "signature", wireName: "signature", read: readText(256) },
];

const readHash = readPattern(/^[0-9a-f]{64}$/);
const readName = readText(128);

/** Every header of a terminal: its name, whose it is, and its field. */
const TERMINAL_HEADERS = (["axon", "dendrite"] as const).flatMap((end) =>
  TERMINAL_FIELDS.map((field) => ({ header: `bt_header_${end}_${field.wireName}`, end, field }))
);

/** Headers by their names in small letters. */
export type HeaderMap = ReadonlyMap<string, string>;

/**
 * Takes headers out of the platform's object, in bounds. A server's headers are costly to touch:
 * they are read in one go, once.
 *
 * @throws {RequestError} 431 when they are too many or too long.
 */
export function readHeaders(headers: Headers): HeaderMap {
  const map = new Map<string, string>();
  let sizeBytes = 0;
  // forEach, not for-of: a server's headers take half the time this way.
  headers.forEach((value, header) => {
    sizeBytes += header.length + value.length;
    if (map.size === MAX_HEADER_COUNT || sizeBytes > MAX_HEADER_BYTES) {
      throw new RequestError(
        "protocol/headers-too-large",
        `Cannot read headers: more than ${MAX_HEADER_COUNT} of them or ${MAX_HEADER_BYTES} bytes`,
        { status: 431 },
      );
    }
    map.set(header, value);
  });
  return map;
}

/**
 * Reads the headers of a call or an answer; unknown ones are skipped and none is required here.
 *
 * @throws {RequestError} 400 when a known header does not read, 431 as {@linkcode readHeaders}.
 */
export function parseCallHeaders(source: HeaderMap | Headers): CallHeaders {
  const headers = source instanceof Headers ? readHeaders(source) : source;
  const ends: Record<"axon" | "dendrite", Record<string, unknown>> = { axon: {}, dendrite: {} };
  for (const { header, end, field } of TERMINAL_HEADERS) {
    const value = headers.get(header);
    if (value !== undefined) ends[end][field.key] = checked(header, field.read(value));
  }
  const call: { -readonly [Key in keyof CallHeaders]: CallHeaders[Key] } = {
    ...ends,
    timeoutSeconds: DEFAULT_TIMEOUT_SECONDS,
  };
  const timeout = headers.get("timeout");
  if (timeout !== undefined) call.timeoutSeconds = checked("timeout", readFloat(timeout));
  const bodyHash = headers.get("computed_body_hash");
  if (bodyHash !== undefined) call.bodyHash = checked("computed_body_hash", readHash(bodyHash));
  const name = headers.get("name");
  if (name !== undefined) call.name = checked("name", readName(name));
  return call;
}

/** Writes headers; fields that are not set are left out, as the SDK does. */
export function writeCallHeaders(call: CallHeaders): Record<string, string> {
  const headers: Record<string, string> = {};
  if (call.name !== undefined) headers.name = call.name;
  headers.timeout = pythonFloat(call.timeoutSeconds);
  for (const { header, end, field } of TERMINAL_HEADERS) {
    const value = call[end][field.key];
    if (value === undefined) continue;
    headers[header] = field.key === "statusMessage" ? headerText(value as string) : String(value);
  }
  if (call.bodyHash !== undefined) headers.computed_body_hash = call.bodyHash;
  return headers;
}

/** Returns a terminal as it stands in a body, as JSON: every field, null where it is not set. */
export function terminalJson(terminal: Terminal): string {
  const { statusCode, statusMessage, processTime, ip, port } = terminal;
  const { version, nonce, uuid, hotkey, signature } = terminal;
  return `{"status_code":${statusCode ?? null},"status_message":${textJson(statusMessage)},` +
    `"process_time":${processTime ?? null},"ip":${textJson(ip)},"port":${port ?? null},` +
    `"version":${version ?? null},"nonce":${nonce ?? null},"uuid":${textJson(uuid)},` +
    `"hotkey":${textJson(hotkey)},"signature":${textJson(signature)}}`;
}

function textJson(text: string | undefined): string {
  return text === undefined ? "null" : JSON.stringify(text);
}

/**
 * Returns the header that announces a required field: base64 of the JSON of an empty value of
 * its type. A Python axon builds the message from headers alone first, and refuses without it.
 */
export function inputObjectHeader(value: unknown): string {
  return btoa(emptyJson(value));
}

function emptyJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      return '""';
    case "bigint":
      return "0";
    case "number":
      return Number.isInteger(value) ? "0" : "0.0";
    case "boolean":
      return "false";
    default:
      if (value === null || value === undefined) return "null";
      return Array.isArray(value) ? "[]" : "{}";
  }
}

/** A header's value must be one line of printable ASCII. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 512);
}

function checked<T>(header: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw new RequestError(
    "protocol/bad-header",
    `Cannot parse headers: the value of ${header} does not read`,
  );
}

function readText(maxLength: number): (text: string) => string | undefined {
  return (text) => text.length <= maxLength ? text : undefined;
}

function readPattern(pattern: RegExp): (text: string) => string | undefined {
  return (text) => pattern.test(text) ? text : undefined;
}

function readInteger(most: number): (text: string) => number | undefined {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
    return value <= most ? value : undefined;
  };
}

/** In one spelling only: a call whose text was changed is not the call that was signed. */
function readNonce(text: string): bigint | undefined {
  return /^(0|[1-9]\d{0,19})$/.test(text) ? BigInt(text) : undefined;
}

function readFloat(text: string): number | undefined {
  const value = /^\d{1,20}(\.\d{0,20})?(e[+-]?\d{1,3})?$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
