import type { MinerRow } from "../wire.ts";
import { byId, element, keyedList, type Row, setAttribute, setText } from "./element.ts";
import { countText, scoreText } from "./words.ts";

/** The table of miners. */
export class MinersView {
  readonly #body = element("tbody");
  readonly #update = keyedList(this.#body, (miner: MinerRow) => String(miner.uid), minerRow);
  readonly #empty = element("p", { class: "empty" }, "No miner has registered yet.");

  constructor() {
    const heads = ["Miner", "Tasks", "Score", "Weight", "Incentive"].map((name) =>
      element("th", { scope: "col" }, name)
    );
    byId("miners").append(
      element("table", {}, element("thead", {}, element("tr", {}, ...heads)), this.#body),
      this.#empty,
    );
  }

  /** Shows miners, by uid. */
  update(miners: readonly MinerRow[]): void {
    this.#empty.hidden = miners.length > 0;
    this.#update(miners);
  }
}

function minerRow(): Row<MinerRow> {
  const name = element("strong");
  const hotkey = element("code");
  const note = element("small");
  const tasks = element("td");
  const score = barCell();
  const weight = barCell();
  const incentive = barCell();
  const root = element(
    "tr",
    {},
    element("td", {}, name, " ", hotkey, note),
    tasks,
    score.cell,
    weight.cell,
    incentive.cell,
  );
  return {
    root,
    update(miner) {
      setText(name, String(miner.uid));
      setText(hotkey, `${miner.hotkey.slice(0, 4)}…${miner.hotkey.slice(-4)}`);
      setAttribute(hotkey, "title", miner.hotkey);
      setText(note, miner.note);
      setText(tasks, countText(miner.tasks));
      score.set(scoreText(miner.meanScore), miner.meanScore ?? 0);
      weight.set(percentText(miner.weight), miner.weight);
      incentive.set(percentText(miner.incentive), miner.incentive);
    },
  };
}

function barCell() {
  const text = element("span");
  const fill = element("i");
  const cell = element("td", {}, text, element("span", { class: "bar" }, fill));
  return {
    cell,
    set(words: string, share: number) {
      setText(text, words);
      fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
    },
  };
}

function percentText(share: number): string {
  return share === 0 ? "0 %" : share < 0.01 ? "< 1 %" : `${Math.round(share * 100)} %`;
}
