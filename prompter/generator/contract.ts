/**
 * Wire contract of the prompt generator.
 *
 * @module
 */

/** Port of the prompt generator. Source: the original's `--port`, 10006. */
export const GENERATOR_PORT = 10006;
