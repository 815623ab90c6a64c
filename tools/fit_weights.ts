import { processWeights, type Subtensor, type WeightVector } from "@threegen/chain";
import { ConfigError, type Netuid } from "@threegen/domain";

/**
 * Makes weights fit the rules of a subnet, as the SDK does before it sets them.
 *
 * @throws {ConfigError} When a uid does not exist.
 */
export async function fitWeights(
  subtensor: Subtensor,
  netuid: Netuid,
  given: WeightVector,
  signal?: AbortSignal,
): Promise<WeightVector> {
  const { neurons } = await subtensor.metagraph(netuid, signal);
  const unknown = given.uids.find((uid) => uid >= neurons.length);
  if (unknown !== undefined) {
    throw new ConfigError(
      `Cannot use --weights: netuid ${netuid} has ${neurons.length} neurons, so no uid ${unknown}`,
    );
  }
  const { minAllowedWeights, maxWeightLimit } = await subtensor.hyperparameters(netuid, signal);
  return processWeights(given, {
    neuronCount: neurons.length,
    minAllowedWeights,
    maxWeightLimit,
  });
}
