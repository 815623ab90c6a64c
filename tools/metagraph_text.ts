import { RAO_PER_TAO } from "@threegen/domain";
import type { Metagraph, NeuronInfo } from "@threegen/chain";

/** Writes a metagraph as a table, the greatest incentive and stake easy to find by eye. */
export function metagraphText(metagraph: Metagraph): string {
  const header = [
    "uid",
    "hotkey",
    "coldkey",
    "stake",
    "permit",
    "incentive",
    "dividends",
    "updated",
    "axon",
  ];
  const rows = metagraph.neurons.map((neuron) => [
    String(neuron.uid),
    neuron.hotkey,
    neuron.coldkey,
    tao(neuron.stakeRao),
    neuron.hasValidatorPermit ? "yes" : "-",
    share(neuron.incentive),
    share(neuron.dividends),
    lastUpdate(neuron, metagraph.block),
    axonText(neuron),
  ]);
  const rightAligned = new Set(["uid", "stake", "incentive", "dividends", "updated"]);
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column].length))
  );
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) =>
      rightAligned.has(header[column]) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])
    ).join("  ").trimEnd();
  const count = metagraph.neurons.length;
  return [
    `netuid ${metagraph.netuid}, block ${metagraph.block}, ${count} neuron${
      count === 1 ? "" : "s"
    }`,
    ...(count === 0 ? [] : [line(header), ...rows.map(line)]),
  ].join("\n");
}

/** Writes a metagraph as one JSON object; amounts in TAO, exact amounts as text in rao. */
export function metagraphJson(network: string, metagraph: Metagraph): string {
  return JSON.stringify({
    network,
    netuid: metagraph.netuid,
    block: metagraph.block,
    neurons: metagraph.neurons.map((neuron) => ({
      uid: neuron.uid,
      hotkey: neuron.hotkey,
      coldkey: neuron.coldkey,
      stake: Number(neuron.stakeRao) / RAO_PER_TAO,
      stakeRao: neuron.stakeRao.toString(),
      permit: neuron.hasValidatorPermit,
      incentive: neuron.incentive,
      dividends: neuron.dividends,
      emissionRao: neuron.emissionRao.toString(),
      lastUpdateBlock: neuron.lastUpdateBlock,
      axon: neuron.axon.port === 0 ? null : axonText(neuron),
    })),
  });
}

function axonText({ axon }: NeuronInfo): string {
  if (axon.port === 0 || axon.ip === "0.0.0.0") return "-";
  return axon.ip.includes(":") ? `[${axon.ip}]:${axon.port}` : `${axon.ip}:${axon.port}`;
}

function lastUpdate({ lastUpdateBlock }: NeuronInfo, block: number): string {
  return lastUpdateBlock === 0 ? "never" : `${block - lastUpdateBlock} ago`;
}

function tao(amountRao: bigint): string {
  return (Number(amountRao) / RAO_PER_TAO).toFixed(3);
}

function share(value: number): string {
  return value === 0 ? "0" : value.toFixed(5);
}
