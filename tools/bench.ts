/**
 * `deno task bench`: everything that docs/benchmarks.md claims, as ratios within one run.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { flag, print, runProgram } from "@threegen/service";
import { encodePly } from "@threegen/splats";
import { syntheticObject } from "@threegen/splats/testing";
import { z } from "zod";

/** Sizes of the pictures, pixels. */
const SIZES = [512, 518];
const SYNTHETIC = [50_000, 200_000];
/** Flags of bench:render that draw on the GPU. */
const WEBGPU = ["--backend", "webgpu"];
const PARTS = ["render", "codecs", "axon", "units"] as const;

if (import.meta.main) {
  await runProgram({
    name: "deno task bench",
    description: "Measures rendering, codecs, the axon and small units, as ratios. The codecs' " +
      "part fetches the libraries it compares with when it first runs.",
    argument: { name: "[file...]", description: "assets to render beside the synthetic ones" },
    flags: {
      beside: flag.text("").describe(
        "A renderer to pair with ours: a program called with FILE SIZE THREADS that prints " +
          '"N ms/view", or its path and first words',
      ),
      pairs: flag.count(10, 1).describe("Pairs of runs, one after the other; medians are shown"),
      only: z.enum(["all", ...PARTS]).default("all").describe(`One of ${PARTS.join(", ")}`),
    },
  }, async ({ flags, args: files }, signal) => {
    const wanted = (part: typeof PARTS[number]) => flags.only === "all" || flags.only === part;
    if (wanted("render")) await benchRenderers(files, flags.beside, flags.pairs, signal);
    if (wanted("codecs")) await run(["task", "--quiet", "bench:codecs"], signal);
    if (wanted("axon")) await run(["task", "--quiet", "bench:axon"], signal);
    if (wanted("units")) await run(["bench", "-A", "--quiet"], signal);
  });
}

/**
 * Times every asset at every size in pairs: one worker beside two, beside a GPU where there is one,
 * and another program beside one worker if wanted. The first of each pair is the baseline.
 */
async function benchRenderers(
  files: readonly string[],
  beside: string,
  pairs: number,
  signal: AbortSignal,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "threegen_bench_" });
  try {
    const assets = [...files];
    for (const count of SYNTHETIC) {
      const path = `${folder}/synthetic_${count}.ply`;
      await Deno.writeFile(path, encodePly(syntheticObject(count)));
      assets.push(path);
    }
    print(`Rendering, ms a view: medians of ${pairs} pairs (range)`);
    const gpu = await ours(assets[0], SIZES[0], WEBGPU, signal);
    if (gpu.code !== 0) print(`WebGPU: ${gpu.stderr.trim().split("\n").at(-1)}`);
    for (const asset of assets) {
      for (const size of SIZES) {
        const time = (name: string, more: readonly string[]): Contestant => ({
          name,
          run: async () => readMs(await ours(asset, size, more, signal)),
        });
        const one = time("1 worker", ["--workers", "1"]);
        const rivals = [[one, time("2 workers", ["--workers", "2"])]];
        if (gpu.code === 0) rivals.push([one, time("webgpu", WEBGPU)]);
        if (beside !== "") {
          const name = beside.split("/").at(-1)!;
          rivals.push([{ name, run: () => theirs(beside, asset, size, signal) }, one]);
        }
        for (const [first, second] of rivals) {
          await pair(`${asset.split("/").at(-1)} at ${size}`, first, second, pairs);
        }
      }
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** One renderer on one asset; its run takes so many milliseconds a view. */
interface Contestant {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/** Runs two in turns and says how much longer the second takes. */
async function pair(asset: string, first: Contestant, second: Contestant, pairs: number) {
  const times: { readonly first: number; readonly second: number }[] = [];
  for (let turn = 0; turn < pairs; turn++) {
    times.push({ first: await first.run(), second: await second.run() });
  }
  const ratios = times.map((time) => time.second / time.first).sort((a, b) => a - b);
  print(
    [
      `  ${asset.padEnd(30)} ${first.name} ${median(times.map((time) => time.first)).toFixed(1)}`,
      `${second.name} ${median(times.map((time) => time.second)).toFixed(1)}`,
      `ratio ${median(ratios).toFixed(2)} (${ratios[0].toFixed(2)}–${ratios.at(-1)!.toFixed(2)})`,
    ].join(", "),
  );
}

/** What `deno task bench:render` says of an asset, with more of its flags. */
function ours(asset: string, size: number, more: readonly string[], signal: AbortSignal) {
  const args = ["task", "--quiet", "bench:render", asset, "--json", "--rounds", "5"];
  return output(Deno.execPath(), [...args, "--size", `${size}`, ...more], signal);
}

/** What another program says of the same views. */
async function theirs(beside: string, asset: string, size: number, signal: AbortSignal) {
  const [program, ...words] = beside.split(" ");
  const { code, stdout, stderr } = await output(
    program,
    [...words, asset, `${size}`, "1"],
    signal,
  );
  const found = /([\d.]+) ms\/view/.exec(stdout);
  if (code !== 0 || !found) {
    throw new ConfigError(`Cannot bench beside ${program}: it said "${(stdout || stderr).trim()}"`);
  }
  return Number(found[1]);
}

interface Output {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function readMs({ code, stdout, stderr }: Output): number {
  if (code !== 0) throw new Error(`Cannot bench: ${stderr.trim()}`);
  return (JSON.parse(stdout) as { msPerView: { best: number } }).msPerView.best;
}

async function output(program: string, args: readonly string[], signal: AbortSignal) {
  const { code, stdout, stderr } = await new Deno.Command(program, { args: [...args], signal })
    .output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** Runs a part that prints for itself. */
async function run(args: readonly string[], signal: AbortSignal): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), { args: [...args], signal }).spawn();
  const { code } = await child.status;
  if (code !== 0) throw new Error(`Cannot bench: deno ${args.join(" ")} ended with ${code}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
