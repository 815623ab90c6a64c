/**
 * Devnet: the whole subnet on one machine.
 *
 * One process holds the chain and the page; every other role is its own program, started as an
 * operator would start it, and talks to the others over HTTP only.
 *
 * @module
 */
import { createChainApp, EmbeddedChain } from "@threegen/chain/embedded";
import { ConfigError, MAINNET_NETUID, type Uid } from "@threegen/domain";
import { createKey, openStore } from "@threegen/prompt-collector";
import { type Clock, getLogger, type Listener, serveApp, systemClock } from "@threegen/service";
import { ValidatorClient } from "@threegen/validator/api/client";
import { DataFolder } from "./data_folder.ts";
import { BLOCK_TIME_MS, devnetGenesis, devnetNeurons, writeWallets } from "./genesis.ts";
import { NetworkWatch } from "./network_watch.ts";
import { createPageApp } from "./page/app.ts";
import type { PartView } from "./page/wire.ts";
import type { Progress } from "./progress.ts";
import type { Report, ReportedResult } from "./report.ts";
import { devnetRoster, minerNote, type Ports } from "./roster.ts";
import { FreePorts } from "./supervisor/free_ports.ts";
import { PartLogs } from "./supervisor/part_logs.ts";
import type { PartStatus } from "./supervisor/part.ts";
import { PartGroup } from "./supervisor/part_group.ts";

const logger = getLogger(["threegen", "devnet", "devnet"]);

/** The validator is registered first. */
const VALIDATOR_UID = 0 as Uid;

/** Where the chain listens when nothing else does. Source: Subtensor's own port. */
const CHAIN_PORT = 9944;

/** Time after which a network without an accepted asset is said to be stuck, in milliseconds. */
const FIRST_ASSET_PATIENCE_MS = 45_000;

/** How a devnet is started. */
export interface DevnetOptions {
  /** @default {2, or what the folder knows} */
  readonly minerCount?: number;
  /** Where the page listens. */
  readonly hostname: string;
  readonly port: number;
  /** Where the chain listens, on 127.0.0.1. @default {9944, or a free one when that is taken} */
  readonly chainPort?: number;
  /** @default {what the folder remembers, or 17} */
  readonly seed?: number;
  /** Where the state is kept; forgotten at the end when absent. */
  readonly folder?: string;
  /** Who is told what happens. */
  readonly progress: Progress;
  /** @default {systemClock} */
  readonly clock?: Clock;
}

/** A running devnet. */
export interface Devnet extends AsyncDisposable {
  /** Address of the page. */
  readonly url: string;
  /** Where everything listens. */
  readonly ports: Ports;
  /** The state, with a log file per part in `logs/`. */
  readonly folder: DataFolder;
  /** What the page shows. */
  readonly watch: NetworkWatch;
  /** Its parts, but for the chain and the page. */
  readonly group: PartGroup;
  /** Aborts with a `ConfigError` when a part needs the operator: it was given up. */
  readonly broken: AbortSignal;
  /**
   * Resolves when `rounds` results were accepted, weights that count them were set, and an epoch
   * turned those into incentive; with nothing when the signal aborts first.
   */
  untilRounds(rounds: number, signal: AbortSignal): Promise<Report | undefined>;
}

/**
 * Starts a devnet. Resolves when the page can be opened; the parts come up meanwhile.
 *
 * @throws {ConfigError} When the port is in use or the folder cannot be used.
 */
