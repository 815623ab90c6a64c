/**
 * The program `deno task devnet`: fetches what it needs, saying so, and then starts.
 *
 * This file and the one that it imports use nothing from npm, so that a first run can say what it
 * waits for.
 *
 * @module
 */
import { fetchDependencies } from "./fetch_dependencies.ts";

if (import.meta.main) {
  await fetchDependencies();
  // Not a literal: Deno would fetch what it leads to before this file runs.
  const program = "./devnet_program.ts";
  await import(program);
}
