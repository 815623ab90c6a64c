import { Part, type PartOptions, type PartPlan, type PartStatus } from "./part.ts";

/** A part and those that must have been up before it starts for the first time. */
export interface GroupedPart {
  readonly plan: PartPlan;
  /** Names of other parts. */
  readonly needs: readonly string[];
}

/** All parts together: started in the order of their needs, stopped at once. */
export class PartGroup implements AsyncDisposable {
  readonly #entries: readonly GroupedPart[];
  readonly #options: PartOptions;
  readonly #parts = new Map<string, Part>();
  readonly #wereUp = new Set<string>();
  #isStopping = false;

  constructor(entries: readonly GroupedPart[], options: PartOptions) {
    this.#entries = entries;
    this.#options = options;
  }

  /** Starts the parts that need nobody; the others follow. */
  start(): void {
    this.#startReady();
  }

  /** How every part is, in the order of the entries; one that waits for others counts as starting. */
  get statuses(): readonly PartStatus[] {
    return this.#entries.map(({ plan }) =>
      this.#parts.get(plan.name)?.status ?? {
        name: plan.name,
        title: plan.title,
        state: "starting",
        reason: null,
        restarts: 0,
        sinceMs: 0,
        pid: null,
      }
    );
  }

  /** Stops every part. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#parts.values()].map((part) => part.stop()));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #startReady(): void {
    for (const { plan, needs } of this.#entries) {
      if (this.#isStopping || this.#parts.has(plan.name)) continue;
      if (!needs.every((name) => this.#wereUp.has(name))) continue;
      const part = new Part(plan, {
        ...this.#options,
        onChange: (status, previous) => {
          // A part that has answered once, even to say that it is not ready, can be called.
          if (status.state === "up" || status.state === "unready") this.#wereUp.add(plan.name);
          this.#options.onChange?.(status, previous);
          this.#startReady();
        },
      });
      this.#parts.set(plan.name, part);
      part.start();
    }
  }
}
