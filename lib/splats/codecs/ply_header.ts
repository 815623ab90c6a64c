/**
 * The header of a PLY: which tables follow, of which columns.
 *
 * Source: "The PLY Polygon File Format" (Turk).
 *
 * @module
 */
import { type Fail, failAs } from "../format_error.ts";

const fail: Fail = failAs("ply");

/** A header longer than this is not one of a splat file, bytes. */
export const MAX_HEADER_BYTES = 64 * 1024;

/** As much as is looked at first. */
const USUAL_HEADER_BYTES = 4096;

/** How the body of a PLY is written. */
export type PlyFormat = "binary_little_endian" | "binary_big_endian" | "ascii";

/** Bytes of each scalar type, by both families of names that PLY files use. */
const TYPE_BYTES: Readonly<Record<string, number>> = {
  char: 1,
  uchar: 1,
  short: 2,
  ushort: 2,
  int: 4,
  uint: 4,
  float: 4,
  double: 8,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  float64: 8,
};

/** A property of an element as a header declares it. */
export interface PlyProperty {
  readonly name: string;
  readonly type: string;
  /** Bytes from the start of the row; 0 in lists. */
  readonly offset: number;
  readonly isList: boolean;
  /** Where the header declares it, bytes from the start of the file. */
  readonly declaredAt: number;
}

/** An element (a table) as a header declares it. */
export interface PlyElement {
  readonly name: string;
  readonly count: number;
  readonly properties: readonly PlyProperty[];
  /** Bytes of a row; meaningless when a property is a list. */
  readonly rowBytes: number;
  /** Where the header declares it, bytes from the start of the file. */
  readonly declaredAt: number;
}

/** What a PLY header says. */
export interface PlyHeader {
  readonly format: PlyFormat;
  readonly elements: readonly PlyElement[];
  /** Where the rows begin. */
  readonly bodyOffset: number;
}

/** Says whether the bytes begin as a PLY does. */
export function isPly(bytes: Uint8Array): boolean {
  return bytes[0] === 0x70 && bytes[1] === 0x6c && bytes[2] === 0x79 &&
    (bytes[3] === 0x0a || bytes[3] === 0x0d);
}

/**
 * Reads a PLY header.
 *
 * @throws {SplatFormatError} When it is malformed or longer than 64 KiB.
 */
export function parsePlyHeader(bytes: Uint8Array): PlyHeader {
  if (!isPly(bytes)) fail(0, "magic", latin1(bytes.subarray(0, 4)), "ply and a line end");
  const text = plyHeaderText(bytes);
  if (text === undefined) {
    fail(0, "header", "without end_header", `end_header within ${MAX_HEADER_BYTES} bytes`);
  }
  let format: PlyFormat | undefined;
  const elements: OpenElement[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [line] = match;
    const at = match.index;
    const words = line.trim().split(/[ \t]+/);
    switch (words[0]) {
      case "format":
        if (!/^format (ascii|binary_(little|big)_endian) 1\.0$/.test(words.join(" "))) {
          fail(at, "format", line, "ascii, binary_little_endian or binary_big_endian 1.0");
        }
        if (format) fail(at, "format", `${line} after another`, "one format line");
        format = words[1] as PlyFormat;
        break;
      case "element":
        addElement(elements, words, line, at);
        break;
      case "property":
        addProperty(elements.at(-1), words, line, at);
        break;
      case "ply":
        if (at > 0) fail(at, "header line", line, "ply only in front");
        break;
      case "comment":
      case "obj_info":
      case "end_header":
      case "":
        break;
      default:
        fail(at, "header line", line, "format, element, property or comment");
    }
  }
  if (!format) fail(0, "header", "without format", "a format line");
  return { format, elements, bodyOffset: text.length };
}

/** Returns all of a header, a character for each byte; nothing where it does not end. */
export function plyHeaderText(bytes: Uint8Array): string | undefined {
  for (const most of [USUAL_HEADER_BYTES, MAX_HEADER_BYTES]) {
    const text = latin1(bytes.subarray(0, most));
    // Where lines end in a carriage return alone, a line feed behind the last is the body's.
    const endLine = /^ply\r(?!\n)/.test(text)
      ? /\rend_header[ \t]*\r/
      : /[\r\n]end_header[ \t]*(\r\n|\n|\r)/;
    const end = endLine.exec(text);
    const size = end ? end.index + end[0].length : Infinity;
    // At the end of what was looked at, a line's end may be cut in two.
    if (size < text.length || (end && most === MAX_HEADER_BYTES)) return text.slice(0, size);
  }
}

/** An element whose properties are still being read. */
interface OpenElement extends PlyElement {
  readonly properties: PlyProperty[];
  rowBytes: number;
}

function addElement(elements: OpenElement[], words: string[], line: string, at: number): void {
  const [, name, digits] = words;
  const count = Number(digits);
  if (words.length !== 3 || !/^\d{1,15}$/.test(digits) || !Number.isSafeInteger(count)) {
    fail(at, "element", line, "element <name> <count>");
  }
  if (elements.some((element) => element.name === name)) {
    fail(at, "element", line, "every name once");
  }
  elements.push({ name, count, properties: [], rowBytes: 0, declaredAt: at });
}

function addProperty(
  element: OpenElement | undefined,
  words: string[],
  line: string,
  at: number,
): void {
  const isList = words[1] === "list";
  const types = isList ? [words[2], words[3]] : [words[1]];
  if (
    !element || words.length !== (isList ? 5 : 3) ||
    !types.every((type) => Object.hasOwn(TYPE_BYTES, type))
  ) {
    fail(at, "property", line, "property <type> <name>, within an element");
  }
  const name = words[words.length - 1];
  if (element.properties.some((property) => property.name === name)) {
    fail(at, "property", line, "every name once");
  }
  const type = types[0];
  element.properties.push({ name, type, offset: element.rowBytes, isList, declaredAt: at });
  if (!isList) element.rowBytes += TYPE_BYTES[type];
}

/** Reads bytes as Latin-1, so that offsets in the text are offsets in the file. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
