/**
 * Wire contract of the prompt collector, as the original's generators and validators speak it.
 *
 * @module
 */
import { z } from "zod";

/** Port of the collector. Source: the original's production, 9100. */
export const COLLECTOR_PORT = 9100;

/** Body of `POST /submit` (header `X-Api-Key`). */
export const SubmitRequest = z.object({ prompts: z.array(z.string()) });
/** Body of `POST /submit`. */
export type SubmitRequest = z.output<typeof SubmitRequest>;

/** Body of `POST /get` and `POST /text-prompts/get/`; the signature covers `{nonce}{hotkey}`. */
export const GetRequest = z.object({
  hotkey: z.string(),
  /** UNIX time in nanoseconds; beyond 2^53, so kept as the digits that were sent. */
  nonce: z.union([z.string().regex(/^\d{1,20}$/), z.bigint(), z.number().int()]),
  /** Base64 of the sr25519 signature. */
  signature: z.string(),
});
/** Body of `POST /get`. */
export type GetRequest = z.output<typeof GetRequest>;

/** Answer of `POST /get`. */
export const GetResponse = z.object({ prompts: z.array(z.string()) });
/** Answer of `POST /get`. */
export type GetResponse = z.output<typeof GetResponse>;
