/** What is wrong with a file, in words that let a person find the spot. */
export interface FormatProblem {
  /** The format it was read as, such as `ply` or `spz`. */
  readonly format: string;
  /**
   * Where, in bytes from the start of the file, or of the stream where all of it is compressed;
   * left out where a library reads the file and does not tell.
   */
  readonly offset: number | undefined;
  /** Which field, such as `header`, `vertex count` or `positions`. */
  readonly field: string;
  /** What is there. */
  readonly found: string | number;
  /** What should be there. */
  readonly expected: string | number;
}

/** The bytes are not a splat file that we read: truncated, out of bounds or not supported. */
export class SplatFormatError extends Error {
  /** The format it was read as. */
  readonly format: string;
  /** Where, in bytes from the start; undefined where no place can be told. */
  readonly offset: number | undefined;
  /** Which field. */
  readonly field: string;
  /** What is there. */
  readonly found: string | number;
  /** What should be there. */
  readonly expected: string | number;

  /** Makes the message of what is wrong; `cause` is the error underneath, if any. */
  constructor(problem: FormatProblem, options?: ErrorOptions) {
    const { format, offset, field, found, expected } = problem;
    const place = offset === undefined ? "" : ` at byte ${offset}`;
    super(
      `Cannot read ${format}: ${field}${place} is ${quote(found)}, expected ${expected}`,
      options,
    );
    this.name = "SplatFormatError";
    this.format = format;
    this.offset = offset;
    this.field = field;
    this.found = found;
    this.expected = expected;
  }
}

/** Throws what is wrong with a file of one format. */
export type Fail = (
  offset: number | undefined,
  field: string,
  found: string | number,
  expected: string | number,
  cause?: unknown,
) => never;

/** Returns what throws {@linkcode SplatFormatError}s of a format. */
export function failAs(format: string): Fail {
  return (offset, field, found, expected, cause) => {
    throw new SplatFormatError({ format, offset, field, found, expected }, { cause });
  };
}

/** Keeps what a hostile file says short and printable. */
function quote(found: string | number): string {
  if (typeof found === "number") return String(found);
  // deno-lint-ignore no-control-regex -- control characters are what must not reach a terminal
  const printable = found.replace(/[\u0000-\u001f\u007f-\u009f]/g, "?");
  return printable.length > 80 ? `"${printable.slice(0, 77)}..."` : `"${printable}"`;
}
