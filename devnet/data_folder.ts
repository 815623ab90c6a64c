/**
 * Where a devnet keeps its state.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";

/** Seed of a devnet that nobody gave one: the subnet's number. */
const DEFAULT_SEED = 17;
/** Miners of a devnet that nobody gave a number: a good one and a poor one. */
const DEFAULT_MINER_COUNT = 2;

/** How the names of temporary folders begin. */
const TEMPORARY_PREFIX = "threegen-devnet-";
const LOCK_FILE = "lock";
const IDENTITY_FILE = "devnet.json";
/** Holds the path of a temporary folder, so that neither a kept folder nor a copy is taken for one. */
const TEMPORARY_FILE = "temporary";

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
    if (!isKept) await removeStaleFolders();
    const folder = path === undefined
      ? await makeTemporaryFolder()
      : isAbsolute(path)
      ? path
      : resolve(path);
    let lock: Deno.FsFile;
    try {
      await Deno.mkdir(join(folder, "logs"), { recursive: true });
      await Deno.mkdir(join(folder, "keys"), { recursive: true, mode: 0o700 });
      lock = await Deno.open(join(folder, LOCK_FILE), { create: true, write: true });
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
    // Removed under the lock, or another devnet would take it for a stale one and remove it, too.
    using _lock = this.#lock;
    if (!this.#isKept) await removeFolder(this.path);
  }
}

async function makeTemporaryFolder(): Promise<string> {
  try {
    const folder = await Deno.makeTempDir({ prefix: TEMPORARY_PREFIX });
    await Deno.writeTextFile(join(folder, TEMPORARY_FILE), folder);
    return folder;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot make a temporary folder: ${reason}; name a folder with --data`, {
      cause,
    });
  }
}

/**
 * Removes temporary folders of devnets that were killed. A folder is one of those when it is our
 * user's, says itself that it is temporary, and its lock is free although `devnet.json` is there,
 * which is written under the lock.
 */
async function removeStaleFolders(): Promise<void> {
  const parent = tmpdir();
  try {
    for await (const { name, isDirectory } of Deno.readDir(parent)) {
      if (isDirectory && name.startsWith(TEMPORARY_PREFIX)) await removeIfStale(join(parent, name));
    }
  } catch {
    // Tidying up is no reason not to start.
  }
}

async function removeIfStale(folder: string): Promise<void> {
  try {
    const { uid } = await Deno.lstat(folder);
    if (uid !== null && uid !== Deno.uid()) return;
    if (await Deno.readTextFile(join(folder, TEMPORARY_FILE)) !== folder) return;
    await Deno.stat(join(folder, IDENTITY_FILE));
    using lock = await Deno.open(join(folder, LOCK_FILE), { write: true });
    if (await lock.tryLock(true)) await removeFolder(folder);
  } catch {
    // It is not a devnet's, or somebody else removes it just now.
  }
}

/** Removes a folder; another devnet may have done so, as soon as the lock was free. */
async function removeFolder(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** A folder keeps the seed and the miners that it was made with: its chain knows only those. */
async function rememberIdentity(
  folder: string,
  seed: number | undefined,
  minerCount: number | undefined,
) {
  const file = join(folder, IDENTITY_FILE);
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
