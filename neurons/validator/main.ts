/**
 * The program `deno task validator`.
 *
 * @module
 */
import {
  chosenNetwork,
  chosenWallet,
  connectSubtensor,
  isLocalNetwork,
  LOCAL_AXON_IP,
  resolveNetwork,
} from "@threegen/chain";
import { expandHome, loadHotkey } from "@threegen/chain/wallet";
import { ConfigError } from "@threegen/domain";
import { runProgram, serveApp, systemClock, untilSucceeds } from "@threegen/service";
import { dirname, join } from "node:path";
import { validatorProgram, validatorSettings } from "./config.ts";
import { fastestVerifier } from "./signature_check.ts";
import { Validator } from "./validator.ts";

if (import.meta.main) {
  await runProgram(validatorProgram, async ({ flags }, signal) => {
    const choice = chosenNetwork(flags);
    const network = resolveNetwork(choice);
    const isLocal = isLocalNetwork(network);
    if (!isLocal) requireExternalIp(flags["axon.external_ip"]);
    const settings = validatorSettings(flags, {
      network: network.name,
      isLocalNetwork: isLocal,
      fallbackPrompts: await readLines(
        flags["task.synthetic.default_text_prompts_path"],
        "task.synthetic.default_text_prompts_path",
      ),
      apiKeys: await readLines(flags["public_api.keys_file"], "public_api.keys_file"),
    });
    const signer = await loadHotkey(chosenWallet(flags));
    const storePath = join(
      expandHome(flags["neuron.data_dir"]),
      flags["wallet.name"],
      flags["wallet.hotkey"],
      `netuid${flags.netuid}`,
      flags["neuron.name"],
      "validator.db",
    );
    await makeFolder(dirname(storePath));
    await using subtensor = await untilSucceeds(
      { name: "chain", signal, clock: systemClock },
      (signal) =>
        connectSubtensor({
          ...choice,
          clock: systemClock,
          signal,
          // Where the chain wants salted commits, one that is not revealed yet survives a restart.
          commits: { file: join(dirname(storePath), "pending_commits.json"), hotkey: signer },
        }),
    );
    // A node on this machine may serve the main network all the same.
    if (subtensor.isMainNetwork) requireExternalIp(flags["axon.external_ip"]);
    await using validator = new Validator({
      settings,
      signer,
      subtensor,
      clock: systemClock,
      random: Math.random,
      storePath,
      verify: await fastestVerifier(),
    });
    await using listeners = new AsyncDisposableStack();
    const axon = listeners.use(serveApp(validator.axon, {
      name: "validator axon",
      hostname: flags["axon.ip"],
      port: flags["axon.port"],
      portFlag: "--axon.port",
    }));
    if (validator.api) {
      listeners.use(serveApp(validator.api, {
        name: "public API",
        hostname: flags["public_api.host"],
        port: flags["public_api.server_port"],
        portFlag: "--public_api.server_port",
      }));
    }
    if (flags.port !== undefined) {
      listeners.use(serveApp(validator.status, {
        name: "validator status",
        hostname: flags.host,
        port: flags.port,
      }));
    }
    const ip = flags["axon.external_ip"] || LOCAL_AXON_IP;
    const port = flags["axon.external_port"] ?? axon.port;
    await validator.run({ ip, port }, signal);
  });
}

/** Others reach our axon at an address that only the operator knows. */
function requireExternalIp(externalIp: string): void {
  if (externalIp !== "") return;
  throw new ConfigError(
    "Cannot announce the axon: --axon.external_ip is missing; give the address at which " +
      "miners reach this machine",
  );
}

async function readLines(path: string, flag: string): Promise<readonly string[]> {
  if (path === "") return [];
  try {
    const text = await Deno.readTextFile(expandHome(path));
    return text.split("\n").map((line) => line.trim()).filter(Boolean);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot read --${flag} ${path}: ${reason}`, { cause });
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await Deno.mkdir(path, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(
      `Cannot make folder ${path}: ${reason}; choose another with --neuron.data_dir`,
      { cause },
    );
  }
}