export async function startDevnet(options: DevnetOptions): Promise<Devnet> {
  const { hostname, port, progress, clock = systemClock } = options;
  const startedAtMs = clock.now();
  const stop = new AbortController();
  const broken = new AbortController();
  await using cleanup = new AsyncDisposableStack();
  const folder = cleanup.use(
    await DataFolder.open({
      ...(options.minerCount === undefined ? {} : { minerCount: options.minerCount }),
      ...(options.folder === undefined ? {} : { path: options.folder }),
      ...(options.seed === undefined ? {} : { seed: options.seed }),
    }),
  );
  const { seed, minerCount } = folder;

  const neurons = devnetNeurons(seed, minerCount);
  await writeWallets(folder.join("wallets"), neurons);
  await giveKeys(folder, clock);
  const chain = cleanup.use(
    await EmbeddedChain.open({
      genesis: devnetGenesis(neurons),
      blockTimeMs: BLOCK_TIME_MS,
      clock,
      stateFile: folder.join("chain.json"),
    }),
  );

  const chainListener = cleanup.use(serveChain(chain, options.chainPort));
  using free = new FreePorts(5 + 2 * minerCount);
  const chosen = [...free.ports];
  const take = () => chosen.pop()!;
  const ports: Ports = {
    chain: chainListener.port,
    collector: take(),
    promptGenerator: take(),
    validation: take(),
    validatorAxon: take(),
    validatorApi: take(),
    generation: Array.from({ length: minerCount }, take),
    miner: Array.from({ length: minerCount }, take),
  };
  const logs = cleanup.use(new PartLogs(folder.join("logs")));
  const roster = devnetRoster({
    folder: folder.path,
    ports,
    seed,
    netuid: MAINNET_NETUID,
    minerCount,
  });
  const validatorEndpoint = `http://127.0.0.1:${ports.validatorApi}`;
  let wereAllUp = false;
  const group = cleanup.use(
    new PartGroup(roster, {
      clock,
      onChange: (status, previous) => {
        progress.part(status, previous);
        watch.partsChanged();
        if (wereAllUp || group.statuses.some(({ state }) => state !== "up")) return;
        wereAllUp = true;
        progress.allUp(parts().length);
      },
      onGivenUp: ({ title }, mistake) => {
        broken.abort(new ConfigError(`Cannot run ${title.toLowerCase()}: ${mistake}`));
      },
      onLine: (name, line) => {
        logs.add(name, line, clock.now());
        progress.line(name, line);
      },
    }),
  );
  const parts = (): PartView[] => [
    { name: "chain", title: "Chain", state: "up", reason: null, restarts: 0 },
    ...group.statuses.map(partView),
  ];
  const watch = new NetworkWatch({
    chain,
    netuid: MAINNET_NETUID,
    validatorUid: VALIDATOR_UID,
    parts,
    validator: new ValidatorClient({
      endpoint: validatorEndpoint,
      apiKey: await folder.secret("validator-api-key"),
    }),
    validatorEndpoint,
    noteOf: (uid) => uid <= minerCount ? minerNote(uid - 1) : "from outside",
    blockTimeMs: BLOCK_TIME_MS,
    clock,
    signal: stop.signal,
    onResult: (result) => {
      if (result.accepted) progress.accepted(result, watch.results.accepted);
      else logger.info("{result}", { result: describeResult(result) });
    },
    onWeights: (block) => progress.weights(block, watch.network().miners),
  });
  cleanup.defer(async () => {
    stop.abort(new DOMException("the devnet stops", "AbortError"));
    await watch.ended;
  });

  const page: Listener = cleanup.use(
    serveApp(createPageApp({ source: watch, signal: stop.signal }), {
      name: "page",
      hostname,
      port,
    }),
  );
  progress.say(`page   ${page.url}`);
  progress.say(
    `chain  ${chainListener.url}, at block ${chain.block}; ` +
      "your own miner joins by docs/operators/miner.md",
  );
  progress.say(
    `API    ${validatorEndpoint}/v1, key in ${folder.join("keys", "validator-api-key")}`,
  );
  progress.say(`state  ${folder.path}${options.folder ? "" : " (removed at the end)"}`);

  free.release();
  group.start();
  const patience = clock.sleep(FIRST_ASSET_PATIENCE_MS, stop.signal).then(
    () => {
      if (watch.results.accepted === 0) progress.noAsset(folder.join("logs"), group.statuses);
    },
    () => {}, // The devnet stops.
  );
  cleanup.defer(() => patience);
  // Streams of the page end first, or its listener would wait for them.
  cleanup.defer(() => stop.abort(new DOMException("the devnet stops", "AbortError")));

  const owned = cleanup.move();
  return {
    url: page.url,
    ports,
    folder,
    watch,
    group,
    broken: broken.signal,
    untilRounds: async (rounds, signal) => {
      const isDone = await untilCounted(watch, rounds, AbortSignal.any([signal, stop.signal]));
      if (!isDone) return undefined;
      const { block, miners } = watch.network();
      return {
        rounds,
        seconds: (clock.now() - startedAtMs) / 1000,
        tasks: watch.results.all,
        weights: Object.fromEntries(miners.map(({ uid }) => [uid, watch.weights.get(uid) ?? 0])),
        incentive: Object.fromEntries(miners.map(({ uid, incentive }) => [uid, incentive])),
        block,
      };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Serves the chain at its usual port if that is free, unless another was asked for. */
function serveChain(chain: EmbeddedChain, port: number | undefined): Listener {
  const app = createChainApp(chain);
  const serve = (port: number) => serveApp(app, { name: "chain", port, portFlag: "--chain_port" });
  if (port !== undefined) return serve(port);
  try {
    return serve(CHAIN_PORT);
  } catch (error) {
    const isTaken = error instanceof ConfigError && error.cause instanceof Deno.errors.AddrInUse;
    if (!isTaken) throw error;
    return serve(0);
  }
}

/** One prompt key for the collector, one API key for the validator; both stay over restarts. */
async function giveKeys(folder: DataFolder, clock: Clock): Promise<void> {
  const apiKey = await folder.secret("validator-api-key");
  await Deno.writeTextFile(folder.join("keys", "validator-api"), `${apiKey} devnet-page\n`, {
    mode: 0o600,
  });
  await using store = await openStore({ store: "sqlite", folder: folder.join("collector") });
  const known = await store.listKeys();
  if (known.length > 0) return;
  await createKey(store, clock, "devnet", await folder.secret("collector"));
}

/** Waits for accepted results, then for weights set after them, then for an epoch after those. */
function untilCounted(watch: NetworkWatch, rounds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let countedAtBlock: number | undefined;
    let weightsEpoch: number | undefined;
    const end = (isDone: boolean) => {
      unsubscribe();
      signal.removeEventListener("abort", onAbort);
      resolve(isDone);
    };
    const onAbort = () => end(false);
    const look = () => {
      const { block, epoch, weightsBlock } = watch.network();
      if (watch.results.accepted < rounds) return;
      countedAtBlock ??= block;
      if (weightsBlock <= countedAtBlock) return;
      weightsEpoch ??= epoch;
      if (epoch > weightsEpoch) end(true);
    };
    const unsubscribe = watch.subscribe(look);
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
    else look();
  });
}

function partView({ name, title, state, reason, restarts }: PartStatus): PartView {
  return { name, title, state, reason, restarts };
}

function describeResult({ uid, score, accepted, prompt }: ReportedResult): string {
  return `miner ${uid}: "${prompt}" scored ${score.toFixed(2)}${accepted ? "" : ", not accepted"}`;
}
