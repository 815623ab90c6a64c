import type { Hotkey, TaskId, Uid } from "@threegen/domain";
import { addScore, averageOf, type MovingAverage, NO_AVERAGE } from "../scoring/moving_average.ts";
import { fidelityOf, rewardOf } from "../scoring/rewards.ts";
import { cooldownAfterTask, cooldownAfterViolation, type CooldownPolicy } from "./cooldown.ts";
import { type Observation, ObservationWindow } from "./observation_window.ts";

/** The task that a miner holds. */
export interface Assignment {
  readonly taskId: TaskId;
  /** UNIX milliseconds. */
  readonly assignedAt: number;
  /** When it is taken back, UNIX milliseconds. */
  readonly expiresAt: number;
}

/** What is remembered of a miner across restarts, its observations aside. */
export interface MinerRecord {
  readonly assignment: Assignment | null;
  /** UNIX seconds from which it may pull; 0 when it never had to wait. */
  readonly cooldownUntil: number;
  /** How often it asked during its cooldowns. */
  readonly violations: number;
  /** Tasks handed out. */
  readonly tasks: number;
  /** Results accepted. */
  readonly accepted: number;
  /** Results validated. */
  readonly validated: number;
  /** Sum of the scores of all validated results. */
  readonly scoreSum: number;
  readonly average: MovingAverage;
  /** When it last spoke to us, UNIX milliseconds. */
  readonly lastSeenAt: number | null;
}

const NEW_RECORD: MinerRecord = {
  assignment: null,
  cooldownUntil: 0,
  violations: 0,
  tasks: 0,
  accepted: 0,
  validated: 0,
  scoreSum: 0,
  average: NO_AVERAGE,
  lastSeenAt: null,
};

/**
 * One miner as the validator knows it. It is bound to the hotkey, never to the uid: whoever gets a
 * recycled uid starts from nothing, and whoever registers again finds its cooldown waiting.
 */
export class Miner {
  readonly hotkey: Hotkey;
  /** Its number on the subnet; undefined while it is not registered. */
  uid: Uid | undefined;
  /**
   * Set from the start to the end of a validation, so that the same result sent ten times in
   * parallel is validated once. In memory only: after a restart nobody is validating.
   */
  isValidating = false;
  #record: MinerRecord;
  readonly #window: ObservationWindow;

  constructor(hotkey: Hotkey, record = NEW_RECORD, observations: readonly Observation[] = []) {
    this.hotkey = hotkey;
    this.#record = record;
    this.#window = new ObservationWindow(observations);
  }

  /** What is remembered across restarts. */
  get record(): MinerRecord {
    return this.#record;
  }

  /** The task it holds. */
  get assignment(): Assignment | null {
    return this.#record.assignment;
  }

  /** Notes that it spoke to us. */
  see(now: number): void {
    this.#change({ lastSeenAt: now });
  }

  /** Whether it has to wait. */
  isCooling(now: number): boolean {
    return now < this.#record.cooldownUntil * 1000;
  }

  /** Notes a pull during the cooldown. */
  addViolation(policy: CooldownPolicy): void {
    const violations = this.#record.violations + 1;
    const cooldownUntil = cooldownAfterViolation(policy, this.#record.cooldownUntil, violations);
    this.#change({ violations, cooldownUntil });
  }

  /** Forgives one violation: what a proper submission earns. */
  forgiveViolation(): void {
    this.#change({ violations: Math.max(0, this.#record.violations - 1) });
  }

  /** Hands it a task. */
  assign(taskId: TaskId, now: number, expiresAt: number): void {
    this.#change({
      assignment: { taskId, assignedAt: now, expiresAt },
      tasks: this.#record.tasks + 1,
    });
  }

  /** Leaves it more time for its task: what it earns when we could not validate. */
  postpone(expiresAt: number): void {
    const { assignment } = this.#record;
    if (assignment) this.#change({ assignment: { ...assignment, expiresAt } });
  }

  /** Takes its task away and starts the cooldown. */
  release(policy: CooldownPolicy, now: number, isPenalized = false): void {
    const assignedAt = this.#record.assignment?.assignedAt ?? now;
    const cooldownUntil = cooldownAfterTask(policy, assignedAt, now, isPenalized);
    this.#change({ assignment: null, cooldownUntil });
  }

  /** Notes a validated score; an accepted one counts toward the reward. */
  score(score: number, isAccepted: boolean, alpha: number, now: number): Observation | undefined {
    const { validated, accepted, scoreSum, average } = this.#record;
    this.#change({ validated: validated + 1, scoreSum: scoreSum + score });
    if (!isAccepted) return undefined;
    const observation = { at: now, fidelity: fidelityOf(score) };
    this.#change({
      accepted: accepted + 1,
      average: addScore(average, observation.fidelity, alpha),
    });
    this.#window.add(observation);
    return observation;
  }

  /** Accepted results that count now. */
  observations(now: number): readonly Observation[] {
    return this.#window.at(now);
  }

  /** What its weight is proportional to. */
  reward(now: number): number {
    return rewardOf(this.observations(now));
  }

  /** Moving average of its accepted scores, 0 to 1. */
  get averageFidelity(): number {
    return averageOf(this.#record.average);
  }

  /** Mean over all validated scores; null before the first. */
  get meanScore(): number | null {
    const { validated, scoreSum } = this.#record;
    return validated === 0 ? null : scoreSum / validated;
  }

  #change(change: Partial<MinerRecord>): void {
    this.#record = { ...this.#record, ...change };
  }
}
