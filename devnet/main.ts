/**
 * The program `deno task devnet`: the whole subnet on this machine.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { aborted, configureLogging, flag, print, runProgram } from "@threegen/service";
import { z } from "zod";
import { startDevnet } from "./devnet.ts";
import { Progress } from "./progress.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task devnet",
    description:
      "Runs the whole subnet on this machine: a chain, prompts, miners, a validator, and " +
      "a page to watch them. Ctrl-C stops everything.",
    version: "0.1.0",
    flags: {
      rounds: z.coerce.number().int().min(1).optional().describe(
        "Stop after this many accepted results and weights that count them",
      ),
      json: flag.on().describe("Print one JSON object as the last line of stdout; needs --rounds"),
      miners: z.coerce.number().int().min(1).max(16).optional().describe(
        "Miners, each with its own generation endpoint, the first good, the second poor; 2 unless " +
          "--data knows another number",
      ),
      port: flag.port(8417).describe("Port of the page; 0 takes a free one"),
      host: flag.text("127.0.0.1").describe(
        "Address of the page; 0.0.0.0 shows it to your network",
      ),
      chain_port: z.coerce.number().int().min(0).max(65535).optional().describe(
        "Port of the chain, for miners of your own; 9944, or a free one when that is taken",
      ),
      seed: z.coerce.number().int().min(0).optional().describe(
        "Repeats keys, prompts and their order; 17 unless --data knows another",
      ),
      data: flag.text("").describe("Folder that keeps the network over restarts; else forgotten"),
      verbose: flag.on().describe("Show what every part logs"),
    },
  }, async ({ flags }, signal) => {
    if (flags.json && flags.rounds === undefined) {
      throw new ConfigError("Cannot use --json: it reports on --rounds, which is missing");
    }
    configureLogging({
      level: flags.verbose ? "info" : "warning",
      json: flags["logging.json"],
    });
    const progress = new Progress({ isVerbose: flags.verbose, rounds: flags.rounds ?? 0 });
    await using devnet = await startDevnet({
      ...(flags.miners === undefined ? {} : { minerCount: flags.miners }),
      hostname: flags.host,
      port: flags.port,
      ...(flags.chain_port === undefined ? {} : { chainPort: flags.chain_port }),
      ...(flags.seed === undefined ? {} : { seed: flags.seed }),
      ...(flags.data === "" ? {} : { folder: flags.data }),
      progress,
    });
    const end = AbortSignal.any([signal, devnet.broken]);
    const { rounds } = flags;
    const report = rounds === undefined
      ? await aborted(end)
      : await devnet.untilRounds(rounds, end);
    if (!report) {
      const isEarly = rounds !== undefined && !devnet.broken.aborted;
      progress.stopping(isEarly ? "stopped before all rounds were done" : "stopping");
      devnet.broken.throwIfAborted();
      return isEarly ? 130 : 0;
    }
    progress.rounds(report);
    progress.stopping("stopping");
    await devnet[Symbol.asyncDispose]();
    if (flags.json) print(JSON.stringify(report));
    return 0;
  });
}
