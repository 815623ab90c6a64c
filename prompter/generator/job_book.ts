/**
 * Jobs: a number of prompts that someone asked for, beside the endless work.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import type { Clock } from "@threegen/service";
import type { Job, JobRequest } from "./contract.ts";

/** Most jobs that are remembered; finished ones go first. */
const MAX_JOBS = 1000;

/** Calls without a single good prompt after which a job is given up. */
const MAX_BARREN_CALLS = 20;

type OpenJob = { -readonly [Key in keyof Job]: Job[Key] } & { barrenCalls: number };

/** Knows every job, in the order in which they came. */
export class JobBook {
  readonly #jobs = new Map<string, OpenJob>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Adds a job. @throws {RequestError} When too many are open. */
  add({ count, category }: JobRequest): Job {
    if (this.#jobs.size >= MAX_JOBS) {
      const finished = [...this.#jobs.values()].find((job) => job.status !== "running");
      if (!finished) {
        throw new RequestError("generator/jobs", `Cannot take job: ${MAX_JOBS} are open`, {
          status: 429,
        });
      }
      this.#jobs.delete(finished.id);
    }
    const job: OpenJob = {
      id: crypto.randomUUID(),
      status: "running",
      count,
      category: category ?? null,
      made: 0,
      created_ms: this.#clock.now(),
      barrenCalls: 0,
    };
    this.#jobs.set(job.id, job);
    return toJob(job);
  }

  /** The job that is worked on. */
  current(): Job | undefined {
    const job = [...this.#jobs.values()].find(({ status }) => status === "running");
    return job && toJob(job);
  }

  /** Every job, oldest first. */
  list(): readonly Job[] {
    return [...this.#jobs.values()].map(toJob);
  }

  /** Finds a job. @throws {RequestError} (404) When there is none. */
  get(id: string): Job {
    return toJob(this.#find(id));
  }

  /** Stops a job; what it made stays. @throws {RequestError} (404) When there is none. */
  cancel(id: string): Job {
    const job = this.#find(id);
    if (job.status === "running") job.status = "cancelled";
    return toJob(job);
  }

  /** Counts what a call made for a job. */
  advance(id: string, made: number): void {
    const job = this.#jobs.get(id);
    if (!job || job.status !== "running") return;
    job.made += made;
    job.barrenCalls = made === 0 ? job.barrenCalls + 1 : 0;
    if (job.made >= job.count) job.status = "done";
    else if (job.barrenCalls >= MAX_BARREN_CALLS) job.status = "exhausted";
  }

  #find(id: string): OpenJob {
    const job = this.#jobs.get(id);
    if (!job) {
      throw new RequestError("generator/no-job", `Cannot find job ${id.slice(0, 64)}`, {
        status: 404,
      });
    }
    return job;
  }
}

function toJob({ barrenCalls: _, ...job }: OpenJob): Job {
  return { ...job };
}
