/**
 * The program `deno task generation`: a generation endpoint.
 *
 * @module
 */
import { z } from "zod";
import { aborted, flag, runProgram, serveApp, systemClock } from "@threegen/service";
import { createGenerationApp } from "./app.ts";
import { GENERATION_PORT } from "./contract.ts";
import { ProceduralBackend } from "./procedural_backend.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task generation",
    description: "Serves POST /generate/: a prompt in a form becomes a 3D Gaussian-splat file.",
    flags: {
      host: flag.text("127.0.0.1").describe("Address to listen on"),
      port: flag.port(GENERATION_PORT).describe("Port to listen on; 0 takes a free one"),
      backend: z.enum(["procedural"]).default("procedural").describe(
        "What makes the assets: procedural composes known shapes and needs no weights",
      ),
      quality: z.coerce.number().gt(0).max(1).default(1).describe(
        "Quality of the procedural backend, above 0 and up to 1; less is poor on purpose",
      ),
      queue_size: flag.count(8).describe("Requests that may wait; more are answered with 503"),
    },
  }, async ({ flags }, signal) => {
    await using backend = new ProceduralBackend({ quality: flags.quality });
    const app = createGenerationApp({ backend, clock: systemClock, queueSize: flags.queue_size });
    await using _listener = serveApp(app, {
      name: "generation endpoint",
      hostname: flags.host,
      port: flags.port,
    });
    await aborted(signal);
  });
}
