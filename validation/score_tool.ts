/**
 * Scores one asset with the code of the validation endpoint.
 *
 * @module
 */
import { AssetError, ConfigError, PromptText } from "@threegen/domain";
import { flag, print, runProgram, say } from "@threegen/service";
import { createRenderer } from "@threegen/splats/render";
import { z } from "zod";
import { packAssetFile, readAssetFile } from "./asset_file.ts";
import { STANDARD_LIMITS } from "./check_cloud.ts";
import { brokenAssessment } from "./assessor.ts";
import { LocalAssessor } from "./local_assessor.ts";
import { createHeuristicScorer } from "./scoring/heuristic_scorer.ts";
import { STANDARD_VIEWS } from "./views.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task score",
    description:
      "Scores an asset (.ply, .404.spz or any splat file) against a prompt with the code of the " +
      "validation endpoint. The scorer is the built-in heuristic one.",
    argument: { name: "<file>", description: "the asset" },
    flags: {
      prompt: z.string({ error: "say what the asset should show" }).pipe(PromptText)
        .describe("What the asset should show (needed)"),
      json: flag.on().describe("Print one JSON object with every detail"),
      views: z.coerce.number().int().min(4).max(64).multipleOf(4).default(STANDARD_VIEWS.views)
        .describe("Pictures, a multiple of 4; the real thing takes 16"),
      size: z.coerce.number().int().min(64).max(2048).default(STANDARD_VIEWS.sizePixels)
        .describe("Width and height of a picture, pixels; the real thing takes 518"),
      min_gaussians: flag.count(STANDARD_LIMITS.minGaussians, 1)
        .describe("Fewest Gaussians of an asset"),
      max_gaussians: flag.count(STANDARD_LIMITS.maxGaussians, 1)
        .describe("Most Gaussians of an asset"),
    },
  }, async ({ flags, args: [path] }, signal) => {
    if (path === undefined) throw new ConfigError("Cannot score: no file was given");
    const bytes = await readAssetFile(path);
    let details: Readonly<Record<string, number>> = {};
    await using assessor = new LocalAssessor({
      renderer: await createRenderer({ backend: "cpu" }),
      scorer: createHeuristicScorer(),
      views: { views: flags.views, sizePixels: flags.size },
      limits: { minGaussians: flags.min_gaussians, maxGaussians: flags.max_gaussians },
      onTerms: (terms) => void (details = terms.details),
    });
    const { name, version } = assessor.scorer;
    say(`Scoring ${path}: ${flags.views} views of ${flags.size} px, scorer ${name} ${version}`);
    const startMs = performance.now();
    const result = await packAssetFile(path, bytes).then(
      (asset) =>
        assessor.assess({
          prompt: flags.prompt,
          asset,
          singlePreview: false,
          gridPreview: false,
          previewScoreThreshold: 1,
        }, signal),
      (error) => {
        if (error instanceof AssetError) return brokenAssessment(error, assessor.scorer);
        throw error;
      },
    );
    const elapsedMs = Math.round(performance.now() - startMs);
    say(`Done in ${(elapsedMs / 1000).toFixed(1)} s`);
    if (flags.json) print(JSON.stringify({ ...result, details, elapsedMs }));
    else if (result.asset_error) {
      print(`score 0: ${result.asset_error.message} (${result.asset_error.code})`);
    } else {
      print(
        [
          `score      ${result.score.toFixed(4)}`,
          `quality    ${result.iqa.toFixed(4)}`,
          `alignment  ${result.alignment_score.toFixed(4)}`,
          `ssim       ${result.ssim.toFixed(4)}`,
          `lpips      ${result.lpips.toFixed(4)}`,
          `gaussians  ${result.gaussians}`,
        ].join("\n"),
      );
    }
    return result.asset_error ? 1 : 0;
  });
}
