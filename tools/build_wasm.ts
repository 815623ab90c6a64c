/**
 * Compiles the CPU renderer's kernel: `deno task build:wasm`.
 *
 * The artefact is a TypeScript file with the module in base64, so that it loads without a
 * permission, from any place and under any bundler.
 *
 * @module
 */
import asc from "assemblyscript/asc";

const CPU = new URL("../lib/splats/render/cpu/", import.meta.url);

/** Returns the text of `kernel_wasm.ts`, compiled from the sources of the kernel. */
export async function buildKernel(): Promise<string> {
  const sources: Record<string, string> = {
    "kernel.ts": await Deno.readTextFile(new URL("kernel/kernel.as", CPU)),
    "layout.ts": await Deno.readTextFile(new URL("kernel/layout.ts", CPU)),
  };
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
    readFile: (name: string) => sources[name] ?? null,
    writeFile: (_name: string, contents: string | Uint8Array) => {
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
