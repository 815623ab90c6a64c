import { LOCAL_AXON_IP } from "@threegen/chain";
import { signerFromUri } from "@threegen/chain/wallet";
import { axonRoute, createAxon } from "@threegen/protocol/axon";
import { PullTask } from "@threegen/protocol";
import { InMemoryNetwork } from "@threegen/protocol/testing";
import type { Fetchable } from "@threegen/service";
import { FakeClock } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { inspectAxon } from "./axon_report.ts";

const bob = signerFromUri("//Bob");
const target = { ip: "203.0.113.7", port: 8091, hotkey: bob.address };

/** Looks at an app; returns `level name` of each finding, and their texts. */
async function look(app: Fetchable | undefined, clock = new FakeClock(), asked = target) {
  const network = new InMemoryNetwork();
  network.listen(target.ip, target.port, app);
  const findings = await inspectAxon({
    target: asked,
    signer: signerFromUri("//Alice"),
    clock,
    timeoutMs: 1000,
    fetch: network.fetchFrom(),
  });
  return {
    levels: findings.map(({ level, name }) => `${level} ${name}`),
    text: findings.map(({ text }) => text).join("\n"),
  };
}

function axonOf(signer = bob, clock = new FakeClock()) {
  const routes = [axonRoute({ message: PullTask, handler: () => ({}) })];
  return createAxon({ signer, clock, routes });
}

Deno.test("inspectAxon() finds nothing wrong with our own axon", async () => {
  const { levels, text } = await look(axonOf());
  assert.deepEqual(levels, ["ok reachable", "ok protocol", "ok identity", "ok strict", "ok clock"]);
  assert.match(text, /SDK 10\.2\.0/);
  assert.match(text, /unsigned call is refused with 401/);
});

Deno.test("inspectAxon() reaches an axon of a local network as neurons do", async () => {
  const network = new InMemoryNetwork();
  network.listen("127.0.0.1", target.port, axonOf());
  const findings = await inspectAxon({
    target: { ...target, ip: LOCAL_AXON_IP },
    signer: signerFromUri("//Alice"),
    clock: new FakeClock(),
    timeoutMs: 1000,
    fetch: network.fetchFrom(),
  });
  assert.deepEqual(findings.map(({ level }) => level), ["ok", "ok", "ok", "ok", "ok"]);
});

Deno.test("inspectAxon() says when nothing answers, and when something else does", async () => {
  assert.deepEqual((await look(undefined)).levels, ["fail reachable"]);
  const { levels, text } = await look({ fetch: () => new Response("<html>", { status: 404 }) });
  assert.deepEqual(levels, ["ok reachable", "fail protocol"]);
  assert.match(text, /something else answered/);
});

Deno.test("inspectAxon() tells headers that do not read from an axon that is away", async () => {
  const axon = axonOf();
  const { levels, text } = await look({
    async fetch(...call) {
      const response = await axon.fetch(...call);
      response.headers.set("bt_header_axon_nonce", "now");
      return response;
    },
  });
  assert.deepEqual(levels, ["ok reachable", "fail protocol"]);
  assert.match(text, /the value of bt_header_axon_nonce does not read/);
});

Deno.test("inspectAxon() finds an axon of another hotkey", async () => {
  const charlie = signerFromUri("//Charlie");
  const { levels, text } = await look(axonOf(charlie));
  assert.deepEqual(levels.slice(0, 3), ["ok reachable", "fail protocol", "fail identity"]);
  assert.match(text, new RegExp(`it says it is ${charlie.address}`));
});

Deno.test("inspectAxon() finds a clock that is wrong", async () => {
  const clock = new FakeClock();
  const { levels, text } = await look(axonOf(bob, new FakeClock(clock.now() - 10_000)), clock);
  assert.deepEqual(levels.at(-1), "fail clock");
  assert.match(text, /10\.0 s behind this machine/);
  const ahead = await look(axonOf(bob, new FakeClock(clock.now() + 100_000)), clock);
  assert.match(ahead.text, /nonce is too old; set the machine's clock/);
  assert.match(ahead.text, /100\.0 s ahead of this machine/);
});

Deno.test("inspectAxon() does not take a signature that is used again for the axon's clock", async () => {
  const clock = new FakeClock();
  const axon = axonOf(bob, clock);
  await look(axon, clock);
  await clock.advance(8000);
  const { levels, text } = await look(axon, clock);
  assert.equal(levels.at(-1), "ok clock");
  assert.match(text, /0\.0 s ahead of this machine/);
});

Deno.test("inspectAxon() reads the date where only signed answers come", async () => {
  const clock = new FakeClock();
  const axon = axonOf(bob, clock);
  const dated = (aheadMs: number): Fetchable => ({
    fetch: async (request, environment) => {
      if (!request.headers.has("bt_header_dendrite_signature")) throw new TypeError("no answer");
      const response = await axon.fetch(request, environment as Record<string, unknown>);
      const date = new Date(clock.now() + aheadMs).toUTCString();
      return new Response(response.body, {
        status: response.status,
        headers: { ...Object.fromEntries(response.headers), date },
      });
    },
  });
  await look(dated(0), clock);
  await clock.advance(8000);
  assert.equal((await look(dated(0), clock)).levels.at(-1), "ok clock");
  const { levels, text } = await look(dated(-10_000), clock);
  assert.equal(levels.at(-1), "fail clock");
  assert.match(text, /9\.5 s behind this machine/);
});

Deno.test("inspectAxon() warns of an axon that takes unsigned calls and signs nothing", async () => {
  const lax = {
    fetch: () =>
      new Response("{}", {
        headers: {
          bt_header_axon_status_code: "200",
          bt_header_axon_version: "694",
          bt_header_axon_nonce: "5000",
        },
      }),
  };
  const { levels, text } = await look(lax);
  assert.deepEqual(levels, [
    "ok reachable",
    "ok protocol",
    "warn identity",
    "warn strict",
    "warn clock",
  ]);
  assert.match(text, /SDK 6\.9\.4/);
  assert.match(text, /anybody may speak as any hotkey/);
});

Deno.test("inspectAxon() finds a signature that is not the axon's", async () => {
  const axon = axonOf();
  const forged: Fetchable = {
    fetch: async (request, environment) => {
      const response = await axon.fetch(request, environment as Record<string, unknown>);
      const headers = new Headers(response.headers);
      if (headers.has("bt_header_axon_nonce")) headers.set("bt_header_axon_uuid", "other");
      return new Response(response.body, { status: response.status, headers });
    },
  };
  const { levels } = await look(forged);
  assert.equal(levels[2], "fail identity");
});
