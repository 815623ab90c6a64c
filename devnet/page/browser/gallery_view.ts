import type { TaskView } from "../wire.ts";
import { byId, element, keyedList, type Row, setAttribute, setText } from "./element.ts";
import { hasAsset, isGoodScore, scoreText } from "./words.ts";

/** Assets in the gallery. */
const SHOWN = 18;
/** Placeholders while there are fewer assets. */
const PLACES = 7;

/** Pictures of the newest assets. */
export class GalleryView {
  readonly #list = byId("gallery");
  readonly #blanks = Array.from(
    { length: PLACES },
    () => element("li", { "aria-hidden": "true" }, element("div", { class: "blank" })),
  );
  readonly #update: (tasks: readonly TaskView[]) => void;
  #selectedId: string | undefined;

  constructor({ onSelect }: { readonly onSelect: (id: string) => void }) {
    this.#update = keyedList(
      this.#list,
      (task: TaskView) => task.id,
      (task) => assetRow(task, onSelect, () => this.#selectedId),
    );
  }

  /** Shows the assets among some tasks, newest first. */
  update(tasks: readonly TaskView[], selectedId: string | undefined): void {
    this.#selectedId = selectedId;
    const shown = tasks.filter((task) => hasAsset(task) && task.previewUrl !== null)
      .sort((a, b) => (b.finishedAt ?? b.createdAt) - (a.finishedAt ?? a.createdAt))
      .slice(0, SHOWN);
    this.#update(shown);
    const missing = Math.max(0, PLACES - shown.length);
    this.#blanks.forEach((blank, index) => {
      if (index < missing) {
        if (blank.parentElement === null) this.#list.append(blank);
      } else blank.remove();
    });
  }
}

function assetRow(
  task: TaskView,
  onSelect: (id: string) => void,
  selectedId: () => string | undefined,
): Row<TaskView> {
  const image = element("img", { alt: "", width: 124, height: 124, decoding: "async" });
  const score = element("span", { class: "score" });
  const button = element(
    "button",
    { type: "button", onclick: () => onSelect(task.id), "aria-label": `Show ${task.prompt}` },
    image,
    score,
  );
  const caption = element("p", { title: task.prompt }, task.prompt);
  return {
    root: element("li", {}, button, caption),
    update(task) {
      // The best asset may change while attempts come in: the score makes the address differ.
      setAttribute(image, "src", `/api/tasks/${task.id}/preview.png?v=${task.score}`);
      setText(score, scoreText(task.score));
      setAttribute(score, "data-good", String(isGoodScore(task.score)));
      setAttribute(button, "aria-pressed", String(task.id === selectedId()));
    },
  };
}
