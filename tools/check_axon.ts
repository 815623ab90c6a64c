/**
 * `deno task check-axon IP:PORT --hotkey 5…`: whether an axon can be talked to, and how it is set.
 *
 * @module
 */
import { chosenWallet, walletFlags } from "@threegen/chain";
import { loadHotkey, signerFromSeed } from "@threegen/chain/wallet";
import { ConfigError, Hotkey } from "@threegen/domain";
import { flag, print, runProgram, systemClock } from "@threegen/service";
import { z } from "zod";
import { inspectAxon } from "./axon_report.ts";

await runProgram({
  name: "deno task check-axon",
  description:
    "Look at an axon from outside: is it reachable, does it speak the protocol, does it sign its " +
    "answers, does it insist on signatures, is its clock right? Exit code 1 when neurons cannot " +
    "talk to it.",
  argument: { name: "<address>", description: "ip:port, as the chain lists it" },
  flags: {
    hotkey: z.string({ error: "is needed to address the call" }).pipe(Hotkey)
      .describe("Hotkey of the axon, as the chain lists it"),
    timeout: flag.seconds(12).describe("Longest wait for each answer, in seconds"),
    json: z.boolean().default(false).describe("Print one JSON object"),
    ...walletFlags,
    "wallet.name": z.string().default("")
      .describe("Ask as this wallet's hotkey instead of a new one"),
  },
}, async ({ flags, args: [address] }, signal) => {
  const { ip, port } = parseAddress(address);
  const signer = flags["wallet.name"] === ""
    ? signerFromSeed(crypto.getRandomValues(new Uint8Array(32)))
    : await loadHotkey(chosenWallet(flags));
  const findings = await inspectAxon({
    target: { ip, port, hotkey: flags.hotkey },
    signer,
    clock: systemClock,
    timeoutMs: flags.timeout * 1000,
    signal,
  });
  const isUsable = findings.every(({ level }) => level !== "fail");
  const text = flags.json
    ? JSON.stringify({ address, hotkey: flags.hotkey, isUsable, findings })
    : findings.map(({ level, name, text }) => `${level.padEnd(5)}${name.padEnd(11)}${text}`)
      .join("\n");
  print(text);
  return isUsable ? 0 : 1;
});

/** Reads `1.2.3.4:8091` and `[2001:db8::1]:8091`. */
function parseAddress(text: string): { ip: string; port: number } {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:\s/]+)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (!match || port < 1 || port > 65_535) {
    throw new ConfigError(`Cannot read address "${text}": write ip:port, such as 203.0.113.7:8091`);
  }
  return { ip: match[1] ?? match[2], port };
}
