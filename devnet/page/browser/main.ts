/**
 * The browser part of the page: one stream of events in, a few views out.
 *
 * @module
 */
import type { Hello, NetworkView, TaskView } from "../wire.ts";
import { byId, setAttribute, setText } from "./element.ts";
import { GalleryView } from "./gallery_view.ts";
import { FlowView } from "./flow_view.ts";
import { HeaderView } from "./header_view.ts";
import { MinersView } from "./miners_view.ts";
import { PromptView } from "./prompt_view.ts";
import { StageView } from "./stage_view.ts";
import { hasAsset } from "./words.ts";

/** Tasks that the page remembers. */
const TASKS_KEPT = 80;

const tasks = new Map<string, TaskView>();
let network: NetworkView | undefined;
let selectedId: string | undefined;
/** The prompt that the reader typed last; it is shown as soon as it is there. */
let ownId: string | undefined;

const header = new HeaderView();
const stage = new StageView({
  onFollow: (following) => {
    if (following) selectNewest();
  },
});
const flow = new FlowView({ onSelect: select });
const gallery = new GalleryView({ onSelect: select });
const miners = new MinersView();
const prompt = new PromptView({
  onCreated: (task) => {
    ownId = task.id;
    // The stream of events may have told more of it before this answer came.
    onTask(tasks.get(task.id) ?? task);
  },
  onSelect: select,
});

function remember(task: TaskView): void {
  tasks.set(task.id, task);
  if (tasks.size <= TASKS_KEPT) return;
  const oldest = sortedTasks().at(-1);
  if (oldest && oldest.id !== ownId && oldest.id !== selectedId) tasks.delete(oldest.id);
}

function sortedTasks(): TaskView[] {
  return [...tasks.values()].sort((a, b) => b.createdAt - a.createdAt);
}

/** The reader picked a task: show it and stop following the newest. */
function select(id: string): void {
  const task = tasks.get(id);
  if (!task || !hasAsset(task)) return;
  selectedId = id;
  stage.setFollowing(false);
  stage.show(task);
  draw();
}

function selectNewest(): void {
  const newest = [...tasks.values()].filter(hasAsset)
    .sort((a, b) => (b.finishedAt ?? b.createdAt) - (a.finishedAt ?? a.createdAt))[0];
  if (!newest || newest.id === selectedId) return;
  selectedId = newest.id;
  stage.show(newest);
}

function draw(): void {
  const newestFirst = sortedTasks();
  flow.update(newestFirst, selectedId);
  gallery.update(newestFirst, selectedId);
  prompt.update(ownId === undefined ? undefined : tasks.get(ownId));
  if (network) {
    header.update(network);
    miners.update(network.miners);
    stage.setNetwork(network);
  }
}

function onTask(task: TaskView): void {
  remember(task);
  if (task.id === ownId && hasAsset(task) && selectedId !== ownId) {
    selectedId = task.id;
    stage.setFollowing(false);
    stage.show(task);
  } else if (stage.following) selectNewest();
  else if (task.id === selectedId) stage.refresh(task);
  draw();
}

function connect(): void {
  const events = new EventSource("/api/events");
  const listen = <Body>(name: string, listener: (body: Body) => void) =>
    events.addEventListener(name, (event) => listener(JSON.parse(event.data)));
  listen<Hello>("hello", (hello) => {
    network = hello.network;
    for (const task of hello.tasks) tasks.set(task.id, task);
    setConnection("up");
    if (stage.following) selectNewest();
    draw();
  });
  listen<NetworkView>("network", (next) => {
    network = next;
    draw();
  });
  listen<TaskView>("task", onTask);
  events.addEventListener("error", () => {
    setConnection("lost");
    // The browser gives up when the answer is an error; then it is our turn to try again.
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, 1500);
  });
}

function setConnection(state: "up" | "lost"): void {
  document.body.dataset.connection = state;
  header.setConnection(state);
  prompt.setConnection(state);
}

setAttribute(document.body, "data-connection", "connecting");
setText(byId("parts-summary"), "Connecting");
connect();
// Ages ("12 s ago") move even when nothing happens.
setInterval(draw, 1000);
