import assert from "node:assert/strict";
import { granted } from "@threegen/service/testing";
import { readEventStream } from "../event_stream.ts";
import { fakeMiners, FakeNetwork, fakeParts, fakeTask } from "../testing/fake_network.ts";
import { createPageApp } from "./app.ts";

const ignore = !granted("read", "env");

function page() {
  const network = new FakeNetwork({ ply: new Uint8Array([1, 2]), png: new Uint8Array([3]) });
  network.setNetwork({ parts: fakeParts(), miners: fakeMiners() });
  return { network, app: createPageApp({ source: network }) };
}

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

Deno.test({
  name: "GET / answers the page, and every file that it names is served from here",
  ignore,
  async fn() {
    const { app } = page();
    const response = await app.request("/");
    assert.equal(response.status, 200);
    const policy = response.headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /IMPORT_MAP|https?:/);
    const html = await response.text();
    assert.doesNotMatch(html, /(src|href)="(https?:)?\/\//, "nothing comes from elsewhere");
    const map = JSON.parse(/<script type="importmap">(.*?)<\/script>/.exec(html)![1]);
    const linked = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);
    const seen = new Set<string>();
    const visit = async (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      const answer = await app.request(path);
      assert.equal(answer.status, 200, path);
      const text = await answer.text();
      if (!/javascript/.test(answer.headers.get("content-type") ?? "")) return;
      for (const [, from] of text.matchAll(/^(?:import|export)\b[^;]*?from\s*["']([^"']+)["']/gm)) {
        await visit(resolveImport(from, path, map.imports));
      }
      for (const [, from] of text.matchAll(/\bimport\("(\.[^"]+)"\)/g)) {
        await visit(resolveImport(from, path, map.imports));
      }
    };
    for (const path of linked) await visit(path);
    for (const path of ["/vendor/spark.js", "/vendor/three.core.js", "/browser/viewer.ts"]) {
      assert.ok(seen.has(path), `${path} is among ${[...seen].join(" ")}`);
    }
  },
});

/** What a browser makes of an import. */
function resolveImport(name: string, from: string, imports: Record<string, string>): string {
  if (name.startsWith(".")) return new URL(name, `http://page${from}`).pathname;
  const prefix = Object.keys(imports).filter((key) => name === key || key.endsWith("/"))
    .filter((key) => name.startsWith(key)).sort((a, b) => b.length - a.length)[0];
  assert.ok(prefix, `${name} is in the import map`);
  return imports[prefix] + name.slice(prefix.length);
}

Deno.test({
  name: "GET /browser/ answers JavaScript and leaves its folder to nobody",
  ignore,
  async fn() {
    const { app } = page();
    const text = await (await app.request("/browser/words.ts")).text();
    assert.doesNotMatch(text, /import type|: number\b/);
    for (const path of ["/browser/..%2fapp.ts", "/browser/no_such.ts", "/vendor/package.json"]) {
      assert.equal((await app.request(path)).status, 404, path);
    }
  },
});

Deno.test({
  name: "POST /api/prompts queues a prompt of this page",
  ignore,
  async fn() {
    const { network, app } = page();
    const response = await app.request(
      "http://localhost:8417/api/prompts",
      post({ prompt: "  a pink bicycle " }, { origin: "http://localhost:8417" }),
    );
    assert.equal(response.status, 202);
    assert.equal((await response.json()).prompt, "a pink bicycle");
    assert.deepEqual(network.prompts, ["a pink bicycle"]);
  },
});

Deno.test({
  name: "POST /api/prompts refuses what does not come from this page",
  ignore,
  async fn() {
    const { network, app } = page();
    const prompt = { prompt: "a pink bicycle" };
    const url = "http://localhost:8417/api/prompts";
    const cases: [string, RequestInit, number][] = [
      [url, post(prompt, { origin: "https://evil.example" }), 403],
      [url, post(prompt, { origin: "http://localhost:1" }), 403],
      [url, post(prompt, { origin: "null" }), 403],
      [url, post(prompt, { "content-type": "text/plain" }), 403],
      ["http://evil.example:8417/api/prompts", post(prompt), 421],
    ];
    for (const [address, init, status] of cases) {
      const response = await app.request(address, init);
      assert.equal(response.status, status);
      assert.equal(response.headers.get("content-type"), "application/problem+json");
    }
    assert.deepEqual(network.prompts, []);
  },
});

