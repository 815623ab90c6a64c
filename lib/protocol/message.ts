/**
 * Message: one kind of call that neurons make to each other (a "synapse" in the Bittensor SDK).
 *
 * @module
 */
import type { z } from "zod";

/** A field that the sender's signature covers. */
export interface HashField {
  /** Name of the field. */
  readonly name: string;
  /** The Python class types it as a float, so that a whole number reads `1.0`, not `1`. */
  readonly isFloat?: boolean;
}

/** A kind of call: its name is the path of the route and of the Python class. */
export interface Message<Schema extends z.ZodObject = z.ZodObject> {
  /** Name of the class and, after a slash, path of the route. */
  readonly name: string;
  /** Fields without a default in the Python class; a caller announces each in a header. */
  readonly requiredFields: readonly string[];
  /** Fields of the body, beside those that every call has. */
  readonly schema: Schema;
  /** Fields whose hash is signed, in the order of the hash. @default {[]} */
  readonly hashFields?: readonly HashField[];
  /** Text fields that an answer carries empty, to spare the traffic. @default {[]} */
  readonly emptyInAnswer?: readonly string[];
}

/** Fields of a message as they were read. */
export type MessageFields<M extends Message> = z.output<M["schema"]>;

/** Fields of a message as a caller may give them: those with a default may be left out. */
export type MessageInput<M extends Message> = z.input<M["schema"]>;
