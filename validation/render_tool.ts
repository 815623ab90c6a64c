/**
 * Renders one picture of an asset with the orbit camera of the subnet.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { flag, runProgram } from "@threegen/service";
import { encodePng, ORBIT_FOV_DEGREES, orbitCamera } from "@threegen/splats";
import { z } from "zod";
import { decodeAssetFile, readAssetFile } from "./asset_file.ts";
import { parseBackground } from "./background_colour.ts";
import { createRenderer } from "./create_renderer.ts";
import { normalizeCloud } from "./normalize_cloud.ts";

if (import.meta.main) {
  await runProgram({
    name: "deno task render",
    description: "Renders an asset (.ply or .spz) to PNG with the orbit camera of the subnet. " +
      "The asset is drawn as it is unless --normalize is given.",
    argument: { name: "<file>", description: "the asset" },
    flags: {
      out: z.string({ error: "say where the picture goes" }).describe("The PNG file (needed)"),
      size: z.coerce.number().int().min(1).max(8192).default(518)
        .describe("Width and height, pixels"),
      azimuth: flag.number(45).describe("Degrees round the object; 0 is in front, on +z"),
      elevation: flag.number(0).describe("Degrees; negative is above, as in the original"),
      radius: flag.number(3, 0.001).describe("Distance from the origin, world units"),
      fov: flag.number(ORBIT_FOV_DEGREES, 1, 179).describe("Vertical field of view, degrees"),
      background: flag.text("white").describe("white, black, gray or #rrggbb"),
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
    const cloud = decodeAssetFile(path, await readAssetFile(path));
    const camera = orbitCamera({
      elevationDegrees: flags.elevation,
      azimuthDegrees: flags.azimuth,
      radius: flags.radius,
      fovDegrees: flags.fov,
      width: flags.size,
      height: flags.size,
    });
    await using renderer = createRenderer();
    say(`Rendering ${cloud.count} Gaussians at ${flags.size} x ${flags.size} (${renderer.name})`);
    const startMs = performance.now();
    const [image] = await renderer.render(
      flags.normalize ? normalizeCloud(cloud) : cloud,
      [camera],
      { background, rounding: "truncate", signal },
    );
    say(`Done in ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
    try {
      await Deno.writeFile(flags.out, encodePng(image));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError(`Cannot write ${flags.out}: ${reason}`, { cause });
    }
    Deno.stdout.writeSync(new TextEncoder().encode(`${flags.out}\n`));
  });
}

function say(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${text}\n`));
}
