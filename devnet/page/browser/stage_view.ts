import type { NetworkView, TaskView } from "../wire.ts";
import { byId, element, setAttribute, setText } from "./element.ts";
import {
  bestAttempt,
  countText,
  durationText,
  hasAsset,
  isGoodScore,
  scoreText,
  sizeText,
} from "./words.ts";
import type { Viewer } from "./viewer.ts";

/** What the stage tells the page. */
export interface StageViewOptions {
  /** The reader turned following the newest asset on or off. */
  readonly onFollow: (following: boolean) => void;
}

/** The viewer with its caption and its buttons. */
export class StageView {
  readonly #canvas = byId<HTMLCanvasElement>("canvas");
  readonly #empty = byId("stage-empty");
  readonly #bar = byId("stage-bar");
  readonly #caption = byId("caption");
  readonly #follow: HTMLButtonElement;
  readonly #turn: HTMLButtonElement;
  readonly #reset: HTMLButtonElement;
  readonly #download: HTMLAnchorElement;
  #viewer: Promise<Viewer> | undefined;
  #loading: AbortController | undefined;
  #shown: TaskView | undefined;
  #following = true;

  constructor({ onFollow }: StageViewOptions) {
    this.#follow = toolButton("Follow", "Show every new asset as it comes", () => {
      this.setFollowing(!this.#following);
      onFollow(this.#following);
    });
    this.#follow.prepend(element("span", { class: "dot" }));
    this.#turn = toolButton("Turn", "Let the asset turn", async () => {
      const viewer = await this.#viewer;
      viewer?.setTurning(!viewer.turning);
    });
    this.#reset = toolButton(
      "Reset",
      "Reset the view (R)",
      async () => (await this.#viewer)?.reset(),
    );
    this.#download = element("a", { title: "Download as PLY" }, "↓ PLY");
    byId("tools").append(
      this.#follow,
      this.#turn,
      this.#reset,
      this.#download,
    );
    this.#canvas.addEventListener("turning", () => void this.#drawTools());
    this.setFollowing(true);
    this.#sayEmpty(
      "The network is starting",
      "The first asset appears here by itself, in a few seconds.",
    );
  }

  /** Whether every new asset is shown as it comes. */
  get following(): boolean {
    return this.#following;
  }

  /** Turns following the newest asset on or off. */
  setFollowing(following: boolean): void {
    this.#following = following;
    void this.#drawTools();
  }

  /** Changes the words of the empty stage as the network comes up. */
  setNetwork({ parts }: NetworkView): void {
    if (this.#shown || parts.length === 0) return;
    const up = parts.filter(({ state }) => state === "up").length;
    this.#sayEmpty(
      up < parts.length ? "The network is starting" : "The first asset is on its way",
      up < parts.length
        ? `${up} of ${parts.length} parts are up.`
        : "A miner is making it; the validator scores it next.",
    );
  }

  /** Shows what became known about the shown task. */
  refresh(task: TaskView): void {
    if (task.id !== this.#shown?.id) return;
    if (task.score !== this.#shown.score) this.show(task);
  }

  /** Shows the asset of a task. */
  show(task: TaskView): void {
    if (!hasAsset(task)) return;
    this.#shown = task;
    this.#loading?.abort();
    this.#loading = new AbortController();
    void this.#load(task, this.#loading.signal);
  }

  async #load(task: TaskView, signal: AbortSignal): Promise<void> {
    const url = `/api/tasks/${task.id}/asset?format=ply&v=${task.score}`;
    this.#bar.hidden = false;
    this.#drawCaption(task);
    // The viewer takes its time to load; until then the asset's picture stands in.
    if (this.#empty.hasChildNodes()) this.#empty.replaceChildren(previewOf(task));
    try {
      this.#viewer ??= import("./viewer.ts").then(({ Viewer }) => new Viewer(this.#canvas));
      const viewer = await this.#viewer;
      const gaussians = await viewer.show(url, signal);
      this.#empty.replaceChildren();
      this.#canvas.hidden = this.#turn.hidden = this.#reset.hidden = false;
      this.#drawCaption(task, gaussians);
      setAttribute(this.#canvas, "aria-label", `3D asset: ${task.prompt}`);
      this.#canvas.dataset.task = task.id;
    } catch (error) {
      if (signal.aborted) return;
      await this.#showPicture(task, error);
    } finally {
      if (!signal.aborted) this.#bar.hidden = true;
    }
    setAttribute(this.#download, "href", url);
    setAttribute(this.#download, "download", `${task.prompt.replaceAll(/\W+/g, "_")}.ply`);
    byId("tools").hidden = false;
    void this.#drawTools();
  }

  /** Without WebGL, or when an asset cannot be read, its picture has to do. */
  async #showPicture(task: TaskView, error: unknown): Promise<void> {
    const hasWebGl = await this.#viewer?.then(() => true, () => false);
    const reason = error instanceof Error ? error.message : String(error);
    this.#canvas.hidden = true;
    this.#empty.replaceChildren(
      previewOf(task),
      element(
        "span",
        {},
        hasWebGl
          ? `The asset cannot be shown in 3D: ${reason}`
          : "This browser has no WebGL 2, so the asset is shown as a picture.",
      ),
    );
    this.#turn.hidden = this.#reset.hidden = true;
  }

  #drawCaption(task: TaskView, gaussians?: number): void {
    const best = bestAttempt(task);
    const facts = [
      best ? `Miner ${best.uid}` : "",
      best?.generateMs ? `made in ${durationText(best.generateMs)}` : "",
      gaussians ?? best?.gaussians
        ? `${countText(gaussians ?? best?.gaussians ?? 0)} Gaussians`
        : "",
      best?.assetBytes ? sizeText(best.assetBytes) : "",
    ].filter(Boolean).join(" · ");
    this.#caption.replaceChildren(
      element("div", {}, element("strong", {}, task.prompt), element("p", {}, facts)),
      element(
        "span",
        { class: "score", title: "Score", "data-good": String(isGoodScore(task.score)) },
        scoreText(task.score),
      ),
    );
    this.#caption.hidden = false;
  }

  async #drawTools(): Promise<void> {
    setAttribute(this.#follow, "aria-pressed", String(this.#following));
    const viewer = await this.#viewer?.catch(() => undefined);
    setAttribute(this.#turn, "aria-pressed", String(viewer?.turning ?? false));
    setText(this.#turn, viewer?.turning ? "Pause" : "Turn");
  }

  #sayEmpty(title: string, text: string): void {
    const words = this.#empty.querySelector("strong");
    if (words === null) {
      const mark = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
      use.setAttribute("href", "#mark");
      mark.setAttribute("aria-hidden", "true");
      mark.setAttribute("viewBox", "0 0 32 32");
      mark.append(use);
      this.#empty.replaceChildren(mark, element("strong"), element("span"));
    }
    setText(this.#empty.children[1], title);
    setText(this.#empty.children[2], text);
  }
}

function toolButton(label: string, title: string, onclick: () => void): HTMLButtonElement {
  return element("button", { type: "button", title, onclick }, element("span", {}, label));
}

/** The picture that the validator made of a task's asset. */
function previewOf(task: TaskView): HTMLElement {
  const src = `/api/tasks/${task.id}/preview.png?v=${task.score}`;
  return element("img", { src, alt: task.prompt });
}
