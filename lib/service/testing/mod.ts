/**
 * Helpers for tests: a clock that stands still, what a test run may do, where nobody listens, and
 * an environment that steers nothing.
 *
 * @module
 */
export { FakeClock, settle } from "./fake_clock.ts";
export { granted } from "./granted.ts";
export { type UnservedPort, unservedPort } from "./unserved_port.ts";
export { unsteeredEnvironment } from "./unsteered_environment.ts";
