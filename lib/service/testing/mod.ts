/**
 * Helpers for tests: a clock that stands still, and what a test run may do.
 *
 * @module
 */
export { FakeClock, settle } from "./fake_clock.ts";
export { granted } from "./granted.ts";
