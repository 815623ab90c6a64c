/**
 * Libraries of the field that our codecs are measured beside.
 *
 * They are big and nobody else needs them, so they are neither in deno.json nor in deno.lock, from
 * which every first run of any program fetches everything: names that are put together at run time
 * stay out of both.
 *
 * @module
 */
import type { GaussianCloud } from "@threegen/splats";

/** What the libraries do, each with what it takes and gives when its own users call it. */
export interface CodecPeers {
  /** @adobe/spz: the standard's C++ in WebAssembly. */
  readonly adobe: {
    decode(bytes: Uint8Array): unknown;
    encode(cloud: GaussianCloud, version: number): Uint8Array;
  };
  /** @spz-loader/core: the same C++, reading only. */
  readonly spzLoader: { decode(bytes: Uint8Array): Promise<unknown> };
  /** @playcanvas/splat-transform: reading in TypeScript, SPZ written by @adobe/spz. */
  readonly splatTransform: {
    decode(bytes: Uint8Array, format: "ply" | "spz"): Promise<unknown>;
    /** Takes what `decode` gave of a PLY; returns the file. */
    encode(table: unknown, format: "ply" | "spz", version?: number): Promise<Uint8Array>;
  };
}

const VERSIONS = {
  "@adobe/spz": "0.2.3",
  "@spz-loader/core": "0.3.1",
  "@playcanvas/splat-transform": "3.7.0",
} as const;

/** Fetches what is not in Deno's cache yet and loads the libraries. */
export async function loadCodecPeers(): Promise<CodecPeers> {
  const [adobe, spzLoader, splatTransform] = await Promise.all([
    loadAdobe(),
    loadSpzLoader(),
    loadSplatTransform(),
  ]);
  return { adobe, spzLoader, splatTransform };
}

async function fetchLibrary<T>(name: keyof typeof VERSIONS): Promise<T> {
  return await import(`npm:${name}@${VERSIONS[name]}`) as T;
}

async function loadAdobe(): Promise<CodecPeers["adobe"]> {
  interface Library {
    readonly CoordinateSystem: { readonly RUB: number };
    loadSpzFromBuffer(bytes: Uint8Array, options: object): unknown;
    saveSpzToBuffer(cloud: object, options: object): Uint8Array;
  }
  const { default: create } = await fetchLibrary<
    { default: (options: object) => Promise<Library> }
  >("@adobe/spz");
  const library = await create({ print: () => {}, printErr: () => {} });
  const { RUB } = library.CoordinateSystem;
  return {
    decode: (bytes) => library.loadSpzFromBuffer(bytes, { to: RUB }),
    encode: (cloud, version) =>
      library.saveSpzToBuffer({
        numPoints: cloud.count,
        shDegree: cloud.shDegree,
        antialiased: false,
        extensions: [],
        positions: cloud.positions,
        scales: cloud.logScales,
        // The order of the parts is another there, which costs it nothing.
        rotations: cloud.rotations,
        alphas: cloud.opacityLogits,
        colors: cloud.shDc,
        sh: cloud.shRest,
      }, { version, from: RUB, sh1Bits: 5, shRestBits: 4 }),
  };
}

async function loadSpzLoader(): Promise<CodecPeers["spzLoader"]> {
  const { loadSpz } = await fetchLibrary<{ loadSpz: (bytes: Uint8Array) => Promise<unknown> }>(
    "@spz-loader/core",
  );
  return {
    async decode(bytes) {
      // Where there is a `process` it looks for a `createRequire` that its bundle has lost.
      const { process } = globalThis;
      Reflect.set(globalThis, "process", undefined);
      try {
        return await loadSpz(bytes);
      } finally {
        Reflect.set(globalThis, "process", process);
      }
    },
  };
}

async function loadSplatTransform(): Promise<CodecPeers["splatTransform"]> {
  interface Library {
    readonly logger: { setRenderer?(renderer: unknown): void };
    MemoryReadFileSystem: new () => { set(name: string, bytes: Uint8Array): void };
    MemoryFileSystem: new () => { readonly results: Map<string, Uint8Array> };
    createChunkDataPool(): unknown;
    readFile(options: object): Promise<{ close(): void }[]>;
    materializeToDataTable(source: unknown, pool: unknown): Promise<unknown>;
    writePly(options: object, files: unknown): Promise<void>;
    writeSpz(options: object, files: unknown): Promise<void>;
  }
  const library = await fetchLibrary<Library>("@playcanvas/splat-transform");
  return {
    async decode(bytes, format) {
      const fileSystem = new library.MemoryReadFileSystem();
      const filename = `input.${format}`;
      fileSystem.set(filename, bytes);
      const [source] = await library.readFile({ filename, inputFormat: format, fileSystem });
      const table = await library.materializeToDataTable(source, library.createChunkDataPool());
      source.close();
      return table;
    },
    async encode(dataTable, format, version) {
      const files = new library.MemoryFileSystem();
      const filename = `output.${format}`;
      if (format === "ply") {
        const plyData = { comments: [], elements: [{ name: "vertex", dataTable }] };
        await library.writePly({ filename, plyData }, files);
      } else {
        await library.writeSpz({ filename, dataTable, version }, files);
      }
      return files.results.get(filename)!;
    },
  };
}
