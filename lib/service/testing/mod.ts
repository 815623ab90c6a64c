/**
 * Helpers for tests: a clock that stands still, what a test run may do, and where nobody listens.
 *
 * @module
 */
export { FakeClock, settle } from "./fake_clock.ts";
export { granted } from "./granted.ts";
export { type UnservedPort, unservedPort } from "./unserved_port.ts";
