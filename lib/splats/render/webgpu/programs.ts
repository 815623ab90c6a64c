import { DRAW_DEPTH_WGSL, DRAW_WGSL } from "./draw_shader.ts";
import { PROJECT_WGSL } from "./project_shader.ts";
import {
  COUNT_DIGITS_WGSL,
  MOVE_KEYS_WGSL,
  SCAN_BLOCKS_WGSL,
  SCAN_VALUES_WGSL,
  SUM_BLOCKS_WGSL,
} from "./sort_shaders.ts";
import { completeSum, subgroupDialectOf } from "./subgroups.ts";
import { COUNT_TILES_WGSL, FIND_RANGES_WGSL, LIST_TILES_WGSL, PLAN_WGSL } from "./tile_shaders.ts";

/** How a shader uses a buffer of its own group. */
type Use = "read" | "write";

interface Shader {
  readonly code: string;
  /** Whether the code is to be completed by `completeSum()`. */
  readonly hasSums?: true;
  /** Uses of the buffers of group 1, by binding. */
  readonly uses: readonly Use[];
}

/** All shaders by name of their entry point. */
const SHADERS = {
  project: {
    code: PROJECT_WGSL,
    uses: ["read", "read", "read", "read", "read", "read", "write", "write"],
  },
  sumBlocks: { code: SUM_BLOCKS_WGSL, hasSums: true, uses: ["read", "read", "write"] },
  scanBlocks: { code: SCAN_BLOCKS_WGSL, hasSums: true, uses: ["read", "write"] },
  scanValues: { code: SCAN_VALUES_WGSL, hasSums: true, uses: ["read", "read", "write"] },
  countDigits: { code: COUNT_DIGITS_WGSL, uses: ["read", "read", "write"] },
  moveKeys: {
    code: MOVE_KEYS_WGSL,
    uses: ["read", "read", "read", "read", "write", "write"],
  },
  countTiles: { code: COUNT_TILES_WGSL, uses: ["read", "read", "read", "write"] },
  plan: { code: PLAN_WGSL, uses: ["read", "write", "write", "write"] },
  listTiles: { code: LIST_TILES_WGSL, uses: ["read", "read", "read", "read", "write", "write"] },
  findRanges: { code: FIND_RANGES_WGSL, uses: ["read", "read", "write"] },
  draw: { code: DRAW_WGSL, uses: ["read", "read", "read", "write"] },
  drawDepth: { code: DRAW_DEPTH_WGSL, uses: ["read", "read", "read", "write", "read"] },
} as const satisfies Readonly<Record<string, Shader>>;

/** Name of a shader. */
export type ShaderName = keyof typeof SHADERS;

/** The shaders, ready to run. */
export interface Programs {
  /** Whether they use subgroups. */
  readonly hasSubgroups: boolean;
  /** Layout of group 0: the job and the pass of a sort, the latter at an offset of its own. */
  readonly jobLayout: GPUBindGroupLayout;
  /** A pipeline of each shader, and the layout of its group 1. */
  readonly byName: Readonly<
    Record<
      ShaderName,
      { readonly pipeline: GPUComputePipeline; readonly layout: GPUBindGroupLayout }
    >
  >;
}

/** Compiles all shaders for a device, side by side; prefix sums with subgroups where it has them. */
export async function compilePrograms(device: GPUDevice): Promise<Programs> {
  const dialect = await subgroupDialectOf(device);
  const visibility = GPUShaderStage.COMPUTE;
  const jobLayout = device.createBindGroupLayout({
    entries: [
      { binding: 0, visibility, buffer: { type: "uniform" } },
      { binding: 1, visibility, buffer: { type: "uniform", hasDynamicOffset: true } },
    ],
  });
  const compiled = Object.entries<Shader>(SHADERS).map(async ([entryPoint, shader]) => {
    const { uses, hasSums } = shader;
    const code = hasSums ? completeSum(shader.code, dialect) : shader.code;
    const layout = device.createBindGroupLayout({
      entries: uses.map((use, binding) => ({
        binding,
        visibility,
        buffer: { type: use === "read" ? "read-only-storage" : "storage" },
      })),
    });
    const pipeline = await device.createComputePipelineAsync({
      label: entryPoint,
      layout: device.createPipelineLayout({ bindGroupLayouts: [jobLayout, layout] }),
      compute: { module: device.createShaderModule({ label: entryPoint, code }), entryPoint },
    });
    return [entryPoint, { pipeline, layout }];
  });
  const hasSubgroups = dialect !== undefined;
  return { hasSubgroups, jobLayout, byName: Object.fromEntries(await Promise.all(compiled)) };
}
