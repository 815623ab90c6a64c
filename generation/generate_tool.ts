/**
 * The program `deno task generate`: one prompt, one file.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { flag, print, runProgram, say } from "@threegen/service";
import {
  canEncode,
  encodePicture,
  encodeSplats,
  pictureFormatOfName,
  splatFormatOfName,
} from "@threegen/splats";
import { CpuRenderer } from "@threegen/splats/render";
import { z } from "zod";
import { generateProcedural } from "./procedural/mod.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task generate",
    description:
      "Makes a 3D asset from a prompt with the built-in procedural generator and writes it as " +
      "splats (.ply, .spz as every viewer reads it, .404.spz as the subnet sends it, .splat, " +
      ".glb and more), as a picture (.png, .webp, .jpg) or as a video of a turn (.mp4).",
    argument: { name: "<prompt>", description: 'what to make, for example "a pink bicycle"' },
    flags: {
      out: z.string().default("asset.ply").describe(
        "File to write, such as bike.ply, bike.png or bike.mp4",
      ),
      seed: z.coerce.number().int().min(0).max(0xffffffff).default(0).describe(
        "The same prompt and seed give the same asset",
      ),
      quality: z.coerce.number().gt(0).max(1).default(1).describe("Above 0 and up to 1"),
      size: z.coerce.number().int().min(16).max(4096).default(518).describe(
        "Width and height of a picture or video, in pixels; even for a video",
      ),
      json: flag.on().describe("One JSON object as the result"),
    },
  }, async ({ flags, args: [prompt] }, signal) => {
    const picture = pictureFormatOfName(flags.out);
    const format = splatFormatOfName(flags.out);
    if (picture === undefined && (format === undefined || !canEncode(format))) {
      throw new ConfigError(
        `Cannot write ${flags.out}: the name must end in .ply, .spz, .404.spz, .glb, .png, .webp, .jpg or .mp4`,
      );
    }
    if (picture === "mp4" && flags.size % 2 !== 0) {
      throw new ConfigError(`Cannot write ${flags.out}: a video needs an even --size`);
    }
    if (prompt.trim() === "") throw new ConfigError("Cannot generate: the prompt is blank");

    say(`generating "${prompt}" (seed ${flags.seed}) ...`);
    const start = performance.now();
    const { cloud, matched, nouns } = generateProcedural({ prompt, ...flags });
    const elapsedMs = Math.round(performance.now() - start);
    say(
      matched
        ? `composed ${nouns.join(", ")}: ${cloud.count} Gaussians in ${elapsedMs} ms`
        : `no known noun in this prompt: a generic piece of ${cloud.count} Gaussians`,
    );
    let bytes: Uint8Array;
    if (picture) {
      await using renderer = new CpuRenderer();
      say(`rendering ${flags.size} x ${flags.size} (${renderer.name}) ...`);
      bytes = await encodePicture(cloud, picture, {
        renderer,
        sizePixels: flags.size,
        rounding: "round",
        ffmpeg: "ffmpeg",
        signal,
      });
    } else {
      bytes = await encodeSplats(cloud, format!);
    }
    try {
      await Deno.writeFile(flags.out, bytes);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError(`Cannot write ${flags.out}: ${reason}`, { cause });
    }
    const summary = {
      prompt,
      seed: flags.seed,
      out: flags.out,
      sizeBytes: bytes.byteLength,
      gaussians: cloud.count,
      matched,
      nouns,
      elapsedMs,
    };
    print(
      flags.json
        ? JSON.stringify(summary)
        : `${flags.out}: ${cloud.count} Gaussians, ${bytes.byteLength} bytes`,
    );
  });
}
