import assert from "node:assert/strict";
import { ObservationWindow, WINDOW_MS } from "./observation_window.ts";

Deno.test("ObservationWindow drops a result that is exactly four hours old, and no younger one", () => {
  const window = new ObservationWindow();
  window.add({ at: 1000, fidelity: 0.7 });
  window.add({ at: 1001, fidelity: 0.8 });
  assert.equal(window.at(1000 + WINDOW_MS - 1).length, 2);
  assert.deepEqual(window.at(1000 + WINDOW_MS), [{ at: 1001, fidelity: 0.8 }]);
  assert.deepEqual(window.at(1001 + WINDOW_MS), []);
});
