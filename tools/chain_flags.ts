import { subtensorFlags } from "@threegen/chain";
import { MAINNET_NETUID, type Netuid } from "@threegen/domain";
import { z } from "zod";

/** Flags of every tool that looks at a subnet. */
export const chainFlags = {
  netuid: z.coerce.number().int().min(0).max(65_535).default(MAINNET_NETUID)
    .transform((number) => number as Netuid).describe("Number of the subnet"),
  ...subtensorFlags,
} as const;
