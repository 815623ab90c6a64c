import { RequestError } from "@threegen/domain";
import type { NetworkSource } from "../page/network_source.ts";
import type { MinerRow, NetworkView, PageEvent, PartView, TaskView } from "../page/wire.ts";

/** A network for tests of the page: it holds what a test puts into it and tells listeners. */
export class FakeNetwork implements NetworkSource {
  readonly #listeners = new Set<(event: PageEvent) => void>();
  readonly #tasks: TaskView[] = [];
  #network: NetworkView;
  /** Prompts that were taken, in order. */
  readonly prompts: string[] = [];
  /** What answers about a task that was taken wait for. */
  answered: Promise<void> = Promise.resolve();
  /** What `asset` and `preview` answer. */
  readonly files: { ply: Uint8Array; png: Uint8Array };

  constructor(files: { readonly ply: Uint8Array; readonly png: Uint8Array }) {
    this.files = files;
    this.#network = {
      block: 1,
      epoch: 0,
      tempo: 10,
      blocksToEpoch: 9,
      weightsBlock: 0,
      parts: [],
      miners: [],
      accepted: 0,
    };
  }

  /** How many listeners there are. */
  get listening(): number {
    return this.#listeners.size;
  }

  network(): NetworkView {
    return this.#network;
  }

  tasks(limit: number): readonly TaskView[] {
    return this.#tasks.toReversed().slice(0, limit);
  }

  subscribe(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async createTask(prompt: string): Promise<TaskView> {
    if (prompt.includes("forbidden")) {
      throw new RequestError("task/refused", "Cannot create task: not this word");
    }
    this.prompts.push(prompt);
    const task = fakeTask({ prompt, kind: "organic", status: "queued", attempts: [], assets: [] });
    this.setTask(task);
    await this.answered;
    return task;
  }

  asset(id: string): Promise<Uint8Array> {
    return this.#tasks.some((task) => task.id === id)
      ? Promise.resolve(this.files.ply)
      : Promise.reject(new RequestError("task/unknown", "Cannot find task", { status: 404 }));
  }

  preview(): Promise<Uint8Array> {
    return Promise.resolve(this.files.png);
  }

  /** Adds a task or puts it in the place of its older self. */
  setTask(task: TaskView): void {
    const index = this.#tasks.findIndex(({ id }) => id === task.id);
    if (index < 0) this.#tasks.push(task);
    else this.#tasks[index] = task;
    this.#tell({ type: "task", task });
  }

  /** Changes the network. */
  setNetwork(change: Partial<NetworkView>): void {
    this.#network = { ...this.#network, ...change };
    this.#tell({ type: "network", network: this.#network });
  }

  #tell(event: PageEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** A finished task of miner 1; give what differs. */
export function fakeTask(change: Partial<TaskView> = {}): TaskView {
  const id = change.id ?? crypto.randomUUID();
  const createdAt = change.createdAt ?? Date.now();
  return {
    kind: "synthetic",
    prompt: "a pink bicycle",
    status: "done",
    finishedAt: change.status === undefined ? createdAt + 1900 : null,
    score: change.status === undefined ? 0.83 : null,
    attempts: [fakeAttempt()],
    assets: [{ format: "ply", url: `/v1/tasks/${id}/asset?format=ply`, sizeBytes: 2_952_065 }],
    previewUrl: `/v1/tasks/${id}/preview.png`,
    ...change,
    id,
    createdAt,
  };
}

/** An accepted attempt of miner 1; give what differs. */
export function fakeAttempt(
  change: Partial<TaskView["attempts"][number]> = {},
): TaskView["attempts"][number] {
  return {
    uid: 1,
    hotkey: "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
    assignedAt: Date.now() - 1900,
    submittedAt: Date.now() - 700,
    score: 0.83,
    accepted: true,
    generateMs: 1200,
    validateMs: 640,
    assetBytes: 412_000,
    gaussians: 42_180,
    error: null,
    ...change,
  };
}

/** The parts of a network with two miners, all up. */
export function fakeParts(): PartView[] {
  return [
    "Chain",
    "Prompt collector",
    "Prompt generator",
    "Generation 1",
    "Miner 1",
    "Generation 2",
    "Miner 2",
    "Validation",
    "Validator",
  ].map((title) => ({
    name: title.toLowerCase().replaceAll(" ", "-"),
    title,
    state: "up",
    reason: null,
    restarts: 0,
  }));
}

/** Two miners: one good, one poor. */
export function fakeMiners(): MinerRow[] {
  return [
    {
      uid: 1,
      hotkey: "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
      note: "full quality",
      tasks: 24,
      meanScore: 0.81,
      weight: 0.92,
      incentive: 0.9,
    },
    {
      uid: 2,
      hotkey: "5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y",
      note: "poor quality",
      tasks: 22,
      meanScore: 0.47,
      weight: 0.08,
      incentive: 0.1,
    },
  ];
}