Deno.test({
  name: "every route refuses a foreign name, and answers to addresses and localhost",
  ignore,
  async fn() {
    const { app } = page();
    for (const host of ["rebound.example", "localhost.evil.example", "127.0.0.1.evil.example"]) {
      for (const path of ["/", "/api/events", "/api/tasks/1/asset"]) {
        assert.equal((await app.request(`http://${host}:8417${path}`)).status, 421, host);
      }
    }
    for (const host of ["localhost", "127.0.0.1", "192.168.0.7", "[::1]"]) {
      assert.equal((await app.request(`http://${host}:8417/`)).status, 200, host);
    }
  },
});

Deno.test({
  name: "POST /api/prompts hands on why a prompt was refused",
  ignore,
  async fn() {
    const { app } = page();
    const blank = await app.request("/api/prompts", post({ prompt: "  " }));
    assert.equal(blank.status, 422);
    const long = await app.request("/api/prompts", post({ prompt: "x".repeat(1025) }));
    assert.equal(long.status, 422);
    const refused = await app.request("/api/prompts", post({ prompt: "a forbidden word" }));
    assert.equal(refused.status, 400);
    assert.match((await refused.json()).detail, /not this word/);
  },
});

Deno.test({
  name: "GET /api/tasks/:id answers the asset and its picture, or that there is none",
  ignore,
  async fn() {
    const { network, app } = page();
    const task = fakeTask();
    network.setTask(task);
    const asset = await app.request(`/api/tasks/${task.id}/asset?format=ply`);
    assert.deepEqual([...await asset.bytes()], [1, 2]);
    assert.match(asset.headers.get("content-disposition") ?? "", /asset\.ply/);
    const picture = await app.request(`/api/tasks/${task.id}/preview.png`);
    assert.equal(picture.headers.get("content-type"), "image/png");
    await picture.body?.cancel();
    assert.equal((await app.request("/api/tasks/unknown/asset")).status, 404);
  },
});

Deno.test({
  name: "GET /api/events greets with all there is, tells of changes, and ends with its reader",
  ignore,
  async fn() {
    const { network, app } = page();
    const task = fakeTask({ prompt: "a teapot" });
    network.setTask(task);
    const response = await app.request("/api/events");
    const events = readEventStream(response.body!);
    const next = async () => {
      const { value } = await events.next();
      return { event: value!.event, data: JSON.parse(value!.data) };
    };
    const hello = await next();
    assert.equal(hello.event, "hello");
    assert.equal(hello.data.network.parts.length, 9);
    assert.deepEqual(hello.data.tasks.map(({ id }: { id: string }) => id), [task.id]);
    network.setNetwork({ block: 7 });
    assert.deepEqual(await next().then(({ event, data }) => [event, data.block]), ["network", 7]);
    network.setTask({ ...task, score: 0.9 });
    assert.deepEqual(await next().then(({ event, data }) => [event, data.score]), ["task", 0.9]);
    await events.return(undefined);
    assert.equal(network.listening, 0);
  },
});

Deno.test({
  name: "GET /api/events ends when the devnet stops",
  ignore,
  async fn() {
    const network = new FakeNetwork({ ply: new Uint8Array(), png: new Uint8Array() });
    const stop = new AbortController();
    const app = createPageApp({ source: network, signal: stop.signal });
    const response = await app.request("/api/events");
    const reading = response.text();
    stop.abort();
    assert.match(await reading, /^event: hello/);
    assert.equal(network.listening, 0);
  },
});
