/**
 * Boots a genuine Subtensor runtime from a raw genesis in chopsticks and serves it over WebSocket.
 *
 * It is a program of its own, run with `--no-config --no-lock`: chopsticks and the 300 packages
 * behind it stay out of the workspace's graph and lock file, and are fetched only when this runs.
 * Usage: `deno run -A --no-config --no-lock genuine_node.ts <genesis.json>`; the first line of
 * stdout is `{"endpoint":"ws://127.0.0.1:<port>"}`. It ends when its stdin closes.
 *
 * @module
 */

/** Not a literal in `import()`, so that type-checking the workspace does not fetch it. */
const CHOPSTICKS = "npm:@acala-network/chopsticks@1.5.1";
const SLOT_MS = 12_000n;
/** twox128("Timestamp") ‖ twox128("Now"). */
const TIMESTAMP_NOW = "0xf0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb";
/** twox128("Aura") ‖ twox128("CurrentSlot"). */
const CURRENT_SLOT = "0x57f8dc2f5ab09467896f47300f04243806155b3cd9a8c9e5e9a23fd5dc13a5ed";

function littleEndian64(value: bigint): string {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return `0x${bytes.toHex()}`;
}

if (import.meta.main) {
  const genesis = JSON.parse(await Deno.readTextFile(Deno.args[0]));
  // A raw genesis has no time; without one that is aligned to a slot, block 1 cannot be built.
  const slot = BigInt(Date.now()) / SLOT_MS;
  genesis.genesis.raw.top[TIMESTAMP_NOW] = littleEndian64(slot * SLOT_MS);
  genesis.genesis.raw.top[CURRENT_SLOT] = littleEndian64(slot);

  const { setupWithServer, defaultLogger } = await import(CHOPSTICKS);
  defaultLogger.level = "silent";
  const server = await setupWithServer({
    genesis,
    host: "127.0.0.1",
    port: 0,
    "build-block-mode": "Instant",
  });
  const line = JSON.stringify({ endpoint: `ws://${server.addr}` });
  await Deno.stdout.write(new TextEncoder().encode(`${line}\n`));
  for await (const _ of Deno.stdin.readable) {
    // Only the end of stdin matters: the one who started this is gone.
  }
  Deno.exit(0);
}
