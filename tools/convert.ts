/**
 * `deno task convert in.ply out.spz`: any splat format to any other.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { runProgram } from "@threegen/service";
import { canEncode, SPLAT_FORMATS } from "@threegen/splats";
import { z } from "zod";
import { convertFiles } from "./convert_files.ts";

const axes = z.enum(["+y", "-y", "+z"]).optional();

await runProgram({
  name: "deno task convert",
  description: "Convert splat files: the last argument is the file or folder to write. " +
    `Reads ${SPLAT_FORMATS.join(", ")} by content; writes all but sog. ` +
    "A name in .spz asks for the standard's, which viewers read, .404.spz for the subnet's.",
  argument: { name: "<files...>", description: "files or globs to read, and what to write" },
  flags: {
    "to": z.enum(SPLAT_FORMATS).optional()
      .describe(`Format to write: ${SPLAT_FORMATS.filter(canEncode).join(", ")}`),
    "up": axes.describe("Up direction of inputs that do not say: +y (the subnet's), -y, +z"),
    "to_up": axes.describe("Up direction to write; as read when left out"),
    "sh_degree": z.coerce.number().int().min(0).max(3).optional()
      .describe("Most degree of harmonics to keep, 0 to 3"),
    "spz_version": z.coerce.number().int().min(2).max(4).optional()
      .describe("Version of a standard SPZ: 2, 3 or 4"),
    "no_normals": z.boolean().default(false).describe("Leave nx, ny, nz out of a PLY"),
    "drop_non_finite": z.boolean().default(false)
      .describe("Leave out Gaussians with a value that is not finite, which only ply and h5 hold"),
    "max_gaussians": z.coerce.number().int().min(1).optional()
      .describe("Refuse files of more Gaussians"),
  },
}, async ({ flags, args }, signal) => {
  if (args.length < 2) {
    throw new ConfigError("Cannot convert: give what to read and what to write; see --help");
  }
  await convertFiles({
    inputs: args.slice(0, -1),
    output: args[args.length - 1],
    format: flags.to,
    up: flags.up,
    toUp: flags.to_up,
    shDegree: flags.sh_degree as 0 | 1 | 2 | 3 | undefined,
    ...(flags.spz_version === undefined ? {} : { spzVersion: flags.spz_version as 2 | 3 | 4 }),
    normals: !flags.no_normals,
    dropNonFinite: flags.drop_non_finite,
    maxGaussians: flags.max_gaussians,
    signal,
    // deno-lint-ignore no-console -- progress goes to a person, on stderr
    onProgress: (line) => console.error(line),
  });
});
