import { compilePrograms, type Programs } from "./programs.ts";

/** How a GPU is chosen. */
export interface OpenGpuOptions {
  /**
   * Whether an adapter that runs on the processor will do. It is far slower than the other
   * renderers, and good for tests only. Default false.
   */
  readonly allowSoftware?: boolean;
  /**
   * Whether subgroups are used where the device has them; the pictures are the same. By default they
   * are, except in software, where they gain nothing.
   */
  readonly subgroups?: boolean;
  /** Is told in one line which adapter is used, or why none is. */
  readonly onChoice?: (line: string) => void;
}

/** A device with everything that is made once. */
export interface Gpu {
  /** The device. */
  readonly device: GPUDevice;
  /** What the driver calls the adapter. */
  readonly adapterName: string;
  /** The shaders. */
  readonly programs: Programs;
  /** Why the device is gone, as soon as it is. */
  readonly lostReason: () => string | undefined;
}

/** Names of the adapters that are known to run on the processor. */
const SOFTWARE = /llvmpipe|lavapipe|swiftshader|software|basic render|\bwarp\b/i;

/** Largest buffer asked for: some drivers offer more than a JavaScript number can ask for. */
const MOST_BUFFER_BYTES = 2 ** 31;

/** Opens the best adapter there is; nothing, and a line why, when there is none that may be used. */
export async function openGpu(options: OpenGpuOptions): Promise<Gpu | undefined> {
  const { allowSoftware = false, onChoice = () => {} } = options;
  const refuse = (reason: string) => void onChoice(`No WebGPU renderer: ${reason}`);
  if (!("gpu" in navigator)) return refuse("this runtime has no WebGPU");
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) return refuse("no adapter; is a Vulkan driver installed?");
  const { description, vendor, architecture, isFallbackAdapter } = adapter.info as
    & GPUAdapterInfo
    & { readonly isFallbackAdapter?: boolean };
  // Browsers keep the description to themselves.
  const adapterName = description || `${vendor} ${architecture}`.trim() || "a nameless adapter";
  const isSoftware = isFallbackAdapter === true || SOFTWARE.test(adapterName);
  if (isSoftware && !allowSoftware) {
    return refuse(`the only adapter is software (${adapterName})`);
  }
  // The default of 128 MiB for a buffer is little; the others of the defaults are enough.
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  const request = (features: readonly GPUFeatureName[]) =>
    adapter.requestDevice({
      requiredLimits: {
        maxStorageBufferBindingSize: Math.min(maxStorageBufferBindingSize, MOST_BUFFER_BYTES),
        maxBufferSize: Math.min(maxBufferSize, MOST_BUFFER_BYTES),
      },
      requiredFeatures: [...features],
    });
  const known = (["timestamp-query"] as const).filter((name) => adapter.features.has(name));
  // Deno 2.9.6 does not list subgroups among an adapter's features, so they are just asked for.
  const device = options.subgroups ?? !isSoftware
    ? await request([...known, "subgroups"]).catch(() => request(known))
    : await request(known);
  let lostReason: string | undefined;
  device.lost.then(({ message, reason }) => lostReason = message || reason);
  try {
    const programs = await compilePrograms(device);
    const how = (isSoftware ? ", in software" : "") +
      (programs.hasSubgroups ? ", with subgroups" : "");
    onChoice(`WebGPU renderer on ${adapterName}${how}`);
    return { device, adapterName, programs, lostReason: () => lostReason };
  } catch (error) {
    device.destroy();
    throw error;
  }
}
