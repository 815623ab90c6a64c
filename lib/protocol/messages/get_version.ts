import { z } from "zod";
import type { Message } from "../message.ts";

/** A validator asks another for its versions. */
export const GetVersion = {
  name: "GetVersion",
  requiredFields: [] as const,
  schema: z.object({
    version: z.number().int().default(0),
    validation_version: z.string().default(""),
  }),
} as const satisfies Message;
/** Fields of {@linkcode GetVersion}. */
export type GetVersion = z.output<typeof GetVersion.schema>;
