/**
 * Axons and dendrites without sockets, for the tests of neurons.
 *
 * @module
 */
export { InMemoryNetwork } from "./in_memory_network.ts";
export { signedCall, type SignedCallOptions } from "./signed_call.ts";
