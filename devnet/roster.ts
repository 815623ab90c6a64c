/**
 * Every part of a devnet as a program with its flags, and with no more permissions than it needs.
 *
 * The flags make the network fast: seconds where a real one takes minutes. Rules stay the same.
 *
 * @module
 */
import { CollectorClient } from "@threegen/prompt-collector/client";
import { systemClock } from "@threegen/service";
import type { PartPlan } from "./supervisor/part.ts";
import type { GroupedPart } from "./supervisor/part_group.ts";

/** Where the parts listen; chosen once, so that a part comes back where others know it. */
export interface Ports {
  readonly chain: number;
  readonly collector: number;
  readonly promptGenerator: number;
  readonly validation: number;
  readonly validatorAxon: number;
  readonly validatorApi: number;
  /** One per miner. */
  readonly generation: readonly number[];
  /** Status page of each miner. */
  readonly miner: readonly number[];
}

/** What the plans depend on. */
export interface RosterOptions {
  /** Absolute path of the state. */
  readonly folder: string;
  readonly ports: Ports;
  readonly seed: number;
  readonly netuid: number;
  readonly minerCount: number;
}

const ROOT = new URL("../", import.meta.url);

/**
 * Quality of the procedural backend behind each miner; the fifth miner begins anew. The second
 * scores below the acceptance threshold on purpose, the next two above it.
 */
const QUALITIES = [1, 0.2, 0.5, 0.42] as const;

/** Quality of the generation endpoint of a miner. @param index From 0. */
export function minerQuality(index: number): number {
  return QUALITIES[index % QUALITIES.length];
}

/** What the page says about a miner. @param index From 0. */
export function minerNote(index: number): string {
  const quality = minerQuality(index);
  return quality === 1
    ? "full quality"
    : quality <= 0.33
    ? "poor on purpose"
    : `quality ${quality}`;
}

