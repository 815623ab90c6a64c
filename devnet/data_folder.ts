/**
 * Where a devnet keeps its state.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";

/** Seed of a devnet that nobody gave one: the subnet's number. */
const DEFAULT_SEED = 17;
/** Miners of a devnet that nobody gave a number: a good one and a poor one. */
const DEFAULT_MINER_COUNT = 2;

/** What a folder remembers about its devnet. */
const Identity = z.object({ seed: z.number().int(), minerCount: z.number().int() });

/** What the operator asked for. */
export interface DataFolderOptions {
  /** Kept at the end; a temporary folder that is removed when absent. */
  readonly path?: string;
  readonly seed?: number;
  readonly minerCount?: number;
}

/** A folder that belongs to one running devnet. */
export class DataFolder implements AsyncDisposable {
  /** Absolute. */
  readonly path: string;
  readonly seed: number;
  readonly minerCount: number;
  readonly #isKept: boolean;
  readonly #lock: Deno.FsFile;

  private constructor(
    path: string,
    { seed, minerCount }: z.output<typeof Identity>,
    isKept: boolean,
    lock: Deno.FsFile,
  ) {
    this.path = path;
    this.seed = seed;
    this.minerCount = minerCount;
    this.#isKept = isKept;
    this.#lock = lock;
  }

  /**
   * Opens a folder, making it when absent.
   *
   * @throws {ConfigError} When it cannot be written, is in use, or holds another devnet.
   */
  static async open({ path, seed, minerCount }: DataFolderOptions): Promise<DataFolder> {
    const isKept = path !== undefined;
    const folder = path === undefined
      ? await makeTemporaryFolder()
      : isAbsolute(path)
      ? path
      : resolve(path);
    let lock: Deno.FsFile;
    try {
      await Deno.mkdir(join(folder, "logs"), { recursive: true });
      await Deno.mkdir(join(folder, "keys"), { recursive: true, mode: 0o700 });
      lock = await Deno.open(join(folder, "lock"), { create: true, write: true });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ConfigError(
        `Cannot use --data ${folder}: ${reason}; choose a folder that can be written`,
        { cause },
      );
    }
    if (!await lock.tryLock(true)) {
      lock.close();
      throw new ConfigError(
        `Cannot use --data ${folder}: another devnet runs in it; stop it or choose another`,
      );
    }
    try {
      const identity = await rememberIdentity(folder, seed, minerCount);
      return new DataFolder(folder, identity, isKept, lock);
    } catch (error) {
      lock.close();
      throw error;
    }
  }

  /** A path inside. */
  join(...parts: readonly string[]): string {
    return join(this.path, ...parts);
  }

  /** Returns the secret in `keys/<name>`, made when absent. */
  async secret(name: string): Promise<string> {
    const file = this.join("keys", name);
    try {
      return (await Deno.readTextFile(file)).trim();
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      const secret = crypto.getRandomValues(new Uint8Array(24)).toHex();
      await Deno.writeTextFile(file, `${secret}\n`, { mode: 0o600 });
      return secret;
    }
  }

  /** Gives the folder up; a temporary one is removed. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#lock.close();
    if (!this.#isKept) await Deno.remove(this.path, { recursive: true });
  }
}

async function makeTemporaryFolder(): Promise<string> {
  try {
    return await Deno.makeTempDir({ prefix: "threegen-devnet-" });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot make a temporary folder: ${reason}; name a folder with --data`, {
      cause,
    });
  }
}

/** A folder keeps the seed and the miners that it was made with: its chain knows only those. */
async function rememberIdentity(
  folder: string,
  seed: number | undefined,
  minerCount: number | undefined,
) {
  const file = join(folder, "devnet.json");
  let text: string;
  try {
    text = await Deno.readTextFile(file);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    const identity = {
      seed: seed ?? DEFAULT_SEED,
      minerCount: minerCount ?? DEFAULT_MINER_COUNT,
    };
    await Deno.writeTextFile(file, `${JSON.stringify(identity)}\n`);
    return identity;
  }
  const known = Identity.safeParse(parseJson(text));
  if (!known.success) {
    throw new ConfigError(`Cannot use --data ${folder}: devnet.json in it is not of a devnet`);
  }
  if (seed !== undefined && seed !== known.data.seed) {
    throw new ConfigError(
      `Cannot use --seed ${seed} with --data ${folder}: it was made with ${known.data.seed}; ` +
        "choose another folder",
    );
  }
  if (minerCount !== undefined && minerCount !== known.data.minerCount) {
    throw new ConfigError(
      `Cannot use --miners ${minerCount} with --data ${folder}: it was made with ` +
        `${known.data.minerCount}; choose another folder`,
    );
  }
  return known.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
