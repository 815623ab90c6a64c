/**
 * Checks what readers rely on: every door is documented, every relative link in Markdown leads
 * somewhere, every dependency has its line in docs/dependencies.md, every task a description.
 *
 * @module
 */
// deno-lint-ignore-file no-console
import { dirname, join, relative } from "node:path";

const root = new URL("..", import.meta.url).pathname;

interface RoomFile {
  readonly name: string;
  readonly exports?: string | Readonly<Record<string, string>>;
  readonly workspace?: readonly string[];
  readonly imports?: Readonly<Record<string, string>>;
  readonly tasks?: Readonly<Record<string, { readonly description?: string }>>;
}

async function readRoom(folder: string): Promise<RoomFile> {
  return JSON.parse(await Deno.readTextFile(join(root, folder, "deno.json"))) as RoomFile;
}

/** What `deno doc --json` says of one declaration, as far as it is used here. */
interface Declaration {
  /** `reference` is a re-export: its docstring is where it is declared. */
  readonly kind: string;
  readonly jsDoc?: { readonly doc?: string };
  readonly location: { readonly filename: string; readonly line: number };
}
interface DocumentedModule {
  readonly nodes: Readonly<
    Record<
      string,
      {
        readonly symbols: readonly {
          readonly name: string;
          readonly declarations: readonly Declaration[];
        }[];
      }
    >
  >;
}

/** Returns the symbols that a room's doors export without a word about them. */
async function undocumentedSymbols(rooms: readonly string[]): Promise<string[]> {
  const doors: string[] = [];
  for (const folder of rooms) {
    const { exports = {} } = await readRoom(folder);
    const paths = typeof exports === "string" ? [exports] : Object.values(exports);
    doors.push(...paths.map((path) => join(folder, path)));
  }
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", ...doors],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  if (!success) return [new TextDecoder().decode(stderr).trim()];
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout)) as DocumentedModule;
  const silent = new Set<string>();
  for (const { symbols } of Object.values(nodes)) {
    for (const { name, declarations } of symbols) {
      if (declarations.some(({ jsDoc, kind }) => jsDoc?.doc || kind === "reference")) continue;
      const { filename, line } = declarations[0].location;
      if (filename.startsWith("file:")) {
        silent.add(
          `${relative(root, new URL(filename).pathname)}:${line}: ${name} has no docstring`,
        );
      }
    }
  }
  return [...silent];
}

async function* markdownFiles(folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(folder)) {
    if (entry.name.startsWith(".") && entry.name !== ".github") continue;
    if (entry.name === "node_modules" || entry.name === "coverage") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory) yield* markdownFiles(path);
    else if (entry.name.endsWith(".md")) yield path;
  }
}

/** Returns the relative links of a Markdown file that lead nowhere. */
async function deadLinks(path: string): Promise<string[]> {
  const text = (await Deno.readTextFile(path)).replaceAll(/```[\s\S]*?```/g, "").replaceAll(
    /`[^`\n]*`/g,
    "",
  );
  const dead: string[] = [];
  for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target) || target.startsWith("#")) continue;
    const file = join(dirname(path), decodeURI(target.split("#")[0]));
    const found = await Deno.stat(file).then(() => true, () => false);
    if (!found) dead.push(`${relative(root, path)}: link to ${target} leads nowhere`);
  }
  return dead;
}

const house = await readRoom(".");
const problems = await undocumentedSymbols([".", ...(house.workspace ?? [])]);
for await (const path of markdownFiles(root)) problems.push(...await deadLinks(path));

const dependencies = await Deno.readTextFile(join(root, "docs/dependencies.md"));
for (const name of Object.keys(house.imports ?? {})) {
  if (!dependencies.includes(`\`${name}\``)) {
    problems.push(`docs/dependencies.md: no line for ${name}`);
  }
}
for (const [name, { description }] of Object.entries(house.tasks ?? {})) {
  if (!description) problems.push(`deno.json: task ${name} has no description`);
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) Deno.exit(1);
console.log("docs are complete");
