import { createChainApp, EmbeddedChain } from "@threegen/chain/embedded";
import { devWallet } from "@threegen/chain/testing";
import { writeWallet } from "@threegen/chain/wallet";
import { serveApp, systemClock } from "@threegen/service";
const names = ["validator", "good", "poor"];
const ws = names.map(devWallet);
for (const [i, n] of names.entries()) {
  await writeWallet({
    path: "/tmp/smoke/wallets",
    name: n,
    hotkey: "default",
    coldkeySecret: ws[i].coldkeySecret,
    hotkeySecret: ws[i].hotkeySecret,
  });
}
const chain = await EmbeddedChain.open({
  blockTimeMs: 1000,
  clock: systemClock,
  genesis: {
    netuid: 17,
    rules: { tempo: 10, weightsRateLimitBlocks: 5, servingRateLimitBlocks: 0 },
    neurons: ws.map((w, i) => ({
      hotkey: w.hotkey.address,
      coldkey: w.coldkey.address,
      stakeRao: i === 0 ? 5000n * 10n ** 9n : 0n,
    })),
  },
});
serveApp(createChainApp(chain), { name: "chain", port: 19944 });
