/**
 * `deno task inspect file`: what a splat file is made of, and what looks wrong with it.
 *
 * @module
 */
import { runProgram } from "@threegen/service";
import { detectSplatFormat, inspectCloud } from "@threegen/splats";
import { z } from "zod";
import { readSplatFile, sizeText } from "./convert_files.ts";
import { reportText } from "./report_text.ts";

await runProgram({
  name: "deno task inspect",
  description: "Tell what a splat file of any format is made of, and what looks wrong with it.",
  argument: { name: "<file>", description: "the file" },
  flags: {
    json: z.boolean().default(false).describe("Print one JSON object"),
    up: z.enum(["+y", "-y", "+z"]).optional()
      .describe("Up direction of a file that does not say"),
  },
}, async ({ flags, args: [path] }) => {
  const { cloud, bytes } = await readSplatFile(path, { up: flags.up });
  const report = inspectCloud(cloud);
  const format = detectSplatFormat(bytes);
  const text = flags.json
    ? JSON.stringify({ path, format, bytes: bytes.length, ...report }) + "\n"
    : reportText(`${path}: ${format}, ${sizeText(bytes)}`, report);
  await Deno.stdout.write(new TextEncoder().encode(text));
});
