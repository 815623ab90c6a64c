/**
 * Renders an asset with the orbit camera of the subnet: one picture, or a video of a turn.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { flag, print, runProgram, say } from "@threegen/service";
import {
  encodePicture,
  ORBIT_FOV_DEGREES,
  PICTURE_EXTENSIONS,
  pictureFormatOfName,
} from "@threegen/splats";
import { createRenderer } from "@threegen/splats/render";
import { z } from "zod";
import { decodeAssetFile, readAssetFile } from "./asset_file.ts";
import { parseBackground } from "./background_colour.ts";
import { normalizeCloud } from "./normalize_cloud.ts";
import { rendererFlag, settleRenderer } from "./renderer_choice.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task render",
    description: "Renders a splat file of any format with the orbit camera of the subnet, to a " +
      "picture (.png, .webp, .jpg) or a video of a turn (.mp4). The asset is drawn as it is " +
      "unless --normalize is given.",
    argument: { name: "<file>", description: "the asset" },
    flags: {
      renderer: rendererFlag,
      out: z.string({ error: "say where the picture goes" })
        .describe("The file, such as bike.png or bike.mp4 (needed)"),
      size: z.coerce.number().int().min(1).max(8192).default(518)
        .describe("Width and height, pixels; even for a video"),
      azimuth: flag.number(45).describe(
        "Degrees round the object; 0 is in front, on +z; where a video begins",
      ),
      elevation: flag.number(0).describe("Degrees; negative is above, as in the original"),
      radius: flag.number(3, 0.001).describe("Distance from the origin, world units"),
      fov: flag.number(ORBIT_FOV_DEGREES, 1, 179).describe("Vertical field of view, degrees"),
      background: flag.text("white").describe("white, black, gray or #rrggbb"),
      depth: flag.on().describe(
        "Show depth in grey on black, not colours: the nearest pixel white, the farthest dark, " +
          "scaled over those that are covered by half or more",
      ),
      normalize: flag.on().describe("Centre the asset and scale its longest side to 1.5"),
    },
  }, async ({ flags, args: [path] }, signal) => {
    if (path === undefined) throw new ConfigError("Cannot render: no file was given");
    const background = parseBackground(flags.background);
    if (background === undefined) {
      throw new ConfigError(
        `Cannot use --background ${flags.background}: say white, black, gray or #rrggbb`,
      );
    }
    const format = pictureFormatOfName(flags.out);
    if (format === undefined) {
      const endings = PICTURE_EXTENSIONS.join(", ");
      throw new ConfigError(`Cannot write ${flags.out}: the name must end in one of ${endings}`);
    }
    if (format === "mp4" && flags.size % 2 !== 0) {
      throw new ConfigError(`Cannot write ${flags.out}: a video needs an even --size`);
    }
    if (format === "mp4" && flags.depth) {
      throw new ConfigError(
        `Cannot write ${flags.out}: a video has no --depth; use .png, .webp or .jpg`,
      );
    }
    const cloud = await decodeAssetFile(path, await readAssetFile(path));
    const backend = await settleRenderer(flags.renderer, say);
    await using renderer = await createRenderer({ backend });
    say(`Rendering ${cloud.count} Gaussians at ${flags.size} x ${flags.size} (${renderer.name})`);
    const startMs = performance.now();
    const bytes = await encodePicture(flags.normalize ? normalizeCloud(cloud) : cloud, format, {
      renderer,
      sizePixels: flags.size,
      elevationDegrees: flags.elevation,
      azimuthDegrees: flags.azimuth,
      radius: flags.radius,
      fovDegrees: flags.fov,
      background,
      depth: flags.depth,
      rounding: "truncate",
      ffmpeg: "ffmpeg",
      signal,
    });
    say(`Done in ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
    try {
      await Deno.writeFile(flags.out, bytes);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError(`Cannot write ${flags.out}: ${reason}`, { cause });
    }
    print(flags.out);
  });
}
