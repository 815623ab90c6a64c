/**
 * Route: one message that an axon takes, and who may send it.
 *
 * @module
 */
import { z } from "zod";
import type { SchemeName } from "./call_scheme.ts";
import type { Message, MessageFields } from "./message.ts";

/** Who calls; the hotkey is proven. */
export interface Caller {
  /** SS58 address of the key that signed the call. */
  readonly hotkey: string;
  /** Address that the call came from. */
  readonly ip: string;
  /** How the caller was proven. */
  readonly scheme: SchemeName;
  /** Version that the caller announced, such as 10002000; 0 when it announced none. */
  readonly version: number;
  /** How long the call may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Aborts when the call's time is up. */
  readonly signal: AbortSignal;
}

/** Pieces of a streamed answer. */
export type AnswerStream = AsyncIterable<Uint8Array | string>;

/** What a handler returns: fields to change in the message, or a stream instead. */
export type Answer<M extends Message = Message> = Partial<MessageFields<M>> | AnswerStream;

/** One message that an axon takes. Build with {@linkcode axonRoute}, which infers the fields. */
export interface AxonRoute<M extends Message = Message> {
  readonly message: M;
  /** Does the work. The answer is the message with the returned fields changed. */
  handler(fields: MessageFields<M>, caller: Caller): Promise<Answer<M>> | Answer<M>;
  /** Returns why a proven caller is not welcome, or nothing when it is. */
  blacklist?(caller: Caller): Promise<string | undefined> | string | undefined;
  /** How much the caller matters when there is no room for all; larger goes first. @default {0} */
  priority?(caller: Caller): Promise<number> | number;
  /** Largest body, in bytes. @default {the axon's} */
  readonly maxBodyBytes?: number;
}

/** Infers the types of a route from its message. */
export function axonRoute<M extends Message>(route: AxonRoute<M>): AxonRoute {
  return route as unknown as AxonRoute;
}

/** The call that every axon of the SDK answers: nothing in, nothing out. */
export const Ping = {
  name: "Synapse",
  requiredFields: [],
  schema: z.object({}),
} as const satisfies Message;
