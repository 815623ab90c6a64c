import assert from "node:assert/strict";
import { type PasswordSource, readPassword } from "./read_password.ts";

/** A terminal where this is typed and then nothing, and that knows whether it hides what is typed. */
class TypedTerminal implements PasswordSource {
  readonly rawModes: boolean[] = [];
  readonly #bytes: number[];

  constructor(text: string) {
    this.#bytes = [...new TextEncoder().encode(text)];
  }

  isTerminal(): boolean {
    return true;
  }

  setRaw(mode: boolean): void {
    this.rawModes.push(mode);
  }

  read(chunk: Uint8Array): Promise<number | null> {
    const byte = this.#bytes.shift();
    if (byte === undefined) return new Promise(() => {});
    chunk[0] = byte;
    return Promise.resolve(1);
  }

  /** What nobody has read. */
  get rest(): string {
    return new TextDecoder().decode(Uint8Array.from(this.#bytes));
  }
}

for (
  const [what, typed, password] of [
    ["up to Enter", "pass word~\r", "pass word~"],
    ["what backspace leaves", "paß€\x7f\x08s!\n", "pas!"],
    ["past the start of the line", "a\x7f\x7f\x7fb\r", "b"],
  ]
) {
  Deno.test(`readPassword() reads ${what}`, async () => {
    const source = new TypedTerminal(`${typed}next`);
    assert.equal(await readPassword("Password", { source }), password);
    assert.deepEqual(source.rawModes, [true, false]);
    assert.equal(source.rest, "next");
  });
}

for (
  const [what, typed, message] of [
    ["Ctrl-C", "pass\x03", /^Cannot read password: interrupted$/],
    ["Ctrl-D on an empty line", "\x04", /^Cannot use password: it is empty$/],
    ["Ctrl-D after erasing all", "a\x7f\x04", /^Cannot use password: it is empty$/],
    ["Ctrl-D within a line", "pass\x04word\r", /: a key was typed that is no character, .* only/],
    ["Ctrl-Z", "\x1apassword\r", /a key was typed that is no character/],
    ["Ctrl-U", "pass\x15password\r", /a key was typed that is no character/],
    ["an arrow", "password\x1b[D\r", /a key was typed that is no character/],
    ["a tab", "pass\tword\r", /a key was typed that is no character/],
    ["Enter alone", "\r", /^Cannot use password: it is empty$/],
  ] as const
) {
  Deno.test(`readPassword() refuses ${what}, and shows again what is typed`, async () => {
    const source = new TypedTerminal(typed);
    await assert.rejects(readPassword("Password", { source }), { name: "ConfigError", message });
    assert.deepEqual(source.rawModes, [true, false]);
    assert.equal(source.rest, "");
  });
}

for (const when of ["while it waits", "before it asks"]) {
  Deno.test(`readPassword() ends when its signal aborts ${when}`, async () => {
    const source = new TypedTerminal("pass");
    const stop = new AbortController();
    if (when === "before it asks") stop.abort();
    const asking = readPassword("Password", { source, signal: stop.signal });
    stop.abort();
    await assert.rejects(asking, {
      name: "ConfigError",
      message: "Cannot read password: interrupted",
    });
    assert.deepEqual(source.rawModes, [true, false]);
  });
}
