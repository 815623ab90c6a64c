/**
 * The validation endpoint.
 *
 * @module
 */
import { aborted, flag, getLogger, runProgram, serveApp } from "@threegen/service";
import { z } from "zod";
import { createValidationApp, DEFAULT_MAX_BODY_BYTES } from "./app.ts";
import { AssessorPool } from "./assessor_pool.ts";
import { STANDARD_LIMITS } from "./check_cloud.ts";
import { VALIDATION_PORT } from "./contract.ts";
import { rendererFlag, settleRenderer } from "./renderer_choice.ts";
import { VALIDATION_VERSION } from "./validation_version.ts";
import { STANDARD_VIEWS } from "./views.ts";

const MEBIBYTE = 1 << 20;

if (import.meta.main) {
  await runProgram({
    name: "deno task validation",
    description: "Scores 3D assets against prompts, over HTTP. The scorer is the built-in " +
      "heuristic one (no weights), labelled `dev`: fit for local networks only.",
    version: VALIDATION_VERSION,
    flags: {
      host: flag.text("127.0.0.1").describe("Address to bind"),
      port: flag.port(VALIDATION_PORT).describe("Port to bind; 0 takes a free one"),
      views: z.coerce.number().int().min(4).max(64).multipleOf(4).default(STANDARD_VIEWS.views)
        .describe("Pictures per asset, a multiple of 4; the real thing takes 16"),
      size: z.coerce.number().int().min(64).max(2048).default(STANDARD_VIEWS.sizePixels)
        .describe("Width and height of a picture, pixels; the real thing takes 518"),
      renderer: rendererFlag,
      workers: flag.count(1, 1).describe("Assets scored at a time"),
      queue: flag.count(16).describe("Assets that may wait; more are answered with 503"),
      deadline: flag.seconds(60).describe("Longest time for one asset, waiting included, seconds"),
      max_body: flag.count(DEFAULT_MAX_BODY_BYTES / MEBIBYTE, 1)
        .describe("Largest request, MiB (the original allows 500)"),
      min_gaussians: flag.count(STANDARD_LIMITS.minGaussians, 1)
        .describe("Fewest Gaussians of an asset"),
      max_gaussians: flag.count(STANDARD_LIMITS.maxGaussians, 1)
        .describe("Most Gaussians of an asset"),
    },
  }, async ({ flags }, signal) => {
    const logger = getLogger(["threegen", "validation", "main"]);
    const renderer = await settleRenderer(
      flags.renderer,
      (line) => logger.info("{line}", { line }),
    );
    await using pool = await AssessorPool.start({
      views: { views: flags.views, sizePixels: flags.size },
      limits: {
        minGaussians: flags.min_gaussians,
        maxGaussians: flags.max_gaussians,
      },
      renderer,
      workers: flags.workers,
      maxQueued: flags.queue,
      deadlineMs: flags.deadline * 1000,
    });
    const app = createValidationApp({
      assessor: pool,
      maxBodyBytes: flags.max_body * MEBIBYTE,
    });
    await using _listener = serveApp(app, {
      name: "validation endpoint",
      hostname: flags.host,
      port: flags.port,
    });
    await aborted(signal);
  });
}
