/**
 * Lists that an operator edits: categories, and words that name places.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { CATEGORY_PRESETS } from "./categories.ts";

/**
 * Returns the categories of a preset or of a file: plain text with one category a line, or a
 * YAML list (`- animals`), also under one key (`obj_categories:`, as in the original's config).
 *
 * @throws {ConfigError} When it is neither a preset nor a file with at least one category.
 */
export async function loadCategories(choice: string): Promise<readonly string[]> {
  const preset = CATEGORY_PRESETS[choice];
  if (preset) return preset;
  const lines = await readList("--categories", choice);
  return lines.map((line) => line.toLowerCase());
}

/** Returns the lines of a list file. @throws {ConfigError} When it cannot be read or is empty. */
export async function readList(flag: string, path: string): Promise<readonly string[]> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const presets = flag === "--categories"
      ? `it is none of ${Object.keys(CATEGORY_PRESETS).join(", ")}, and no file: `
      : "";
    throw new ConfigError(`Cannot use ${flag} ${path}: ${presets}${reason}`, { cause });
  }
  const entries = parseList(text, /\.ya?ml$/i.test(path));
  if (entries.length === 0) throw new ConfigError(`Cannot use ${flag} ${path}: it lists nothing`);
  return entries;
}

/**
 * Reads a list. Of YAML, exactly what such a file needs: block lists, flow lists (`[a, b]`),
 * quotes and comments. Anything else in it is an error rather than a surprise.
 *
 * @throws {ConfigError} On YAML that is no list of texts.
 */
export function parseList(text: string, isYaml: boolean): readonly string[] {
  const entries: string[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, "").trim();
    if (line === "" || (isYaml && /^(?:---|\.\.\.)$/.test(line))) continue;
    if (!isYaml) {
      entries.push(line);
      continue;
    }
    const flow = /^(?:[\w-]+:\s*)?\[(.*)\]$/.exec(line);
    const item = /^-\s+(.+)$/.exec(line);
    if (flow) entries.push(...flow[1].split(",").map(unquote).filter(Boolean));
    else if (item) entries.push(unquote(item[1]));
    else if (!/^[\w-]+:$/.test(line)) {
      throw new ConfigError(
        `Cannot read list: line ${index + 1} ("${
          line.slice(0, 40)
        }") is neither "- entry" nor a key`,
      );
    }
  }
  return [...new Set(entries)];
}

function unquote(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, "$2").trim();
}
