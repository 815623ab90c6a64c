/**
 * What every program and service needs: flags, log, clock, loops, HTTP frame and errors.
 *
 * @module
 */
export { createService, parseBody, readJson, type ServiceOptions } from "./app.ts";
export { type Clock, systemClock, unixNanoseconds, unixSeconds } from "./clock.ts";
export {
  environmentName,
  flag,
  type FlagShape,
  HelpRequested,
  helpText,
  type Parsed,
  parseFlags,
  type ProgramOptions,
} from "./flags.ts";
export { type CallOptions, callService, failureReason, type Fetch } from "./http.ts";
export { configureLogging, getLogger, type Logger, type LogOptions } from "./log.ts";
export { type LoopOptions, type RetryOptions, startLoop, untilSucceeds } from "./loop.ts";
export { print, say } from "./print.ts";
export { errorFromResponse, InvalidBodyError, type Problem, toProblem } from "./problem.ts";
export { aborted, loggingFlags, PARENT_PIPE, type ProgramBody, runProgram } from "./program.ts";
export { pickOne, type Random, seededRandom } from "./random.ts";
export { replaceFile } from "./replace_file.ts";
export {
  type Fetchable,
  type Listener,
  listenerUrl,
  listensOn,
  serveApp,
  type ServeOptions,
} from "./serve.ts";
export { untilAborted } from "./until_aborted.ts";
