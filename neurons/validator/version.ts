/** Version of the validator neuron. */
export const VALIDATOR_VERSION = "0.1.0";

/** The same as `GetVersion` answers it: 10000 · major + 100 · minor + patch, as the original. */
export const VALIDATOR_VERSION_NUMBER = 100;
