/**
 * Part: one role of the network as a child process that is kept alive.
 *
 * A part that dies is started again, after a wait that doubles from {@linkcode FIRST_BACKOFF_MS}
 * each time it dies early; one that says twice in a row that the operator made a mistake (exit code
 * 2) is given up. It never outlives its supervisor: its standard input is a pipe whose
 * end it watches (`PARENT_PIPE` of `@threegen/service`).
 *
 * @module
 */
import { type Clock, PARENT_PIPE } from "@threegen/service";
import { type LogLine, parseLogLine, readLines } from "./log_line.ts";

/** Wait before the first restart, in milliseconds. */
const FIRST_BACKOFF_MS = 400;
/** Longest wait before a restart, in milliseconds. */
const LONGEST_BACKOFF_MS = 8000;
/** A part that lived this long starts with the first wait again, in milliseconds. */
const PROVEN_AFTER_MS = 10_000;
/** Exit code of an operator's mistake, which no restart mends. */
const MISTAKE_CODE = 2;
/** Such exits in a row after which a part is given up; a port that is taken may be free again. */
const MISTAKES_BELIEVED = 2;
/** Time between SIGTERM and SIGKILL, in milliseconds. */
const TERM_GRACE_MS = 1500;
/** Time between two looks at `/health` of a part that starts, and of one that is up. */
const HEALTH_EVERY_MS = { starting: 120, up: 1000 } as const;
/** Longest wait for an answer of `/health`, in milliseconds. */
const HEALTH_TIMEOUT_MS = 5000;

/** What a part is and how it is started. */
export interface PartPlan {
  /** Unique and short, for the log: `miner-1`. */
  readonly name: string;
  /** For people: "Miner 1". */
  readonly title: string;
  /** Arguments of `deno`, from `run` on. */
  readonly args: readonly string[];
  /** `http://…/health`; a part without one counts as up while it runs. */
  readonly healthUrl?: string;
  /** What else must hold before the part is up for the first time; asked again until it does. */
  readonly hasBegun?: (signal: AbortSignal) => Promise<boolean>;
}

/**
 * `starting`: runs, has not answered yet. `up`: answers. `unready`: runs and says that it cannot
 * work now. `down`: does not run. `stopped`: ended by the supervisor, or given up.
 */
export type PartState = "starting" | "up" | "unready" | "down" | "stopped";

/** How a part is now. */
export interface PartStatus {
  readonly name: string;
  readonly title: string;
  readonly state: PartState;
  /** Why it is not up, in words. */
  readonly reason: string | null;
  /** Times that it was started again. */
  readonly restarts: number;
  /** UNIX time of the last change of `state`, milliseconds. */
  readonly sinceMs: number;
  readonly pid: number | null;
}

/** What a part needs from its supervisor. */
export interface PartOptions {
  readonly clock: Clock;
  /** Told after every change of the status. */
  readonly onChange?: (status: PartStatus, previous: PartState) => void;
  /** Told when the part is given up, with what the operator has to mend. */
  readonly onGivenUp?: (status: PartStatus, mistake: string) => void;
  /** Told about every line that the part logs. */
  readonly onLine?: (name: string, line: LogLine) => void;
  /** Environment of the child; nothing else is inherited. @default {inheritedEnvironment()} */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A role of the network as a child process that is kept alive. */
export class Part implements AsyncDisposable {
  readonly plan: PartPlan;
  readonly #options: PartOptions;
  readonly #stop = new AbortController();
  #life: Promise<void> | undefined;
  #status: PartStatus;
  #lastError: string | undefined;
  #hasBegun = false;

  constructor(plan: PartPlan, options: PartOptions) {
    this.plan = plan;
    this.#options = options;
    this.#status = {
      name: plan.name,
      title: plan.title,
      state: "starting",
      reason: null,
      restarts: 0,
      sinceMs: options.clock.now(),
      pid: null,
    };
  }

  /** Starts the part; it is kept alive from now on. */
  start(): void {
    this.#life ??= this.#live();
  }

  /** How the part is now. */
  get status(): PartStatus {
    return this.#status;
  }

