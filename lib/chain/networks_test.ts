import { ConfigError } from "@threegen/domain";
import assert from "node:assert/strict";
import { isLocalNetwork, NETWORKS, registrationRemedy, resolveNetwork } from "./networks.ts";

Deno.test("resolveNetwork() gives a known network its endpoint first, then those it fails over to", () => {
  const finney = resolveNetwork({ network: "finney" });
  assert.equal(finney.name, "finney");
  assert.equal(finney.endpoints[0], "wss://entrypoint-finney.opentensor.ai:443");
  assert.ok(finney.endpoints.length > 1);
  assert.deepEqual(resolveNetwork({ network: "local" }).endpoints, ["ws://127.0.0.1:9944"]);
});

Deno.test("resolveNetwork() takes an endpoint as network, and several endpoints by commas", () => {
  assert.deepEqual(resolveNetwork({ network: "http://127.0.0.1:9944" }), {
    name: "http://127.0.0.1:9944",
    endpoints: ["http://127.0.0.1:9944"],
  });
  assert.deepEqual(
    resolveNetwork({ network: "test", chainEndpoint: `ws://a:1, ws://b:2` }).endpoints,
    ["ws://a:1", "ws://b:2"],
  );
  assert.equal(resolveNetwork({ chainEndpoint: NETWORKS.test }).name, "test");
});

Deno.test("resolveNetwork() names the flag and the choices when it cannot", () => {
  assert.throws(
    () => resolveNetwork({ network: "fini" }),
    /--subtensor\.network fini.*finney, test/,
  );
  assert.throws(() => resolveNetwork({ chainEndpoint: "ftp://x" }), /must begin with ws:/);
});

Deno.test("resolveNetwork() refuses a list with an embedded chain, which has one endpoint", () => {
  for (const chainEndpoint of ["http://a:1,http://b:2", "ws://a:1,https://b:2"]) {
    assert.throws(
      () => resolveNetwork({ chainEndpoint }),
      (error: unknown) =>
        error instanceof ConfigError && error.message.includes(chainEndpoint) &&
        /one process.*name only one/.test(error.message),
    );
  }
  assert.equal(resolveNetwork({ chainEndpoint: "http://a:1" }).endpoints.length, 1);
});

Deno.test("isLocalNetwork() is true only when every endpoint is on this machine", () => {
  assert.equal(isLocalNetwork(resolveNetwork({ network: "local" })), true);
  assert.equal(isLocalNetwork("http://localhost:9944"), true);
  assert.equal(isLocalNetwork("ws://[::1]:9944"), true);
  assert.equal(isLocalNetwork(resolveNetwork({ network: "finney" })), false);
  assert.equal(isLocalNetwork("ws://127.0.0.1.example.org"), false);
  assert.equal(
    isLocalNetwork(resolveNetwork({ chainEndpoint: "ws://127.0.0.1:1,ws://a:2" })),
    false,
  );
  assert.equal(isLocalNetwork("finney"), false);
});

Deno.test("registrationRemedy() names our own command only where TAO has no price", () => {
  for (const network of ["local", "test", "http://127.0.0.1:9944", "ws://localhost:1"]) {
    const remedy = registrationRemedy({ network, isMainNetwork: false });
    assert.match(remedy, /`deno task register`/, network);
  }
  for (const network of ["finney", "archive", "wss://example.org:443"]) {
    const remedy = registrationRemedy({ network, isMainNetwork: false });
    assert.match(remedy, /`btcli subnets register`/, network);
  }
  assert.match(
    registrationRemedy({ network: "local", isMainNetwork: true }),
    /`btcli subnets register`/,
  );
});
