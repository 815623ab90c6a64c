/**
 * The viewer's libraries, served from their npm packages as they are: no CDN and no build step.
 *
 * This file is imported when the page is first asked for one of them, so that a devnet that
 * nobody watches does not read them.
 *
 * @module
 */
import sparkSource from "@sparkjsdev/spark" with { type: "text" };
import threeSource from "three" with { type: "text" };
import orbitControlsSource from "three/addons/controls/OrbitControls.js" with { type: "text" };
import passSource from "three/addons/postprocessing/Pass.js" with { type: "text" };
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";

/** Bare imports of the browser part and where they are served; see `index.html`. */
export const IMPORT_MAP = {
  imports: {
    "three": "/vendor/three.module.js",
    "three/addons/": "/vendor/addons/",
    "@sparkjsdev/spark": "/vendor/spark.js",
  },
} as const;

/** Path below `/vendor/` to source text. */
export async function readVendorFiles(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ["spark.js", sparkSource],
    ["three.module.js", threeSource],
    // three.module.js imports this file beside it, which the package does not export.
    ["three.core.js", await Deno.readTextFile(join(packageFolder("three"), "build/three.core.js"))],
    ["addons/controls/OrbitControls.js", orbitControlsSource],
    ["addons/postprocessing/Pass.js", passSource],
  ]);
}

function packageFolder(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new Error(`Cannot find the folder of npm package ${name}`);
  return dirname(file);
}
