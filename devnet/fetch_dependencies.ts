/**
 * Fetches the npm packages of every part before anything starts.
 *
 * @module
 */

/** Every program that a devnet runs, and the page's libraries. */
const ENTRIES = [
  "./devnet_program.ts",
  "./page/vendor_files.ts",
  "../prompter/collector/main.ts",
  "../prompter/generator/main.ts",
  "../generation/main.ts",
  "../validation/main.ts",
  "../neurons/miner/main.ts",
  "../neurons/validator/main.ts",
] as const;

/** On a warm cache the fetch is over before this time, in milliseconds, and nothing is said. */
const PATIENCE_MS = 700;

/** Fetches what is missing; exits with one line when that fails. */
export async function fetchDependencies(): Promise<void> {
  const startedAt = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["cache", ...ENTRIES.map((entry) => new URL(entry, import.meta.url).href)],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
  }).spawn();
  const isTerminal = Deno.stderr.isTerminal();
  let isShown = false;
  let packages = 0;
  const timer = setTimeout(() => {
    isShown = true;
    say(isTerminal ? line() : "Fetching dependencies… (once; about 15 MB)\n");
  }, PATIENCE_MS);
  const line = () => `\rFetching dependencies… ${packages} packages`;

  let said = "";
  for await (const chunk of child.stderr.pipeThrough(new TextDecoderStream())) {
    said += chunk;
    packages = said.match(/^Download .*\.tgz$/gm)?.length ?? 0;
    if (isShown && isTerminal) say(line());
  }
  const { success } = await child.status;
  clearTimeout(timer);
  if (isShown) {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(`${isTerminal ? "\r" : ""}Fetched ${packages} packages in ${seconds} s      \n`);
  }
  if (success) return;
  const reason = /error: (.*)/.exec(said)?.[1] ?? (said.trim() || "deno cache failed");
  say(`error: Cannot fetch dependencies: ${reason}; is the npm registry reachable?\n`);
  Deno.exit(1);
}

function say(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}
