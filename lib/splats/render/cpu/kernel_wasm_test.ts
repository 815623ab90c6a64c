import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { KERNEL_WASM } from "./kernel_wasm.ts";

const BUILD = new URL("../../../../tools/build_wasm.ts", import.meta.url);

Deno.test("the committed kernel is a small WebAssembly module with the functions that are called", async () => {
  const bytes = Uint8Array.fromBase64(KERNEL_WASM);
  assert.ok(bytes.length < 20_000, `${bytes.length} bytes`);
  const module = await WebAssembly.compile(bytes);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name).sort();
  assert.deepEqual(names, ["bin", "draw", "keepDepths", "project", "shade", "sortDepth"]);
  assert.deepEqual(WebAssembly.Module.imports(module).map(({ name }) => name), ["memory"]);
});

Deno.test({
  name: "the committed kernel is what its source compiles to",
  ignore: !granted("run", "read"),
  async fn() {
    // The compiler is large and needed for nothing else, so the test never downloads it.
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--cached-only", "--no-check", "--no-lock", "-A", BUILD.pathname, "--check"],
      stdout: "null",
      stderr: "piped",
    }).output();
    const text = new TextDecoder().decode(stderr);
    if (/not found in.*cache|--cached-only/i.test(text)) {
      // deno-lint-ignore no-console -- says that the check did not happen
      console.warn("skipped: run `deno task build:wasm` once to have the compiler");
      return;
    }
    assert.equal(code, 0, text);
  },
});