  /** Ends the part: SIGTERM, and SIGKILL if it does not listen. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#life;
    this.#change({ state: "stopped", reason: null, pid: null });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #live(): Promise<void> {
    const { clock } = this.#options;
    const { signal } = this.#stop;
    let backoffMs = FIRST_BACKOFF_MS;
    let mistakes = 0;
    while (!signal.aborted) {
      const startedAt = clock.now();
      const status = await this.#runOnce();
      if (signal.aborted) return;
      const how = status.signal ? `killed by ${status.signal}` : `exited with ${status.code}`;
      const reason = this.#lastError ? `${how}: ${this.#lastError}` : how;
      mistakes = status.code === MISTAKE_CODE ? mistakes + 1 : 0;
      if (mistakes === MISTAKES_BELIEVED) {
        this.#change({ state: "stopped", reason, pid: null });
        this.#options.onGivenUp?.(this.#status, this.#lastError ?? how);
        return;
      }
      if (clock.now() - startedAt > PROVEN_AFTER_MS) backoffMs = FIRST_BACKOFF_MS;
      this.#change({ state: "down", reason, pid: null });
      await clock.sleep(backoffMs, signal).catch(() => {});
      if (signal.aborted) return;
      backoffMs = Math.min(backoffMs * 2, LONGEST_BACKOFF_MS);
      this.#change({ state: "starting", reason, restarts: this.#status.restarts + 1 });
    }
  }

  /** Runs the child until it ends. */
  async #runOnce(): Promise<Deno.CommandStatus> {
    const { signal } = this.#stop;
    const child = new Deno.Command(Deno.execPath(), {
      args: [...this.plan.args],
      stdin: "piped",
      stdout: "null",
      stderr: "piped",
      clearEnv: true,
      env: { ...(this.#options.environment ?? inheritedEnvironment()), [PARENT_PIPE]: "1" },
    }).spawn();
    this.#lastError = undefined;
    this.#change({ pid: child.pid });

    let killTimer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      tryKill(child, "SIGTERM");
      killTimer = setTimeout(() => tryKill(child, "SIGKILL"), TERM_GRACE_MS);
    };
    signal.addEventListener("abort", end, { once: true });
    const ended = new AbortController();
    const watching = this.#watchHealth(AbortSignal.any([signal, ended.signal]));
    const reading = this.#readLog(child.stderr);
    const status = await child.status;
    ended.abort();
    clearTimeout(killTimer);
    signal.removeEventListener("abort", end);
    await Promise.all([reading, watching, child.stdin.close().catch(() => {})]);
    return status;
  }

  async #readLog(stream: ReadableStream<Uint8Array>): Promise<void> {
    for await (const text of readLines(stream)) {
      if (text.trim() === "") continue;
      const line = parseLogLine(text);
      if (line.level === "error") this.#lastError = line.message.replace(/^error: /, "");
      this.#options.onLine?.(this.plan.name, line);
    }
  }

  async #watchHealth(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const { healthUrl, hasBegun } = this.plan;
    if (healthUrl === undefined) return this.#change({ state: "up", reason: null });
    while (!signal.aborted) {
      const health = await lookAtHealth(healthUrl, signal);
      if (health === "up" && hasBegun && !this.#hasBegun) {
        this.#hasBegun = await hasBegun(signal).catch(() => false);
      }
      if (signal.aborted) return;
      const isFirst = this.#status.state === "starting";
      if (health === "up") {
        if (!hasBegun || this.#hasBegun) this.#change({ state: "up", reason: null });
      } else if (!isFirst || health.answered) {
        this.#change({ state: "unready", reason: health.reason });
      }
      const everyMs = this.#status.state === "up" ? HEALTH_EVERY_MS.up : HEALTH_EVERY_MS.starting;
      await clock.sleep(everyMs, signal).catch(() => {});
    }
  }

  #change(change: Partial<PartStatus>): void {
    const previous = this.#status;
    const next = { ...previous, ...change };
    if (
      next.state === previous.state && next.reason === previous.reason && next.pid === previous.pid
    ) return;
    this.#status = next.state === previous.state
      ? next
      : { ...next, sinceMs: this.#options.clock.now() };
    this.#options.onChange?.(this.#status, previous.state);
  }
}

/** The environment that children get: the user's, less the settings of a real network. */
export function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(Deno.env.toObject())
    .filter(([name]) => !name.startsWith("BT_") && !name.startsWith("THREEGEN_"));
  return { ...Object.fromEntries(entries), NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" };
}

type Health = "up" | { readonly reason: string; readonly answered: boolean };

async function lookAtHealth(url: string, signal: AbortSignal): Promise<Health> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(HEALTH_TIMEOUT_MS)]),
    });
    if (response.ok) {
      await response.body?.cancel();
      return "up";
    }
    const answer: unknown = await response.json().catch(() => null);
    const reason = typeof answer === "object" && answer !== null && "reason" in answer
      ? String(answer.reason)
      : `answers ${response.status}`;
    return { reason, answered: true };
  } catch {
    return { reason: "does not answer", answered: false };
  }
}

function tryKill(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch {
    // It has ended already.
  }
}
