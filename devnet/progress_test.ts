import assert from "node:assert/strict";
import { Progress } from "./progress.ts";
import type { ReportedResult } from "./report.ts";
import type { PartStatus } from "./supervisor/part.ts";

function progress(options: { readonly rounds?: number; readonly isVerbose?: boolean } = {}) {
  const lines: string[] = [];
  return { lines, progress: new Progress({ ...options, write: (line) => lines.push(line) }) };
}

const result: ReportedResult = {
  id: "1",
  prompt: "a teapot",
  kind: "synthetic",
  uid: 1,
  score: 0.834,
  accepted: true,
  generateMs: 1,
  validateMs: 1,
  assetBytes: 1,
  gaussians: 1,
};

const warning = { level: "warning", logger: "miner.worker", message: "no task" } as const;

Deno.test("Progress shows warnings of parts from the first asset on, until the end", () => {
  const { lines, progress: told } = progress();
  told.line("miner-1", warning);
  assert.deepEqual(lines, []);
  told.accepted(result, 1);
  told.line("miner-1", warning);
  told.line("miner-1", { ...warning, level: "info" });
  told.stopping("stopping");
  told.line("miner-1", warning);
  assert.match(lines[0], /^first asset scored 0\.83 after [\d.]+ s: "a teapot" by miner 1$/);
  assert.deepEqual(lines.slice(1), ["  miner-1: warning: no task", "stopping"]);
});

Deno.test("Progress shows everything when it is verbose", () => {
  const { lines, progress: told } = progress({ isVerbose: true });
  told.line("miner-1", { ...warning, level: "info" });
  assert.deepEqual(lines, ["  miner-1: no task"]);
});

Deno.test("Progress counts accepted assets as long as rounds are to be done", () => {
  const { lines, progress: told } = progress({ rounds: 2 });
  told.accepted(result, 2);
  told.accepted(result, 3);
  assert.deepEqual(lines, ['asset 2 of 2 scored 0.83: "a teapot" by miner 1']);
});

Deno.test("Progress names a part that dies and says when it is back", () => {
  const { lines, progress: told } = progress();
  const status = (change: Partial<PartStatus>): PartStatus => ({
    name: "validation",
    title: "Validation",
    state: "up",
    reason: null,
    restarts: 0,
    sinceMs: 0,
    pid: 1,
    ...change,
  });
  told.part(status({}), "starting");
  told.part(status({ state: "down", reason: "killed by SIGKILL" }), "up");
  told.part(status({ state: "starting", restarts: 1 }), "down");
  told.part(status({ state: "up", restarts: 1 }), "starting");
  assert.deepEqual(lines, [
    "Validation is down: killed by SIGKILL; starting it again",
    "Validation is back",
  ]);
});

Deno.test("Progress names the parts that are not up when no asset comes", () => {
  const { lines, progress: told } = progress();
  told.noAsset("/logs", [{
    name: "validation",
    title: "Validation",
    state: "unready",
    reason: "no workers",
    restarts: 0,
    sinceMs: 0,
    pid: 1,
  }]);
  assert.match(
    lines[0],
    /^no asset was accepted within .* s: Validation is unready \(no workers\); .* \/logs$/,
  );
});
