import { type Signer, signerFromPhrase, signerFromUri } from "@threegen/chain/wallet";
import { newTaskId, RequestError, UnavailableError } from "@threegen/domain";
import { serveApp, systemClock } from "@threegen/service";
import { FakeClock, granted, settle } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { type AnsweredCall, type AxonOptions, axonRoute, type Caller, createAxon } from "./axon.ts";
import { EMPTY_BODY_HASH } from "./body_hash.ts";
import { AxonRefusedError, AxonUnavailableError, Dendrite } from "./dendrite.ts";
import { GetVersion } from "./messages/get_version.ts";
import { PullTask } from "./messages/pull_task.ts";
import { SubmitResults } from "./messages/submit_results.ts";
import { InMemoryNetwork } from "./testing/mod.ts";

const alice = signerFromUri("//Alice");
const bob = signerFromUri("//Bob");
const target = { ip: "203.0.113.7", port: 8091, hotkey: bob.address };

/** Bob's axon and Alice's dendrite on a network without sockets. */
function pair(options: Partial<AxonOptions> = {}, caller: Signer = alice) {
  const clock = new FakeClock();
  const network = new InMemoryNetwork();
  const answered: AnsweredCall[] = [];
  const app = createAxon({
    signer: bob,
    clock,
    routes: [],
    onAnswered: (call) => answered.push(call),
    ...options,
  });
  network.listen(target.ip, target.port, app);
  const dendrite = new Dendrite({ signer: caller, clock, fetch: network.fetchFrom() });
  return { clock, network, app, dendrite, answered };
}

const task = { type: "text", id: newTaskId(), prompt: "a red chair" } as const;

Deno.test("a dendrite's call reaches the handler and brings back what it answered", async () => {
  let seen: Caller | undefined;
  const { dendrite, answered } = pair({
    routes: [axonRoute({
      message: PullTask,
      handler(fields, caller) {
        assert.equal(fields.task, null);
        seen = caller;
        return { task, cooldown_until: 1_750_000_300 };
      },
    })],
  });
  const { fields, axon } = await dendrite.call(target, PullTask, {});
  assert.deepEqual(fields.task, task);
  assert.equal(fields.cooldown_until, 1_750_000_300);
  assert.equal(fields.validation_threshold, 0.6);
  assert.equal(axon.hotkey, bob.address);
  assert.equal(axon.statusCode, 200);
  assert.equal(axon.statusMessage, "Success");
  assert.equal(seen?.hotkey, alice.address);
  assert.equal(seen?.ip, "198.51.100.9");
  assert.equal(seen?.scheme, "axon");
  assert.equal(seen?.version, 10_002_000);
  assert.equal(seen?.timeoutMs, 12_000);
  assert.deepEqual(answered.map(({ message, status, hotkey }) => ({ message, status, hotkey })), [
    { message: "PullTask", status: 200, hotkey: alice.address },
  ]);
});

Deno.test("nanosecond times stay exact in both directions, and an answer does not echo the asset", async () => {
  let seen: unknown;
  const { dendrite } = pair({
    routes: [axonRoute({
      message: SubmitResults,
      handler(fields) {
        seen = fields.submit_time;
        assert.equal(fields.results, "QUJD");
        return {};
      },
    })],
  });
  const { fields } = await dendrite.call(target, SubmitResults, {
    task_id: task.id,
    results: "QUJD",
    submit_time: 1_735_689_600_000_000_001n,
    signature: "c2ln",
  });
  assert.equal(seen, 1_735_689_600_000_000_001n);
  assert.equal(fields.submit_time, 1_735_689_600_000_000_001n);
  assert.equal(fields.results, "");
  assert.equal(fields.signature, "");
});

