/**
 * The program `deno task generate`: one prompt, one file.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { flag, runProgram } from "@threegen/service";
import {
  encodePly,
  encodePng,
  encodeSpz404,
  type GaussianCloud,
  orbitCamera,
} from "@threegen/splats";
import { renderReference, toImage } from "@threegen/splats/render";
import { z } from "zod";
import { generateProcedural } from "./procedural/mod.ts";

/** Radius of the orbit of a picture. Source: the original's renderer, 3.0. */
const PICTURE_RADIUS = 3;

/** What a file name may end in. */
const EXTENSIONS = ["ply", "spz", "png"] as const;

if (import.meta.main) {
  await runProgram({
    name: "deno task generate",
    description:
      "Makes a 3D asset from a prompt with the built-in procedural generator and writes it as " +
      ".ply, .spz (the subnet's, in a zstd frame) or as a picture (.png).",
    argument: { name: "<prompt>", description: 'what to make, for example "a pink bicycle"' },
    flags: {
      out: z.string().default("asset.ply").describe("File to write: .ply, .spz or .png"),
      seed: z.coerce.number().int().min(0).max(0xffffffff).default(0).describe(
        "The same prompt and seed give the same asset",
      ),
      quality: z.coerce.number().gt(0).max(1).default(1).describe("Above 0 and up to 1"),
      size: z.coerce.number().int().min(16).max(4096).default(518).describe(
        "Width and height of a picture, in pixels",
      ),
      json: flag.on().describe("One JSON object as the result"),
    },
  }, async ({ flags, args: [prompt] }) => {
    const extension = EXTENSIONS.find((name) => flags.out.toLowerCase().endsWith(`.${name}`));
    if (extension === undefined) {
      throw new ConfigError(`Cannot write ${flags.out}: the name must end in .ply, .spz or .png`);
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
    if (extension === "png") say(`rendering ${flags.size} x ${flags.size} ...`);
    const bytes = encode(cloud, extension, flags.size);
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

function encode(
  cloud: GaussianCloud,
  extension: (typeof EXTENSIONS)[number],
  size: number,
): Uint8Array {
  if (extension === "ply") return encodePly(cloud);
  if (extension === "spz") return encodeSpz404(cloud);
  const camera = orbitCamera({
    elevationDegrees: 0,
    azimuthDegrees: 45,
    radius: PICTURE_RADIUS,
    width: size,
    height: size,
  });
  return encodePng(toImage(renderReference(cloud, camera), "round"));
}

function say(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${text}\n`));
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
