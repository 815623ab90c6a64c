import assert from "node:assert/strict";
import { granted } from "@threegen/service/testing";
import { testCollector } from "./testing/test_collector.ts";

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: unknown }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

Deno.test("GET /openapi.json describes every route that the service has, and no other", {
  ignore: !granted("read", "write"),
}, async () => {
  await using collector = await testCollector();
  const document = await (await collector.app.request("/openapi.json")).json();
  const described: string[] = [];
  const ids: string[] = [];
  for (const [path, item] of Object.entries(document.paths as Record<string, object>)) {
    for (const [method, operation] of Object.entries(item) as [string, Operation][]) {
      described.push(`${method.toUpperCase()} ${path.replace(/\/$/, "")}`);
      ids.push(operation.operationId);
      assert.ok(Object.keys(operation.responses).length > 0);
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
        assert.equal((schema as { type: string }).type, "object");
      }
    }
  }
  assert.equal(new Set(ids).size, ids.length);
  const served = collector.app.routes
    .filter(({ method, path }) => method !== "ALL" && path !== "/openapi.json")
    .map(({ method, path }) => `${method} ${path}`)
    // GET on these two is served for the sake of clients that cannot POST; not part of the contract.
    .filter((route) => !/^GET \/(?:text|image)-prompts/.test(route));
  assert.deepEqual([...new Set(described)].sort(), [...new Set(served)].sort());
});
