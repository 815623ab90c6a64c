import type { NetworkView, PageEvent, TaskView } from "./wire.ts";

/** The network behind the page. */
export interface NetworkSource {
  /** The network now. */
  network(): NetworkView;
  /** Newest tasks first. */
  tasks(limit: number): readonly TaskView[];
  /** Tells about every change until the returned function is called. */
  subscribe(listener: (event: PageEvent) => void): () => void;
  /**
   * Asks the validator for an asset.
   *
   * @throws {RequestError} When the prompt is refused.
   * @throws {UnavailableError} When the validator is away.
   */
  createTask(prompt: string): Promise<TaskView>;
  /** The best asset of a task, as the validator serves it. */
  asset(id: string, format: "ply" | "spz"): Promise<Uint8Array>;
  /** Picture of the best asset of a task, PNG, as the validator serves it. */
  preview(id: string): Promise<Uint8Array>;
}
