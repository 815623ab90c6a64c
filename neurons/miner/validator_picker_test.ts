import type { Metagraph, NeuronInfo } from "@threegen/chain";
import type { Coldkey, Hotkey, Netuid, Uid } from "@threegen/domain";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { ValidatorPicker } from "./validator_picker.ts";

const RAO_PER_TAO = 1_000_000_000n;

function neuronOf(uid: number, change: Partial<NeuronInfo> = {}): NeuronInfo {
  return {
    uid: uid as Uid,
    hotkey: `hotkey-${uid}` as Hotkey,
    coldkey: `coldkey-${uid}` as Coldkey,
    stakeRao: 1000n * RAO_PER_TAO,
    hasValidatorPermit: true,
    incentive: 0,
    dividends: 0,
    emissionRao: 0n,
    lastUpdateBlock: 0,
    axon: { ip: "203.0.113.7", port: 8092, version: 1, block: 1 },
    ...change,
  };
}

function pickerOf(neurons: readonly NeuronInfo[], clock = new FakeClock()): ValidatorPicker {
  const picker = new ValidatorPicker({
    ownHotkey: "hotkey-9" as Hotkey,
    minStakeTao: 1000,
    clock,
  });
  picker.update(subnetOf(neurons));
  return picker;
}

function subnetOf(neurons: readonly NeuronInfo[]): Metagraph {
  return { netuid: 17 as Netuid, block: 1, neurons };
}

Deno.test("ValidatorPicker goes around those who serve an axon and have enough stake", () => {
  const nowhere = { ip: "0.0.0.0", port: 0, version: 0, block: 0 };
  const picker = pickerOf([
    neuronOf(0),
    neuronOf(1, { stakeRao: 1000n * RAO_PER_TAO - 1n }),
    neuronOf(2, { axon: nowhere }),
    neuronOf(3),
    neuronOf(9),
    neuronOf(12),
  ]);
  assert.equal(picker.count, 3);
  const picked = Array.from({ length: 7 }, () => picker.pick()!.uid);
  assert.deepEqual(picked, [0, 3, 12, 0, 3, 12, 0]);
});

Deno.test("ValidatorPicker leaves a validator alone until its time has come", async () => {
  const clock = new FakeClock();
  const picker = pickerOf([neuronOf(0), neuronOf(3)], clock);
  picker.cool("hotkey-0" as Hotkey, clock.now() + 5000);
  assert.deepEqual([picker.pick()!.uid, picker.pick()!.uid], [3, 3]);
  picker.cool("hotkey-3" as Hotkey, clock.now() + 9000);
  assert.equal(picker.pick(), undefined);
  assert.equal(picker.nextReadyAt(), clock.now() + 5000);
  await clock.advance(5000);
  assert.equal(picker.pick()!.uid, 0);
});

Deno.test("ValidatorPicker remembers cooldowns when the subnet is read again, not those of the gone", () => {
  const clock = new FakeClock();
  const picker = pickerOf([neuronOf(0), neuronOf(3)], clock);
  picker.cool("hotkey-0" as Hotkey, clock.now() + 5000);
  picker.cool("hotkey-3" as Hotkey, clock.now() + 5000);
  picker.update(subnetOf([neuronOf(0)]));
  assert.equal(picker.pick(), undefined);
  picker.update(subnetOf([neuronOf(0), neuronOf(3)]));
  assert.equal(picker.pick()!.uid, 3);
});

Deno.test("ValidatorPicker knows no time to wait for when there is nobody", () => {
  const picker = pickerOf([]);
  assert.deepEqual([picker.pick(), picker.nextReadyAt(), picker.count], [undefined, undefined, 0]);
});
