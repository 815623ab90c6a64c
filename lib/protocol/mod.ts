/**
 * The protocol between neurons: messages, and what their senders sign.
 *
 * @module
 */
export { bodyHash, EMPTY_BODY_HASH, messageBodyHash } from "./body_hash.ts";
export {
  type CallHeaders,
  type HeaderMap,
  parseCallHeaders,
  SPOKEN_VERSION,
  type Terminal,
  writeCallHeaders,
} from "./headers.ts";
export type { HashField, Message, MessageFields, MessageInput } from "./message.ts";
export { GetVersion } from "./messages/get_version.ts";
export { PullTask } from "./messages/pull_task.ts";
export { Feedback, SubmitResults } from "./messages/submit_results.ts";
export { type ForeignTask, isTextTask, WireTask } from "./messages/wire_task.ts";
export { PythonFloat, pythonText, type PythonValue } from "./python_text.ts";
export { type ResultClaim, resultMessage, signResult, verifyResult } from "./result_signature.ts";
export {
  type ReplyClaim,
  replyMessage,
  type RequestClaim,
  requestMessage,
  signatureFromHex,
  signToHex,
} from "./signing.ts";
export { parseWireJson, stringifyWireJson, type WireJsonLimits } from "./wire_json.ts";
