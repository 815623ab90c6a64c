import { sceneCamera, testScenes } from "@threegen/splats/testing";
import { ReferenceRenderer } from "../splat_renderer.ts";
import { CpuRenderer } from "./cpu_renderer.ts";

const cloud = testScenes().find(({ name }) => name === "dense")!.cloud;
const cameras = Array.from({ length: 4 }, () => sceneCamera(256));
const group = "20 000 Gaussians, 4 views of 256 x 256";

Deno.bench({ name: "reference", group, baseline: true }, async () => {
  await using renderer = new ReferenceRenderer();
  await renderer.render(cloud, cameras);
});

for (const workers of [1, 2]) {
  const renderer = new CpuRenderer({ workers });
  Deno.bench({ name: `cpu, ${workers} worker${workers > 1 ? "s" : ""}`, group }, async () => {
    await renderer.render(cloud, cameras);
  });
}
