/**
 * `deno task inspect file`: what a splat file is made of, and what looks wrong with it.
 *
 * @module
 */
import { print, runProgram } from "@threegen/service";
import { inspectCloud } from "@threegen/splats";
import { z } from "zod";
import { readSplatFile, sizeText } from "./convert_files.ts";
import { reportJson, reportText } from "./report_text.ts";

await runProgram({
  name: "deno task inspect",
  description: "Tell what a splat file of any format is made of, and what looks wrong with it.",
  argument: { name: "<file>", description: "the file" },
  flags: {
    json: z.boolean().default(false).describe("Print one JSON object"),
    up: z.enum(["+y", "-y", "+z"]).optional()
      .describe("Up direction of a file that does not say"),
  },
}, async ({ flags, args: [path] }, signal) => {
  const { cloud, format, sizeBytes } = await readSplatFile(path, { up: flags.up, signal });
  const report = inspectCloud(cloud);
  print(
    flags.json
      ? reportJson({ path, format, bytes: sizeBytes }, report)
      : reportText(`${path}: ${format}, ${sizeText(sizeBytes)}`, report),
  );
});
