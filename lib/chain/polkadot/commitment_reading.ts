import { z } from "zod";
import type { Commitment } from "../subtensor.ts";

const StoredCommitment = z.object({
  block: z.number(),
  info: z.object({
    fields: z.array(z.object({ variant: z.string(), value: z.unknown() })),
  }),
}).optional();

/** Reads a decoded `CommitmentOf`; fields that are no plain bytes, such as none, are left out. */
export function toCommitment(stored: unknown): Commitment | undefined {
  const commitment = StoredCommitment.parse(stored);
  if (!commitment) return undefined;
  return {
    block: commitment.block,
    fields: commitment.info.fields.map(({ value }) => value)
      .filter((value) => value instanceof Uint8Array),
  };
}
