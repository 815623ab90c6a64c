/**
 * Lint rule `rooms/boundaries`: which room may import which, as docs/architecture.md draws it.
 *
 * @module
 */

/** Room (folder) to the rooms whose doors it may use. Tests may also use any `/testing` door. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "lib/domain": [],
  "lib/splats": [],
  "lib/service": ["domain"],
  "lib/chain": ["domain", "service"],
  "lib/protocol": ["domain", "chain", "service"],
  "generation": ["domain", "splats", "service"],
  "validation": ["domain", "splats", "service"],
  "prompter/generator": [
    "domain",
    "service",
    "prompt-collector/contract",
    "prompt-collector/client",
  ],
  "prompter/collector": ["domain", "chain", "service"],
  "neurons/miner": [
    "domain",
    "splats",
    "chain",
    "protocol",
    "service",
    "generation/client",
    "generation/contract",
  ],
  "neurons/validator": [
    "domain",
    "splats",
    "chain",
    "protocol",
    "service",
    "validation/client",
    "validation/contract",
    "prompt-collector/client",
    "prompt-collector/contract",
  ],
  "devnet": [
    "domain",
    "splats",
    "chain",
    "protocol",
    "service",
    "validator/api/client",
    "validator/api/contract",
    "generation",
    "validation",
    "prompt-generator",
    "prompt-collector",
    "miner",
    "validator",
  ],
};

/** Says why a file may not import a specifier, or nothing when it may. */
export function boundaryProblem(filename: string, specifier: string): string | undefined {
  const file = filename.replaceAll("\\", "/");
  const room = Object.keys(MAY_IMPORT).find((name) => new RegExp(`(^|/)${name}/`).test(file));
  if (room === undefined) return undefined;
  if (specifier.startsWith(".")) {
    const inside = file.slice(file.lastIndexOf(`${room}/`) + room.length + 1);
    const depth = inside.split("/").length - 1;
    const up = specifier.split("/").filter((part) => part === "..").length;
    return up > depth
      ? `${room} reaches out of its room by a relative path: use a room's door`
      : undefined;
  }
  const match = /^@threegen\/(.+)$/.exec(specifier);
  if (!match) return undefined;
  const door = match[1];
  const isTest = /(_test|_bench)\.ts$/.test(file) || /\/(testing|scenarios)\//.test(file);
  if (isTest) return undefined;
  if (door.endsWith("/testing")) return `${room} may use ${specifier} in tests only`;
  const allowed = MAY_IMPORT[room].some((name) => door === name || door.startsWith(`${name}/`));
  return allowed ? undefined : `${room} may not import ${specifier}`;
}

type Importing =
  | Deno.lint.ImportDeclaration
  | Deno.lint.ExportNamedDeclaration
  | Deno.lint.ExportAllDeclaration;

const plugin: Deno.lint.Plugin = {
  name: "rooms",
  rules: {
    boundaries: {
      create(context) {
        const check = (node: Importing) => {
          const source = node.source;
          if (!source || typeof source.value !== "string") return;
          const problem = boundaryProblem(context.filename, source.value);
          if (problem) context.report({ node, message: problem });
        };
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
        };
      },
    },
  },
};

export default plugin;
