/**
 * What the page's server and its browser part say to each other.
 *
 * | Route | What |
 * |---|---|
 * | `GET /api/events` | Server-Sent Events: `hello` ({@linkcode Hello}) once, then `network` and `task` |
 * | `POST /api/prompts` `{prompt}` | 202 and the new task, or a problem (RFC 9457) |
 * | `GET /api/tasks/:id/asset?format=ply\|spz` | the best asset of a task |
 * | `GET /api/tasks/:id/preview.png` | its picture |
 *
 * @module
 */
import type { TaskView } from "@threegen/validator/api/contract";

export type { Attempt, TaskView } from "@threegen/validator/api/contract";

/** A part of the network as the page shows it. */
export interface PartView {
  readonly name: string;
  /** For people: "Miner 1". */
  readonly title: string;
  readonly state: "starting" | "up" | "unready" | "down" | "stopped";
  /** Why it is not up, in words. */
  readonly reason: string | null;
  readonly restarts: number;
}

/** A miner as the page shows it. */
export interface MinerRow {
  readonly uid: number;
  readonly hotkey: string;
  /** How good its generation endpoint is, as the devnet set it up: "full quality". */
  readonly note: string;
  readonly tasks: number;
  /** 0 to 1; null before the first score. */
  readonly meanScore: number | null;
  /** Weight on the chain as a share of all weights, 0 to 1. */
  readonly weight: number;
  /** Share of miner emission, 0 to 1. */
  readonly incentive: number;
}

/** The network at one moment. */
export interface NetworkView {
  readonly block: number;
  /** Epochs that ended since block 0. */
  readonly epoch: number;
  /** Blocks between epochs. */
  readonly tempo: number;
  /** Blocks until the next epoch. */
  readonly blocksToEpoch: number;
  /** Block of the last weights; 0 when never. */
  readonly weightsBlock: number;
  readonly parts: readonly PartView[];
  readonly miners: readonly MinerRow[];
  /** Results accepted since the devnet started. */
  readonly accepted: number;
}

/** The first event of every connection: all there is to know. */
export interface Hello {
  readonly network: NetworkView;
  /** Newest first. */
  readonly tasks: readonly TaskView[];
}

/** What the server tells afterwards; the SSE `event` is the `type`. */
export type PageEvent =
  | { readonly type: "network"; readonly network: NetworkView }
  | { readonly type: "task"; readonly task: TaskView };
