/**
 * Identities of the subnet, branded so that one cannot be passed for another.
 *
 * @module
 */
import { z } from "zod";

/** An SS58 address (format 42, 48 characters, begins with "5"). */
const ss58 = z.string().regex(/^5[1-9A-HJ-NP-Za-km-z]{47}$/, "is not an SS58 address of format 42");

/** The key that a running neuron signs with, as its SS58 address. */
export const Hotkey: z.ZodType<Hotkey, string> = ss58.transform((text) => text as Hotkey);
/** The key that a running neuron signs with, as its SS58 address. */
export type Hotkey = string & { readonly __brand: "Hotkey" };

/** The key that owns the stake, as its SS58 address; never needed to run a neuron. */
export type Coldkey = string & { readonly __brand: "Coldkey" };

/** Number of a neuron on one subnet, 0 to 65535. */
export type Uid = number & { readonly __brand: "Uid" };

/** Number of a subnet, 0 to 65535. */
export type Netuid = number & { readonly __brand: "Netuid" };

/** Identity of a task: a UUID version 4 in text form. */
export const TaskId: z.ZodType<TaskId, string> = z.string().min(1).max(64)
  .transform((text) => text as TaskId);
/** Identity of a task: a UUID version 4 in text form. */
export type TaskId = string & { readonly __brand: "TaskId" };

/** Returns a new random {@linkcode TaskId}. */
export function newTaskId(): TaskId {
  return crypto.randomUUID() as TaskId;
}
