import type { NetworkView, PartView } from "../wire.ts";
import { byId, element, keyedList, type Row, setAttribute, setText } from "./element.ts";
import { countText } from "./words.ts";

const STATE_WORDS: Readonly<Record<PartView["state"], string>> = {
  starting: "starting",
  up: "up",
  unready: "not ready",
  down: "down",
  stopped: "stopped",
};

/** The top line: block, epoch, results, and the parts with their state. */
export class HeaderView {
  readonly #details = byId<HTMLDetailsElement>("parts");
  readonly #updateParts = keyedList(byId("parts-list"), (part: PartView) => part.name, partRow);
  #network: NetworkView | undefined;
  #isLost = false;

  constructor() {
    document.addEventListener("click", (event) => {
      if (!this.#details.contains(event.target as Node)) this.#details.open = false;
    });
    this.#details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#details.open) return;
      this.#details.open = false;
      this.#details.querySelector("summary")?.focus();
    });
  }

  /** Shows whether the page hears from the devnet. */
  setConnection(state: "up" | "lost"): void {
    this.#isLost = state === "lost";
    this.#drawParts();
  }

  /** Shows the network. */
  update(network: NetworkView): void {
    this.#network = network;
    const { block, epoch, tempo, blocksToEpoch, weightsBlock, accepted } = network;
    setText(byId("block"), countText(block));
    setText(byId("epoch"), countText(epoch));
    setText(byId("accepted"), countText(accepted));
    setText(byId("weights"), weightsBlock === 0 ? "not yet" : `block ${countText(weightsBlock)}`);
    const share = tempo > 0 ? 100 * (1 - blocksToEpoch / tempo) : 0;
    // `style`, not the attribute: the ring is SVG and moves by its own transition.
    byId("ring").style.strokeDasharray = `${share.toFixed(1)} 100`;
    this.#drawParts();
  }

  #drawParts(): void {
    const parts = this.#network?.parts ?? [];
    const up = parts.filter(({ state }) => state === "up").length;
    const worst = this.#isLost
      ? "down"
      : (["down", "unready", "starting"] as const).find((state) =>
        parts.some((part) => part.state === state)
      ) ?? (parts.length > 0 ? "up" : "starting");
    setAttribute(byId("parts-dot"), "data-state", worst);
    setText(
      byId("parts-summary"),
      this.#isLost
        ? "No connection"
        : up === parts.length
        ? `All ${up} parts up`
        : `${up} of ${parts.length} parts up`,
    );
    this.#updateParts(parts);

    const banner = byId("banner");
    const troubled = parts.filter(({ state }) => state === "down" || state === "unready");
    const restarting = parts.filter(({ state, restarts }) => state === "starting" && restarts > 0);
    const text = this.#isLost
      ? "The devnet does not answer. This page goes on as soon as it is back."
      : troubled.length > 0
      ? troubled.map(({ title, state, reason }) =>
        `${title} is ${STATE_WORDS[state]}${reason ? `: ${shorten(reason)}` : ""}`
      ).join(" · ")
      : restarting.length > 0
      ? `${restarting.map(({ title }) => title).join(", ")} is coming back`
      : "";
    setText(banner, text);
    setAttribute(
      banner,
      "data-kind",
      this.#isLost || troubled.some(({ state }) => state === "down") ? "bad" : "warn",
    );
    banner.hidden = text === "";
  }
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function partRow(): Row<PartView> {
  const dot = element("span", { class: "dot" });
  const title = element("span");
  const state = element("em");
  const reason = element("p");
  const root = element("li", {}, dot, title, state, reason);
  return {
    root,
    update(part) {
      setAttribute(dot, "data-state", part.state);
      setText(title, part.title);
      const times = part.restarts === 1 ? "once" : `${part.restarts} times`;
      setText(state, STATE_WORDS[part.state] + (part.restarts ? `, restarted ${times}` : ""));
      setText(reason, part.state === "up" ? "" : part.reason ?? "");
      reason.hidden = reason.textContent === "";
    },
  };
}
