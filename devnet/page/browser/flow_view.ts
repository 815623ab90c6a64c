import type { TaskView } from "../wire.ts";
import { byId, element, keyedList, type Row, setAttribute, setText } from "./element.ts";
import { taskPlace, taskSteps } from "./task_steps.ts";
import { agoText, hasAsset, isGoodScore, scoreText } from "./words.ts";

/** Tasks in the list. */
const SHOWN = 40;

/** The live list of tasks. */
export class FlowView {
  readonly #list = byId("flow");
  readonly #empty = element(
    "li",
    { class: "empty" },
    "The first tasks appear here as soon as a miner asks for work.",
  );
  readonly #update: (tasks: readonly TaskView[]) => void;
  #selectedId: string | undefined;

  constructor({ onSelect }: { readonly onSelect: (id: string) => void }) {
    this.#update = keyedList(
      this.#list,
      (task: TaskView) => task.id,
      (task) => taskRow(task.id, onSelect, () => this.#selectedId),
    );
  }

  /** Shows tasks, newest first. */
  update(tasks: readonly TaskView[], selectedId: string | undefined): void {
    this.#selectedId = selectedId;
    this.#empty.remove();
    this.#update(tasks.slice(0, SHOWN));
    if (tasks.length === 0) this.#list.append(this.#empty);
    const running = tasks.filter(({ status }) => status !== "done" && status !== "failed").length;
    setText(byId("flow-note"), running === 0 ? "" : `${running} under way`);
  }
}

function taskRow(
  id: string,
  onSelect: (id: string) => void,
  selectedId: () => string | undefined,
): Row<TaskView> {
  const badge = element("b");
  const prompt = element("span");
  const where = element("span", { class: "where" });
  const when = element("span", { class: "when" });
  const score = element("span", { class: "score" });
  const track = element("span", { class: "track", "aria-hidden": "true" });
  for (let step = 0; step < 4; step++) track.append(element("i"));
  const button = element(
    "button",
    { type: "button", onclick: () => onSelect(id) },
    element("span", { class: "what" }, badge, prompt),
    score,
    where,
    when,
    track,
  );
  return {
    root: element("li", {}, button),
    update(task) {
      setText(badge, "asked");
      badge.hidden = task.kind !== "organic";
      setText(prompt, task.prompt);
      setText(where, taskPlace(task));
      setAttribute(where, "title", taskPlace(task));
      setText(when, agoText(task.finishedAt ?? task.createdAt, Date.now()));
      setText(score, scoreText(task.score));
      setAttribute(
        score,
        "data-good",
        task.score === null ? null : String(isGoodScore(task.score)),
      );
      score.hidden = task.score === null;
      taskSteps(task).forEach((step, index) =>
        setAttribute(track.children[index], "data-step", step.state)
      );
      setAttribute(button, "aria-pressed", String(task.id === selectedId()));
      setAttribute(button, "aria-disabled", hasAsset(task) ? null : "true");
    },
  };
}
