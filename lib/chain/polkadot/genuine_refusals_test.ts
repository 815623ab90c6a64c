import { ChainError, type Netuid, type Uid } from "@threegen/domain";
import { systemClock } from "@threegen/service";
import assert from "node:assert/strict";
import { devWallet } from "../testing/dev_wallet.ts";
import { GenuineChain, whyNoGenuineChain } from "../testing/genuine_chain.ts";
import { connectSubtensor } from "../connect_subtensor.ts";
import { signerFromSeed } from "../wallet/signer.ts";

const NETUID = 3 as Netuid;
const [first, second] = [devWallet("refusal-first"), devWallet("refusal-second")];
const why = whyNoGenuineChain(185);

Deno.test({
  name: `genuine runtime, spec 185: refusals of its pool are typed errors with a remedy${
    why === undefined ? "" : ` (skipped: ${why})`
  }`,
  ignore: why !== undefined,
}, async () => {
  await using chain = await GenuineChain.boot(185);
  const subnet = (value: unknown) => [[[NETUID], value]];
  await chain.setStorage({
    SubtensorModule: {
      NetworkRegistrationAllowed: subnet(true),
      MaxRegistrationsPerBlock: subnet(3),
      TargetRegistrationsPerInterval: subnet(2),
      Burn: subnet("1000000000"),
    },
    System: {
      Account: [first, second].map(({ coldkey }) => [
        [coldkey.address],
        { providers: 1, data: { free: "100000000000" } },
      ]),
    },
  });
  await using subtensor = await connectSubtensor({
    chainEndpoint: chain.endpoint,
    clock: systemClock,
  });

  await subtensor.burnedRegister(first.coldkey, NETUID, first.hotkey.address);
  const register = () => subtensor.burnedRegister(second.coldkey, NETUID, second.hotkey.address);
  // More registrations in the interval than this runtime's pool lets pass.
  await chain.setStorage({ SubtensorModule: { RegistrationsThisInterval: subnet(6) } });
  await refused("ExhaustsResources", /send the call again/, register());
  await chain.setStorage({ SubtensorModule: { RegistrationsThisInterval: subnet(1) } });
  await register();

  const { address } = first.hotkey;
  await refused(
    "NonAssociatedColdKey",
    /use the coldkey that registered it/,
    subtensor.addStake(second.coldkey, NETUID, address, 1_000_000_000n),
  );
  // A key that is not the one it says it is: the signature is wrong for the address.
  const forged = { ...signerFromSeed(new Uint8Array(32).fill(7)), address };
  const weights = { netuid: NETUID, uids: [0 as Uid], weights: [65535], versionKey: 0n };
  await refused("BadProof", /check the wallet/, subtensor.setWeights(forged, weights));
});

async function refused(name: string, remedy: RegExp, call: Promise<unknown>): Promise<void> {
  await assert.rejects(call, (error: unknown) => {
    assert.ok(error instanceof ChainError, `${error}`);
    assert.equal(error.chainErrorName, name, error.message);
    assert.match(error.message, remedy);
    return true;
  });
}
