/** Version of the miner neuron. */
export const MINER_VERSION = "0.1.0";
