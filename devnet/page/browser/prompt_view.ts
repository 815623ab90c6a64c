import type { TaskView } from "../wire.ts";
import { byId, element, setAttribute, setText } from "./element.ts";
import { type Step, taskPlace, taskSteps } from "./task_steps.ts";
import { bestAttempt, countText, durationText, hasAsset } from "./words.ts";

const IDEAS = [
  "a pink bicycle",
  "a wooden chair with a red cushion",
  "a small blue teapot",
  "two green apples on a plate",
  "a golden trophy",
  "a lighthouse with white and red stripes",
] as const;

/** What the prompt box tells the page. */
export interface PromptViewOptions {
  readonly onCreated: (task: TaskView) => void;
  readonly onSelect: (id: string) => void;
}

/** The prompt box and the way of the reader's own prompt. */
export class PromptView {
  readonly #form = byId<HTMLFormElement>("prompt-form");
  readonly #input = byId<HTMLInputElement>("prompt");
  readonly #button = byId<HTMLButtonElement>("send");
  readonly #message = byId("prompt-message");
  readonly #journey = byId("journey");
  readonly #options: PromptViewOptions;
  #isSending = false;
  #isLost = false;
  #closedId: string | undefined;

  constructor(options: PromptViewOptions) {
    this.#options = options;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send();
    });
    this.#input.addEventListener("input", () => this.#say(""));
    for (const idea of IDEAS) {
      byId("ideas").append(element("button", {
        type: "button",
        onclick: () => {
          this.#input.value = idea;
          this.#say("");
          this.#input.focus();
        },
      }, idea));
    }
  }

  /** Without a connection no prompt can be sent. */
  setConnection(state: "up" | "lost"): void {
    this.#isLost = state === "lost";
    this.#drawButton();
  }

  /** Shows how far the reader's own task is. */
  update(task: TaskView | undefined): void {
    const isShown = task !== undefined && task.id !== this.#closedId;
    this.#journey.hidden = !isShown;
    byId("ideas").hidden = isShown;
    if (!isShown) return;
    if (this.#journey.dataset.task !== task.id) this.#build(task);
    const last: Step = {
      name: "Shown",
      state: hasAsset(task) ? "done" : task.status === "failed" ? "failed" : "todo",
      note: hasAsset(task) && bestAttempt(task)?.gaussians
        ? `${countText(bestAttempt(task)?.gaussians ?? 0)} Gaussians`
        : "",
    };
    this.#journey.dataset.status = task.status;
    setText(
      this.#part(".state"),
      task.status === "done" && task.finishedAt !== null
        ? `ready after ${durationText(task.finishedAt - task.createdAt)}`
        : taskPlace(task),
    );
    [...taskSteps(task), last].forEach((step, index) => {
      const item = this.#part(".steps").children[index];
      setAttribute(item, "data-step", step.state);
      setAttribute(item, "aria-current", step.state === "now" ? "step" : null);
      setText(item.children[0], step.name);
      setText(item.children[1], step.note || "\u00a0");
    });
  }

  #build(task: TaskView): void {
    this.#journey.dataset.task = task.id;
    const steps = element("ol", { class: "steps" });
    for (let step = 0; step < 5; step++) {
      steps.append(element("li", {}, element("span"), element("small")));
    }
    this.#journey.replaceChildren(
      element(
        "header",
        {},
        element("strong", { title: task.prompt }, task.prompt),
        element("span", { class: "state", "aria-live": "polite" }),
        element("button", {
          type: "button",
          class: "close",
          "aria-label": "Close",
          onclick: () => {
            this.#closedId = task.id;
            this.update(task);
            this.#input.focus();
          },
        }, "×"),
      ),
      steps,
    );
  }

  #part(selector: string): Element {
    const found = this.#journey.querySelector(selector);
    if (found === null) throw new Error(`Cannot find ${selector} in the journey`);
    return found;
  }

  async #send(): Promise<void> {
    const prompt = this.#input.value.trim();
    if (this.#isSending) return;
    if (this.#isLost) return this.#say("The devnet does not answer; try again when it is back.");
    if (prompt === "") return this.#say("Describe a thing first, such as “a pink bicycle”.");
    this.#isSending = true;
    this.#say("");
    try {
      const response = await fetch("/api/prompts", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ prompt }),
      });
      if (!response.ok) {
        const problem = await response.json().catch(() => ({}));
        return this.#say(refusal(response.status, problem));
      }
      this.#input.value = "";
      this.#options.onCreated(await response.json());
    } catch {
      this.#say("The devnet does not answer; try again when it is back.");
    } finally {
      this.#isSending = false;
      this.#drawButton();
    }
  }

  #say(text: string): void {
    setText(this.#message, text);
    setAttribute(this.#form, "data-invalid", text === "" ? null : "");
    setAttribute(this.#input, "aria-invalid", text === "" ? null : "true");
    this.#drawButton();
  }

  #drawButton(): void {
    setAttribute(this.#button, "aria-disabled", this.#isSending || this.#isLost ? "true" : null);
  }
}

/** A problem answer (RFC 9457) in the page's words. */
function refusal(status: number, problem: { readonly detail?: string }): string {
  const detail = problem.detail?.replace(/^Cannot [^:]*: /, "") ?? `HTTP ${status}`;
  if (status === 429) return "Too many prompts at once; try again in a moment.";
  if (status >= 500) return `The validator cannot take the prompt now: ${detail}`;
  return `The prompt was refused: ${detail}`;
}
