/**
 * One schema per program gives its flags, its environment names, its help and its checks.
 *
 * Flags are spelled as operators of Bittensor know them (`--wallet.name`); `-` and `_` are the
 * same inside a flag. Environment: `BT_*` for the flags shared with the Bittensor SDK,
 * `THREEGEN_*` for ours. A flag wins over the environment, which wins over the default.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { Command, CommanderError, type Help, Option } from "commander";
import { z } from "zod";

/**
 * What a program's flags are: flag name to schema; `.describe()` gives the help text. Of a flag
 * whose schema has `.meta({ unlessGiven: "other" })` the environment does not count on a command
 * line with `--other`, which says the same in another way.
 */
export type FlagShape = Record<string, z.ZodType>;

/** A program as its `--help` describes it. */
export interface ProgramOptions<Shape extends FlagShape> {
  /** How it is started: `deno task miner`. */
  readonly name: string;
  /** What it does, in one or two sentences. */
  readonly description: string;
  /** Its flags. */
  readonly flags: Shape;
  /** Positional arguments, as commander spells them: `<file>`. */
  readonly argument?: { readonly name: string; readonly description: string };
  /** Other spellings of a flag: `{ "generation.endpoint": "generation.endpoints" }`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Version shown by `--version`. */
  readonly version?: string;
}

/** What the operator asked for. */
export interface Parsed<Shape extends FlagShape> {
  /** Checked values by flag name. */
  readonly flags: { readonly [Name in keyof Shape]: z.output<Shape[Name]> };
  /** Positional arguments. */
  readonly args: readonly string[];
}

/** Thrown for `--help` and `--version`: the text is for stdout and the exit code is 0. */
export class HelpRequested extends Error {
  /** What to print. */
  readonly text: string;

  constructor(text: string) {
    super("help requested");
    this.text = text;
  }
}

const SHARED_PREFIXES = ["wallet.", "subtensor.", "axon.", "logging."];

/** Returns the environment variable of a flag: `wallet.name` is `BT_WALLET_NAME`. */
export function environmentName(flag: string): string {
  const upper = flag.toUpperCase().replaceAll(".", "_").replaceAll("-", "_");
  return SHARED_PREFIXES.some((prefix) => flag.startsWith(prefix))
    ? `BT_${upper}`
    : `THREEGEN_${upper}`;
}

/** Unwraps defaults and optionals, to learn whether a flag takes a value, one or many. */
function innerType(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (
    current instanceof z.ZodDefault || current instanceof z.ZodOptional ||
    current instanceof z.ZodPrefault
  ) {
    current = current.unwrap() as z.ZodType;
  }
  return current;
}

function defaultOf(schema: z.ZodType): unknown {
  const result = schema.safeParse(undefined);
  return result.success ? result.data : undefined;
}

/** `--wallet-name`, `--wallet_name` and `--wallet.name` are the same flag. */
function normalizeFlag(argument: string, known: ReadonlySet<string>): string {
  if (!argument.startsWith("--")) return argument;
  const [name, ...rest] = argument.slice(2).split("=");
  if (known.has(name)) return argument;
  const flat = name.replaceAll(/[-_.]/g, "");
  for (const candidate of known) {
    if (candidate.replaceAll(/[-_.]/g, "") === flat) {
      return [`--${candidate}`, ...rest].join("=");
    }
  }
  return argument;
}

/**
 * Reads a command line.
 *
 * @throws {HelpRequested} On `--help` and `--version`.
 * @throws {ConfigError} On an unknown flag or a value that does not fit, naming both.
 */
