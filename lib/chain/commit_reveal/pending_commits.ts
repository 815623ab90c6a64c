/**
 * Salted commits that wait for their reveal, kept in a file: without its salt a commit is lost.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { replaceFile } from "@threegen/service";
import { dirname } from "node:path";
import { z } from "zod";

const u16 = z.int().min(0).max(65535);

const PendingCommit = z.object({
  /** The chain that it was made for: hash of its block 0. */
  genesisHash: z.string(),
  netuid: u16,
  /** SS58 address of the committer. */
  hotkey: z.string(),
  /** `0x` and 64 hex digits: what the chain stores. */
  hash: z.string().regex(/^0x[0-9a-f]{64}$/),
  uids: z.array(u16),
  weights: z.array(u16),
  salt: z.array(u16),
  /** u64 as decimal text. */
  versionKey: z.string().regex(/^\d{1,20}$/),
  /** Newest block when it was made; the chain takes it within a few blocks or never. */
  madeAtBlock: z.int().min(0),
});
/** One commit with all that its reveal needs. */
export type PendingCommit = z.output<typeof PendingCommit>;

const FORMAT = "threegen-pending-commits/1";
const File = z.object({
  format: z.literal(FORMAT),
  commits: z.array(PendingCommit),
});

/** The commits that wait. Every change is on disk before it is reported. */
export class PendingCommits {
  readonly #path: string | undefined;
  #commits: readonly PendingCommit[];
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string | undefined, commits: readonly PendingCommit[]) {
    this.#path = path;
    this.#commits = commits;
  }

  /**
   * Opens the file; it is made with the first commit. Without path nothing survives a restart.
   *
   * @throws {ConfigError} When the file is broken.
   */
  static async open(path: string | undefined): Promise<PendingCommits> {
    return new PendingCommits(path, path === undefined ? [] : await read(path));
  }

  /** The commits that wait, oldest first. */
  list(): readonly PendingCommit[] {
    return this.#commits;
  }

  /** Keeps a commit. */
  add(commit: PendingCommit): Promise<void> {
    return this.#change((commits) => [...commits, commit]);
  }

  /** Forgets a commit. */
  remove(hash: string): Promise<void> {
    return this.#change((commits) => commits.filter((commit) => commit.hash !== hash));
  }

  #change(change: Change): Promise<void> {
    this.#commits = change(this.#commits);
    const turn = this.#writing.then(() => this.#write(change));
    this.#writing = turn.catch(() => {
      // The caller of this change gets the error.
    });
    return turn;
  }

  /** Changes the file itself: another program may keep commits in it too. */
  async #write(change: Change): Promise<void> {
    const path = this.#path;
    if (path === undefined) return;
    const folder = dirname(path);
    await Deno.mkdir(folder, { recursive: true });
    // The folder is locked, as the file is another one after each change.
    using held = await Deno.open(folder);
    await held.lock(true);
    const commits = change(await read(path));
    await replaceFile(path, JSON.stringify({ format: FORMAT, commits }));
  }
}

type Change = (commits: readonly PendingCommit[]) => readonly PendingCommit[];

async function read(path: string): Promise<readonly PendingCommit[]> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return [];
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot read pending commits ${path}: ${why}`, { cause });
  }
  try {
    return File.parse(JSON.parse(text)).commits;
  } catch (cause) {
    throw new ConfigError(
      `Cannot read pending commits ${path}: the file is broken; move it away, and weights that ` +
        "were committed but not revealed are lost",
      { cause },
    );
  }
}