Deno.test("a blacklisted caller gets 403 with the reason and leaves no trace in memory", async () => {
  let isWelcome = false;
  const { dendrite } = pair({
    nonces: { capacity: 1 },
    routes: [axonRoute({
      message: PullTask,
      handler: () => ({}),
      blacklist: ({ hotkey }) => isWelcome ? undefined : `${hotkey} is not registered`,
    })],
  });
  await assert.rejects(dendrite.call(target, PullTask, {}), (error) => {
    assert.ok(error instanceof AxonRefusedError && error instanceof RequestError);
    assert.equal(error.status, 403);
    assert.match(error.message, /Forbidden\. Key is blacklisted: 5Grw\S+ is not registered\./);
    return true;
  });
  isWelcome = true;
  await dendrite.call(target, PullTask, {});
});

Deno.test("a handler's failures arrive as what they are, a bug without its detail", async (t) => {
  const cases = [
    [
      new RequestError("a/b", "Cannot take result: unknown task", { status: 400 }),
      400,
      /unknown task/,
    ],
    [new UnavailableError("a/b", "Cannot validate: endpoint is away"), 503, /endpoint is away/],
    [new TypeError("secret detail"), 500, /Internal Server Error #[0-9a-f-]{36}/],
  ] as const;
  for (const [thrown, status, message] of cases) {
    await t.step(`${thrown.name} becomes ${status}`, async () => {
      const { dendrite } = pair({
        routes: [axonRoute({
          message: GetVersion,
          handler: () => {
            throw thrown;
          },
        })],
      });
      await assert.rejects(dendrite.call(target, GetVersion, {}), (error) => {
        assert.ok(error instanceof (status < 500 ? AxonRefusedError : AxonUnavailableError));
        assert.equal(
          error instanceof AxonUnavailableError ? error.axonStatus : error.status,
          status,
        );
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      });
    });
  }
});

Deno.test("a dendrite's call ends with 408 when its time is up, and the handler's signal aborts", async () => {
  let handlerSignal: AbortSignal | undefined;
  const { dendrite, clock } = pair({
    routes: [axonRoute({
      message: GetVersion,
      handler: (_fields, { signal }) => {
        handlerSignal = signal;
        return new Promise(() => {});
      },
    })],
  });
  const call = assert.rejects(
    dendrite.call(target, GetVersion, {}, { timeoutMs: 5000 }),
    (error) => {
      assert.ok(error instanceof AxonUnavailableError && error instanceof UnavailableError);
      assert.equal(error.axonStatus, 408);
      return true;
    },
  );
  await settle();
  await clock.advance(5001);
  await call;
  assert.equal(handlerSignal?.aborted, true);
});

Deno.test("a dendrite tells a dead axon, a foreign server and a huge answer apart", async (t) => {
  const { dendrite, network } = pair();
  const answerWith = (response: Response) =>
    network.listen(target.ip, target.port, { fetch: () => response });

  await t.step("nothing listens: 503", async () => {
    const elsewhere = { ...target, port: 9 };
    await assert.rejects(
      dendrite.call(elsewhere, PullTask, {}),
      (error) => error instanceof AxonUnavailableError && error.axonStatus === 503,
    );
  });
  for (
    const [name, response] of [
      ["no JSON", new Response("<html>")],
      ["JSON of another shape", Response.json({ task: 7 })],
      ["a redirect", new Response(null, { status: 302, headers: { location: "http://x/" } })],
      ["an answer over the limit", new Response("x".repeat(2_000_000))],
    ] as const
  ) {
    await t.step(`${name}: 422`, async () => {
      answerWith(response);
      await assert.rejects(
        dendrite.call(target, PullTask, {}),
        (error) => error instanceof AxonRefusedError && error.status === 422,
      );
    });
  }
});

Deno.test("a dendrite refuses a call that cannot be sent: 400, readable, and no axon is asked", async (t) => {
  const { dendrite, network } = pair({
    routes: [axonRoute({ message: SubmitResults, handler: () => ({}) })],
  });
  const result = { results: "QUJD", submit_time: 1, signature: "c2ln" };
  const badFields = { ...result, submit_time: 1.5, results: 7 as unknown as string };
  const cases = [
    [
      "fields of other types",
      target,
      badFields,
      /SubmitResults of 203\.0\.113\.7:8091: results: .*string.*; submit_time: .*bigint.*, or .*int/,
    ],
    ["port 0", { ...target, port: 0 }, result, /port 0 is not within 1 to 65535/],
    ["a port too large", { ...target, port: 65_536 }, result, /port 65536 is not/],
    ["half a port", { ...target, port: 80.5 }, result, /port 80\.5 is not/],
    ["no address", { ...target, ip: "a b" }, result, /"a b" is no address/],
    ["an address beyond 255", { ...target, ip: "999.0.0.1" }, result, /is no address/],
    ["another URL", { ...target, ip: "10.0.0.1/x?" }, result, /is no address/],
  ] as const;
  for (const [name, to, fields, reason] of cases) {
    await t.step(name, async () => {
      await assert.rejects(dendrite.call(to, SubmitResults, fields), (error) => {
        assert.ok(error instanceof RequestError && !(error instanceof AxonRefusedError));
        assert.equal(error.status, 400);
        assert.match(error.message, reason);
        assert.doesNotMatch(error.message, /[\n{]/);
        return true;
      });
    });
  }
  assert.deepEqual(network.calls, []);
});

Deno.test("a dendrite whose key fails says so, instead of blaming the axon", async () => {
  const broken = new Error("the key is gone");
  const { dendrite, network } = pair({}, {
    ...alice,
    sign: () => {
      throw broken;
    },
  });
  await assert.rejects(dendrite.call(target, PullTask, {}), broken);
  assert.deepEqual(network.calls, []);
});

Deno.test("a dendrite tells when an axon that answered 408, 429 or 5xx is worth another try", async (t) => {
  const { dendrite, network } = pair();
  const cases: readonly (readonly [number, string | undefined, number])[] = [
    [408, undefined, 1000],
    [429, "7", 7000],
    [503, "86400", 3_600_000], // An hour at most: who answers is not ours.
    [504, "-5", 1000],
    [500, "Wed, 21 Oct 2015 07:28:00 GMT", 1000],
  ];
  for (const [status, retryAfter, retryAfterMs] of cases) {
    await t.step(`${status}, retry-after ${retryAfter}`, async () => {
      const headers = retryAfter === undefined ? {} : { "retry-after": retryAfter };
      network.listen(target.ip, target.port, {
        fetch: () => Response.json({ message: "not now" }, { status, headers }),
      });
      await assert.rejects(dendrite.call(target, PullTask, {}), (error) => {
        assert.ok(error instanceof AxonUnavailableError);
        assert.equal(error.axonStatus, status);
        assert.equal(error.retryAfterMs, retryAfterMs);
        assert.match(error.message, /not now/);
        return true;
      });
    });
  }
});

Deno.test("a dendrite calls its own address over the loopback, and announces it", async () => {
  const called: string[] = [];
  await using dendrite = new Dendrite({
    signer: alice,
    clock: new FakeClock(),
    externalIp: target.ip,
    fetch: (input, init) => {
      const { url, headers } = new Request(input, init);
      called.push(url);
      assert.equal(headers.get("bt_header_dendrite_ip"), target.ip);
      // Whom the call is meant for does not change with the way that it takes.
      assert.match(headers.get("bt_header_axon_ip")!, /^203\.0\.113\.|^2001:/);
      return Promise.resolve(Response.json({}));
    },
  });
  for (const ip of [target.ip, "203.0.113.8", "2001:db8::1"]) {
    await dendrite.call({ ...target, ip }, PullTask, {});
  }
  assert.deepEqual(called, [
    "http://127.0.0.1:8091/PullTask",
    "http://203.0.113.8:8091/PullTask",
    "http://[2001:db8::1]:8091/PullTask",
  ]);
});

Deno.test("a dendrite's calls at once may overtake each other; calls in a row share one uuid", async () => {
  const { clock, app } = pair({ routes: [axonRoute({ message: PullTask, handler: () => ({}) })] });
  const uuids: string[] = [];
  const waiting: (() => void)[] = [];
  let isHolding = true;
  const dendrite = new Dendrite({
    signer: alice,
    clock,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      uuids.push(request.headers.get("bt_header_dendrite_uuid")!);
      if (isHolding) await new Promise<void>((resolve) => waiting.push(resolve));
      return await app.fetch(request);
    },
  });
  const calls = [1, 2, 3].map(() => dendrite.call(target, PullTask, {}));
  await settle();
  for (const go of waiting.reverse()) {
    go();
    await settle();
  }
  await Promise.all(calls);
  assert.equal(new Set(uuids).size, 3);
  isHolding = false;
  for (let index = 0; index < 5; index++) await dendrite.call(target, PullTask, {});
  assert.equal(new Set(uuids).size, 3);
  assert.equal(new Set(uuids.slice(3)).size, 1);
});

Deno.test("a dendrite gives the reason of the signal that ended its call", async () => {
  const { dendrite } = pair();
  const reason = new Error("stop");
  await assert.rejects(
    dendrite.call(target, PullTask, {}, { signal: AbortSignal.abort(reason) }),
    reason,
  );
});

Deno.test({
  name: "axon and dendrite speak over real sockets and leave nothing open",
  ignore: !granted("net"),
  fn: async () => {
    const signer = signerFromPhrase(
      "bottom drive obey lake curtain smoke basket hold race lonely fit walk",
    );
    const app = createAxon({
      signer: bob,
      clock: systemClock,
      routes: [axonRoute({ message: PullTask, handler: () => ({ task }) })],
    });
    const connections = new Set<number>();
    const counted = {
      fetch(request: Request, origin?: unknown) {
        connections.add((origin as Deno.ServeHandlerInfo<Deno.NetAddr>).remoteAddr.port);
        return app.fetch(request, origin as object);
      },
    };
    await using listener = serveApp(counted, { name: "axon", port: 0 });
    await using dendrite = new Dendrite({ signer, clock: systemClock });
    const here = { ip: "127.0.0.1", port: listener.port, hotkey: bob.address };
    for (let round = 0; round < 3; round++) {
      const { fields } = await dendrite.call(here, PullTask, {});
      assert.equal(fields.task?.prompt, "a red chair");
    }
    await assert.rejects(
      dendrite.call({ ...here, hotkey: alice.address }, PullTask, {}),
      (error) => error instanceof AxonRefusedError && error.status === 401,
    );
    // A connection is free again a moment after its answer, which the next call may be ahead of.
    assert.ok(connections.size < 4, "no connection was used again");
  },
});

Deno.test("a dendrite sends what a Python axon needs to build the message from headers alone", async () => {
  const sent: Request[] = [];
  await using dendrite = new Dendrite({
    signer: alice,
    clock: new FakeClock(),
    fetch: (input, init) => {
      sent.push(new Request(input, init));
      return Promise.reject(new TypeError("nobody is there"));
    },
  });
  const result = { results: "QUJD", submit_time: 1_735_689_600_000_000_001n, signature: "c2ln" };
  await assert.rejects(dendrite.call(target, SubmitResults, result));
  const [{ headers, method, url }] = sent;
  assert.equal(`${method} ${url}`, "POST http://203.0.113.7:8091/SubmitResults");
  const expected = {
    "content-type": "application/json",
    name: "SubmitResults",
    timeout: "12.0",
    computed_body_hash: EMPTY_BODY_HASH,
    bt_header_axon_ip: "203.0.113.7",
    bt_header_axon_port: "8091",
    bt_header_axon_hotkey: bob.address,
    bt_header_dendrite_version: "10002000",
    bt_header_dendrite_hotkey: alice.address,
    bt_header_input_obj_results: btoa('""'),
    bt_header_input_obj_submit_time: btoa("0"),
    bt_header_input_obj_signature: btoa('""'),
  };
  for (const [name, value] of Object.entries(expected)) {
    assert.equal(headers.get(name), value, name);
  }
  for (const name of ["nonce", "uuid", "ip", "signature"]) {
    assert.ok(headers.has(`bt_header_dendrite_${name}`), name);
  }
  // Python reads these two as whole numbers.
  assert.match(headers.get("header_size")!, /^\d+$/);
  assert.match(headers.get("total_size")!, /^\d+$/);
});