export function parseFlags<Shape extends FlagShape>(
  options: ProgramOptions<Shape>,
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Parsed<Shape> {
  const { name, description, flags, argument, aliases = {}, version } = options;
  let output = "";
  const command = new Command(name).description(description).exitOverride().allowExcessArguments(
    false,
  )
    .configureOutput({
      writeOut: (text) => void (output += text),
      writeErr: (text) => void (output += text),
    });
  command.configureHelp({ formatItem }).helpOption("-h, --help", "Show this help");
  if (argument) command.argument(argument.name, argument.description);
  if (version !== undefined) command.version(version, "-V, --version", "Show the version");

  // Commander keeps values under its own spelling: `max-body` becomes `maxBody`.
  const attributes = new Map<string, string>();
  const addOption = (flag: string, option: Option) => {
    attributes.set(flag, option.attributeName());
    command.addOption(option);
  };
  for (const [flag, schema] of Object.entries(flags)) {
    const inner = innerType(schema);
    const meaning = schema.description ?? inner.description ?? "";
    const isSwitch = inner instanceof z.ZodBoolean;
    const isList = inner instanceof z.ZodArray;
    const spelled = isSwitch ? `--${flag}` : isList ? `--${flag} <value...>` : `--${flag} <value>`;
    const fallback = defaultOf(schema);
    const text = Array.isArray(fallback) ? fallback.join(" ") : String(fallback ?? "");
    const shown = text === "" || fallback === false ? "" : ` (default: ${text})`;
    addOption(flag, new Option(spelled, `${meaning}${shown} [${environmentName(flag)}]`));
  }
  for (const [alias, flag] of Object.entries(aliases)) {
    const isList = innerType(flags[flag]) instanceof z.ZodArray;
    addOption(alias, new Option(`--${alias} <value${isList ? "..." : ""}>`).hideHelp());
  }

  const known = new Set([...Object.keys(flags), ...Object.keys(aliases), "help", "version"]);
  try {
    command.parse(argv.map((item) => normalizeFlag(item, known)), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) throw new HelpRequested(output);
    const text = error.message.replace(/^error: /, "").replaceAll("\n", " ").trim();
    throw new ConfigError(`${text.charAt(0).toUpperCase()}${text.slice(1)}; see ${name} --help`);
  }

  const parsed = command.opts<Record<string, unknown>>();
  const given = Object.fromEntries(
    [...attributes].map(([flag, attribute]) => [flag, parsed[attribute]]),
  );
  for (const [alias, flag] of Object.entries(aliases)) {
    if (given[alias] !== undefined && given[flag] === undefined) given[flag] = given[alias];
  }
  const values: Record<string, unknown> = {};
  for (const [flag, schema] of Object.entries(flags)) {
    const inner = innerType(schema);
    const isOverruled = given[schema.meta()?.unlessGiven as string] !== undefined;
    const fromEnv = isOverruled ? undefined : env[environmentName(flag)];
    let value: unknown = given[flag];
    if (value === undefined && fromEnv !== undefined && fromEnv !== "") {
      if (inner instanceof z.ZodBoolean) {
        value = !["0", "false", "no", "off"].includes(fromEnv.toLowerCase());
      } else if (inner instanceof z.ZodArray) value = fromEnv.split(/[\s,]+/).filter(Boolean);
      else value = fromEnv;
    }
    const result = schema.safeParse(value);
    if (!result.success) {
      const reason = result.error.issues.map((issue) => issue.message).join("; ");
      throw new ConfigError(`Cannot use --${flag} ${value ?? ""}: ${reason}; see ${name} --help`);
    }
    values[flag] = result.data;
  }
  return { flags: values as Parsed<Shape>["flags"], args: command.args };
}

/** Widest flag that has its description beside it, in characters; those of wider ones are below. */
const WIDEST_BESIDE = 30;

/** One line of help; commander itself gives up wrapping where one flag is long. */
function formatItem(
  this: Help,
  term: string,
  termWidth: number,
  description: string,
  helper: Help,
): string {
  const width = Math.min(termWidth, WIDEST_BESIDE);
  const indent = " ".repeat(width + 4);
  const lines = helper.boxWrap(description, Math.max(40, (helper.helpWidth ?? 80) - indent.length));
  const below = lines.replaceAll("\n", `\n${indent}`);
  return term.length > width ? `  ${term}\n${indent}${below}` : `  ${term.padEnd(width)}  ${below}`;
}

/** Help text of a program, as `--help` prints it. */
export function helpText<Shape extends FlagShape>(options: ProgramOptions<Shape>): string {
  try {
    parseFlags(options, ["--help"]);
  } catch (error) {
    if (error instanceof HelpRequested) return error.text;
  }
  return "";
}

/** Schemas that many programs share. */
export const flag = {
  /** A port, 0 to 65535; 0 takes a free one. */
  port: (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback),
  /** A whole number of at least `least`. */
  count: (fallback: number, least = 0) => z.coerce.number().int().min(least).default(fallback),
  /** A number within bounds. */
  number: (fallback: number, least = -Infinity, most = Infinity) =>
    z.coerce.number().min(least).max(most).default(fallback),
  /** Seconds, fractions allowed, not negative. */
  seconds: (fallback: number) => z.coerce.number().min(0).default(fallback),
  /** A text. */
  text: (fallback: string) => z.string().default(fallback),
  /** A switch, off unless given. */
  on: () => z.boolean().default(false),
  /** An `http://` or `https://` URL, kept as text without a trailing slash. */
  url: (fallback: string) => httpUrl.default(fallback),
  /** One or more such URLs. */
  urls: (fallback: string) => z.array(httpUrl).default([fallback]),
} as const;

const httpUrl = z.string().regex(/^https?:\/\/[^/]+/, "must begin with http:// or https://")
  .transform((text) => text.replace(/\/+$/, ""));
