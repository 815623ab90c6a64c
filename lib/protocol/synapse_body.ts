import { type Terminal, terminalJson } from "./headers.ts";
import type { Message } from "./message.ts";
import { stringifyWireJson } from "./wire_json.ts";

/** What stands in every body beside the message's own fields. */
export interface SynapseFrame {
  readonly message: Message;
  readonly timeoutSeconds: number;
  readonly dendrite: Terminal;
  readonly axon: Terminal;
  /** 64 hex digits, or "" as the SDK's dendrite sends it. */
  readonly bodyHash: string;
}

/**
 * Returns a body as the SDK prints a synapse: the frame, then the message's own fields. The frame
 * is put together as text, which takes less than an object of objects.
 */
export function synapseBody(
  frame: SynapseFrame,
  fields: Readonly<Record<string, unknown>>,
): string {
  const { message, timeoutSeconds, dendrite, axon, bodyHash } = frame;
  const own = stringifyWireJson(fields);
  return `{"name":${JSON.stringify(message.name)},"timeout":${JSON.stringify(timeoutSeconds)},` +
    `"total_size":0,"header_size":0,` +
    `"dendrite":${terminalJson(dendrite)},"axon":${terminalJson(axon)},` +
    `"computed_body_hash":"${bodyHash}"${own === "{}" ? "}" : `,${own.slice(1)}`}`;
}