/** Returns every part but the chain and the page, which live in the supervisor. */
export function devnetRoster(options: RosterOptions): readonly GroupedPart[] {
  const { folder, ports, seed, netuid, minerCount } = options;
  const collector = new CollectorClient({
    endpoint: `http://127.0.0.1:${ports.collector}`,
    clock: systemClock,
  });
  const miners = Array.from({ length: minerCount }, (_, index) => index);
  const chain = flags({
    "netuid": netuid,
    "subtensor.chain_endpoint": `http://127.0.0.1:${ports.chain}`,
  });
  return [
    {
      needs: [],
      plan: plan("prompt-collector", "Prompt collector", ports.collector, {
        program: "prompter/collector/main.ts",
        readable: [`${folder}/collector`],
        writable: [`${folder}/collector`],
        flags: [
          ...chain,
          ...flags({
            "port": ports.collector,
            "data": `${folder}/collector`,
            "metagraph.interval": 5,
            "min_batch": 1,
            "rate.get": 600,
            "rate.submit": 600,
            "max_prompts": 20_000,
          }),
        ],
      }),
    },
    ...miners.map((index): GroupedPart => ({
      needs: [],
      plan: plan(`generation-${index + 1}`, `Generation ${index + 1}`, ports.generation[index], {
        program: "generation/main.ts",
        readable: [ROOT.pathname],
        flags: flags({ "port": ports.generation[index], "quality": minerQuality(index) }),
      }),
    })),
    {
      needs: [],
      plan: plan("validation", "Validation", ports.validation, {
        program: "validation/main.ts",
        readable: [ROOT.pathname],
        flags: flags({
          "port": ports.validation,
          "views": 16,
          "size": 160,
          // The poor miner shall get poor scores, not zeros for assets that are refused.
          "min_gaussians": 2000,
        }),
      }),
    },
    {
      needs: ["prompt-collector"],
      plan: {
        // The validator starts when there are prompts, or its first tasks would be stand-ins.
        hasBegun: async (signal) => (await collector.stats({ signal })).pool.prompts > 0,
        ...plan("prompt-generator", "Prompt generator", ports.promptGenerator, {
          program: "prompter/generator/main.ts",
          readable: [`${folder}/generator`, `${folder}/keys`],
          writable: [`${folder}/generator`],
          flags: flags({
            "port": ports.promptGenerator,
            "data": `${folder}/generator`,
            "collector.endpoint": `http://127.0.0.1:${ports.collector}`,
            "collector.api_key_file": `${folder}/keys/collector`,
            "prompts_num": 2,
            "batch_size": 2,
            "interval": 0.5,
            "seed": seed,
          }),
        }),
      },
    },
    {
      needs: ["prompt-collector", "prompt-generator", "validation"],
      plan: plan("validator", "Validator", ports.validatorApi, {
        program: "neurons/validator/main.ts",
        readable: [`${folder}/wallets/validator`, `${folder}/validator`, `${folder}/keys`],
        writable: [`${folder}/validator`],
        flags: [
          ...chain,
          ...wallet(folder, "validator"),
          ...flags({
            "axon.ip": "127.0.0.1",
            "axon.port": ports.validatorAxon,
            "neuron.data_dir": `${folder}/validator`,
            "neuron.sync_interval": 1,
            "neuron.weight_set_interval": 6,
            "generation.task_timeout": 30,
            "generation.task_cooldown": 2,
            "generation.cooldown_penalty": 2,
            "generation.throttle_period": 2,
            "validation.endpoints": `http://127.0.0.1:${ports.validation}`,
            "validation.timeout": 30,
            "task.organic.assigned_miners_count": Math.min(minerCount, 2),
            "task.organic.send_result_timeout": 3,
            "task.organic.task_timeout": 60,
            "task.synthetic.get_prompts.endpoint": `http://127.0.0.1:${ports.collector}`,
            "task.synthetic.get_prompts.text_fetch_interval": 2,
            // The seed of the prompt generator then decides the order of tasks, too.
            "task.synthetic.prompt_order": "arrival",
            "public_api.enabled": true,
            "public_api.server_port": ports.validatorApi,
            "public_api.keys_file": `${folder}/keys/validator-api`,
            "public_api.rate_limit.requests": 60,
            "public_api.rate_limit.period": 60,
          }),
        ],
      }),
    },
    ...miners.map((index): GroupedPart => ({
      needs: ["validator", `generation-${index + 1}`],
      plan: plan(`miner-${index + 1}`, `Miner ${index + 1}`, ports.miner[index], {
        program: "neurons/miner/main.ts",
        readable: [`${folder}/wallets/miner-${index + 1}`],
        flags: [
          ...chain,
          ...wallet(folder, `miner-${index + 1}`),
          ...flags({
            "port": ports.miner[index],
            "neuron.sync_interval": 1,
            "neuron.failed_validator_delay": 1,
            "generation.endpoints": `http://127.0.0.1:${ports.generation[index]}`,
            "generation.timeout": 30,
          }),
        ],
      }),
    })),
  ];
}

interface Program {
  readonly program: string;
  readonly readable: readonly string[];
  readonly writable?: readonly string[];
  readonly flags: readonly string[];
}

function plan(name: string, title: string, port: number, program: Program): PartPlan {
  const { readable, writable = [] } = program;
  return {
    name,
    title,
    healthUrl: `http://127.0.0.1:${port}/health`,
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-env",
      "--allow-net=127.0.0.1",
      `--allow-read=${readable.join(",")}`,
      ...(writable.length > 0 ? [`--allow-write=${writable.join(",")}`] : []),
      new URL(program.program, ROOT).href,
      ...program.flags,
      "--logging.json",
    ],
  };
}

function wallet(folder: string, name: string): string[] {
  return flags({
    "wallet.path": `${folder}/wallets`,
    "wallet.name": name,
    "wallet.hotkey": "default",
  });
}

function flags(values: Readonly<Record<string, string | number | true>>): string[] {
  return Object.entries(values)
    .map(([name, value]) => value === true ? `--${name}` : `--${name}=${value}`);
}
