/**
 * Times a renderer on one asset: 16 views round it with the thresholds of the 3DGS paper's code.
 *
 * Cameras: azimuth 2πk/16, elevation 0.35 ((k mod 3) − 1) radians, distance 3, 40° high.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { flag, print, runProgram, say } from "@threegen/service";
import { type Camera, type GaussianCloud, type Image, psnr } from "@threegen/splats";
import {
  CpuRenderer,
  type CpuRenderTimes,
  renderReference,
  toImage,
} from "@threegen/splats/render";
import { syntheticObject } from "@threegen/splats/testing";
import { z } from "zod";
import { readSplatFile } from "./convert_files.ts";
import { timeWebGpu } from "./time_webgpu.ts";

const VIEWS = 16;
const DISTANCE = 3;
const FOV_DEGREES = 40;
const STYLE = { preset: "inria", rounding: "round" } as const;
/** Nearest depth drawn. */
const NEAR = 0.2;

if (import.meta.main) {
  await runProgram({
    name: "deno task bench:render",
    description: "Times a renderer on an asset, 16 views, and compares " +
      "four of them with the reference (psnrToReference: the worst, null for the same pixels).",
    argument: { name: "[file]", description: "the asset, any splat file" },
    flags: {
      synthetic: flag.count(50_000, 1).describe(
        "Gaussians of the asset that is made without a file",
      ),
      size: flag.count(512, 16).describe("Width and height of a view, pixels"),
      backend: z.enum(["cpu", "webgpu"]).default("cpu").describe("What draws"),
      workers: flag.count(1, 1).describe("Threads that draw on the CPU"),
      allow_software: flag.on().describe("Take a GPU that is software, to see that it works"),
      no_subgroups: flag.on().describe("Do without a GPU's subgroups, to compare"),
      depth: flag.on().describe("Draw depth and coverage too"),
      rounds: flag.count(16, 1).describe("How often all views are drawn"),
      json: flag.on().describe("Print one JSON object"),
    },
  }, async ({ flags, args: [path] }, signal) => {
    const cloud = path === undefined
      ? syntheticObject(flags.synthetic)
      : (await readSplatFile(path, { signal })).cloud;
    const file = path ?? null;
    const cameras = Array.from({ length: VIEWS }, (_, k) => yardstickCamera(k, flags.size));
    const options = { ...STYLE, depth: flags.depth, signal };
    if (flags.backend === "webgpu") {
      const report = await timeWebGpu(cloud, cameras, {
        ...options,
        rounds: flags.rounds,
        allowSoftware: flags.allow_software,
        ...(flags.no_subgroups ? { subgroups: false } : {}),
        onChoice: say,
      });
      if (!report) throw new ConfigError("Cannot bench: there is no GPU to draw on");
      const perView = (values: readonly number[]) => {
        const sorted = values.map((ms) => ms / VIEWS).sort((a, b) => a - b);
        return { best: rounded(sorted[0]), median: rounded(sorted[sorted.length >> 1]) };
      };
      const gpuMs = report.rounds.map((round) => round.gpuMs).filter((ms) => ms !== undefined);
      const stages = report.rounds.at(-1)!.stagesMs;
      const result = {
        file,
        gaussians: cloud.count,
        size: flags.size,
        renderer: report.renderer,
        rounds: flags.rounds,
        msPerView: perView(report.rounds.map(({ wallMs }) => wallMs)),
        gpuMsPerView: gpuMs.length > 0 ? perView(gpuMs) : null,
        stagesMs: stages ?? null,
        entriesPerView: Math.round(report.rounds[0].entries / VIEWS),
        megabytesMoved: rounded(report.bytesMoved / 1e6),
        ...compare(cloud, cameras, report.images),
      };
      const ms = ({ best, median }: ReturnType<typeof perView>) => `best ${best}, median ${median}`;
      print(
        flags.json ? JSON.stringify(result) : [
          `${result.gaussians} Gaussians, ${VIEWS} views of ${flags.size} px, ${result.renderer}`,
          `  ms per view      ${ms(result.msPerView)}, the copy back included`,
          `  GPU ms per view  ${result.gpuMsPerView ? ms(result.gpuMsPerView) : "unknown"}`,
          ...Object.entries(stages ?? {}).map(([name, all]) =>
            `    ${name.padEnd(14)} ${rounded(all / VIEWS)}`
          ),
          `  (tile, Gaussian) ${result.entriesPerView} a view`,
          `  moved in memory  ${result.megabytesMoved} MB for all views, at least`,
          `  to reference     ${result.psnrToReference ?? "the same pixels"} dB (worst view)`,
        ].join("\n"),
      );
      return;
    }
    const times: CpuRenderTimes[] = [];
    await using renderer = new CpuRenderer({
      workers: flags.workers,
      onTimes: (time) => void times.push(time),
    });
    let images = await renderer.render(cloud, cameras, options); // Lets V8 compile the kernel.
    times.length = 0;
    for (let round = 0; round < flags.rounds; round++) {
      images = await renderer.render(cloud, cameras, options);
    }
    const drawn = times.map(({ drawMs }) => drawMs / VIEWS).sort((a, b) => a - b);
    const result = {
      file,
      gaussians: cloud.count,
      size: flags.size,
      workers: flags.workers,
      rounds: flags.rounds,
      msPerView: { best: rounded(drawn[0]), median: rounded(drawn[drawn.length >> 1]) },
      packMs: rounded(Math.min(...times.map(({ packMs }) => packMs))),
      copyMs: rounded(Math.min(...times.map(({ copyMs }) => copyMs))),
      memoryMiB: rounded(times[0].memoryBytes / 2 ** 20),
      ...compare(cloud, cameras, images),
    };
    print(
      flags.json ? JSON.stringify(result) : [
        `${result.gaussians} Gaussians, ${VIEWS} views of ${flags.size} px, ${renderer.name}`,
        `  ms per view      best ${result.msPerView.best}, median ${result.msPerView.median}`,
        `  once per asset   pack ${result.packMs} ms, copy ${result.copyMs} ms`,
        `  shared memory    ${result.memoryMiB} MiB`,
        `  to reference     ${result.psnrToReference ?? "the same pixels"} dB (worst view)`,
      ].join("\n"),
    );
  });
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/**
 * Compares every fifth view with the reference, on the pixels that the asset covers: the worst, in
 * decibels, or null when all pixels are the same.
 */
function compare(cloud: GaussianCloud, cameras: readonly Camera[], images: readonly Image[]) {
  let comparedViews = 0;
  let worst = Infinity;
  for (let k = 0; k < VIEWS; k += 5) {
    const reference = renderReference(cloud, cameras[k], STYLE);
    const expected = toImage(reference, STYLE.rounding);
    worst = Math.min(worst, psnr(images[k], expected, (i) => reference.alpha[i] > 0));
    comparedViews++;
  }
  return { psnrToReference: worst === Infinity ? null : rounded(worst), comparedViews };
}

/** Camera k of the yardstick: round the object, in turn above, level and below. */
function yardstickCamera(k: number, size: number): Camera {
  const azimuth = (2 * Math.PI * k) / VIEWS;
  const elevation = ((k % 3) - 1) * 0.35;
  const back = [
    Math.cos(elevation) * Math.sin(azimuth),
    -Math.sin(elevation),
    Math.cos(elevation) * Math.cos(azimuth),
  ];
  const level = Math.hypot(back[0], back[2]);
  // The yardstick's picture is turned by half a turn: +y is down.
  const right = [back[2] / level, 0, -back[0] / level];
  const down = [
    right[1] * back[2] - right[2] * back[1],
    right[2] * back[0] - right[0] * back[2],
    right[0] * back[1] - right[1] * back[0],
  ];
  const focal = (0.5 * size) / Math.tan(((FOV_DEGREES / 2) * Math.PI) / 180);
  return {
    width: size,
    height: size,
    focalX: focal,
    focalY: focal,
    centerX: size / 2,
    centerY: size / 2,
    near: NEAR,
    far: Infinity,
    // deno-fmt-ignore
    worldToCamera: Float64Array.of(
      right[0], right[1], right[2], 0,
      down[0], down[1], down[2], 0,
      -back[0], -back[1], -back[2], DISTANCE,
    ),
  };
}
