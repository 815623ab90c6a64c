/**
 * Compiles the CPU renderer's kernel: `deno task build:wasm`.
 *
 * The artefact is a TypeScript file with the module in base64, so that it loads without a
 * permission, from any place and under any bundler.
 *
 * @module
 */

/**
 * The compiler, 22 MB to fetch. Not a literal in `import()` and not in deno.json, so that nobody
 * fetches it who does not build the kernel; run with `--no-lock` to keep it out of deno.lock.
 */
const COMPILER = "npm:assemblyscript@0.28.20/asc";

/** As much of the compiler as is used here. */
interface Compiler {
  main(
    argv: readonly string[],
    options: {
      readFile(name: string): string | null;
      writeFile(name: string, contents: string | Uint8Array): void;
      listFiles(): readonly string[];
    },
  ): Promise<{ error: Error | null; stderr: { toString(): string } }>;
}

const CPU = new URL("../lib/splats/render/cpu/", import.meta.url);

/** Returns the text of `kernel_wasm.ts`, compiled from the sources of the kernel. */
export async function buildKernel(): Promise<string> {
  const sources: Record<string, string> = {
    "kernel.ts": await Deno.readTextFile(new URL("kernel/kernel.as", CPU)),
    "layout.ts": await Deno.readTextFile(new URL("kernel/layout.ts", CPU)),
  };
  const { default: asc } = await import(COMPILER) as { default: Compiler };
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([
    "kernel.ts",
    "--outFile",
    "kernel.wasm",
    "-O3",
    "--converge",
    "--noAssert",
    "--runtime",
    "stub",
    "--importMemory",
    "--noExportMemory",
    "--sharedMemory",
    "--initialMemory",
    "1",
    "--maximumMemory",
    "65536",
    "--enable",
    "simd,relaxed-simd,threads,bulk-memory",
  ], {
    readFile: (name) => sources[name] ?? null,
    writeFile: (_name, contents) => {
      if (typeof contents !== "string") wasm = contents;
    },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`Cannot compile the kernel: ${stderr.toString()}`);
  const lines = new Uint8Array(wasm).toBase64().match(/.{1,96}/g) ?? [];
  return `// Made by \`deno task build:wasm\` from kernel/kernel.as; do not edit.

/** The kernel as a WebAssembly module, base64. */
export const KERNEL_WASM: string = [
${lines.map((line) => `  "${line}",`).join("\n")}
].join("");
`;
}

if (import.meta.main) {
  const file = new URL("kernel_wasm.ts", CPU);
  const text = await buildKernel();
  if (!Deno.args.includes("--check")) await Deno.writeTextFile(file, text);
  else if (await Deno.readTextFile(file) !== text) {
    throw new Error("kernel_wasm.ts is not what the kernel's source compiles to: build it again");
  }
}
