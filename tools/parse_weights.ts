import type { WeightVector } from "@threegen/chain";
import { ConfigError, type Uid } from "@threegen/domain";

/**
 * Reads weights as an operator writes them: `3=0.7,5=0.3`.
 *
 * @throws {ConfigError} On anything else, naming the part that is wrong.
 */
export function parseWeights(text: string): WeightVector {
  const parts = text.split(",").map((part) => part.trim()).filter((part) => part !== "");
  const rows = parts.map((part) => {
    const match = /^(\d{1,5})=(\d+(?:\.\d+)?(?:e-?\d+)?)$/i.exec(part);
    if (!match || Number(match[1]) > 65_535) {
      throw new ConfigError(`Cannot use --weights ${part}: write uid=value, such as 3=0.7`);
    }
    return { uid: Number(match[1]) as Uid, weight: Number(match[2]) };
  });
  // Also of values that are fine alone: their sum is what weights are divided by.
  if (!Number.isFinite(rows.reduce((sum, { weight }) => sum + weight, 0))) {
    throw new ConfigError(
      "Cannot use --weights: the values are too large; only their ratio counts",
    );
  }
  if (rows.every(({ weight }) => weight === 0)) {
    throw new ConfigError("Cannot use --weights: at least one value must be above 0");
  }
  const twice = rows.find(({ uid }, at) => rows.findIndex((row) => row.uid === uid) !== at);
  if (twice) throw new ConfigError(`Cannot use --weights: uid ${twice.uid} is named twice`);
  return { uids: rows.map(({ uid }) => uid), weights: rows.map(({ weight }) => weight) };
}
