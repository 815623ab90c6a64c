import assert from "node:assert/strict";
import { join } from "node:path";
import { serveApp } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { startDevnet } from "./devnet.ts";
import { createPageApp } from "./page/app.ts";
import { Progress } from "./progress.ts";
import { Browser, findChromium } from "./testing/chromium.ts";
import { FakeNetwork, fakeTask } from "./testing/fake_network.ts";

const mayRun = granted("run", "net", "read", "write", "env");
const chromium = mayRun ? findChromium() : undefined;
const name = "the page takes a prompt and shows the asset that the network makes of it";

/** Folder for the pictures of this test; none are kept when it is not named. */
const pictures = mayRun ? Deno.env.get("THREEGEN_PICTURES") : undefined;

Deno.test({
  name: mayRun && chromium === undefined ? `${name} (ignored: Chromium is not installed)` : name,
  ignore: chromium === undefined,
  async fn() {
    const lines: string[] = [];
    await using devnet = await startDevnet({
      minerCount: 2,
      hostname: "127.0.0.1",
      port: 0,
      chainPort: 0,
      progress: new Progress({ write: (line) => lines.push(line) }),
    });
    await using browser = await Browser.start(chromium!);
    await browser.setWindow({ width: 1440, height: 900 });
    await browser.open(devnet.url);
    await browser.waitFor(`document.querySelectorAll("#miners tbody tr").length === 2`);
    await browser.waitFor(
      `document.getElementById("parts-summary").textContent === "All 9 parts up"`,
    );

    await browser.evaluate(`document.getElementById("prompt").focus()`);
    await browser.press("Enter");
    await browser.waitFor(
      `document.getElementById("prompt-message").textContent.startsWith("Describe")`,
    );
    await browser.type("a red wooden chair");
    await browser.press("Enter");
    await browser.waitFor(`document.getElementById("journey").dataset.task`);
    const id = await browser.evaluate<string>(`document.getElementById("journey").dataset.task`);
    await browser.waitFor(`document.getElementById("canvas").dataset.task === "${id}"`);
    await browser.waitFor(`document.getElementById("journey").dataset.status === "done"`);

    const task = devnet.watch.tasks(100).find((one) => one.id === id);
    assert.equal(task?.prompt, "a red wooden chair");
    assert.equal(task?.kind, "organic");
    assert.ok(task!.score! >= 0.6, `score ${task?.score}`);
    const caption = await browser.evaluate<string>(
      `document.getElementById("caption").textContent`,
    );
    assert.match(caption, /a red wooden chair/);
    assert.match(caption, /Gaussians/);
    assert.ok(await stageIsPainted(browser), "the stage shows more than its background");
    assert.deepEqual(browser.complaints, []);

    const laptop = await browser.screenshot();
    await browser.setWindow({ width: 390, height: 844, scale: 2, isMobile: true });
    await browser.waitFor(`document.documentElement.clientWidth === 390`);
    const width = await browser.evaluate<number>(`document.documentElement.scrollWidth`);
    assert.equal(width, 390, "a phone need not scroll sideways");
    const phone = await browser.screenshot({ whole: true });
    if (pictures) {
      await Deno.writeFile(join(pictures, "page_laptop.png"), laptop);
      await Deno.writeFile(join(pictures, "page_phone.png"), phone);
    }
    const connection = `document.body.dataset.connection`;
    assert.equal(await browser.evaluate(connection), "up");
    await devnet[Symbol.asyncDispose]();
    await browser.waitFor(`${connection} === "lost" && !document.getElementById("banner").hidden`);
    assert.ok(lines.some((line) => /^first asset scored/.test(line)), lines.join("\n"));
  },
});

Deno.test({
  name: "the gallery keeps its newest asset in view while assets come in",
  ignore: chromium === undefined,
  async fn() {
    const network = new FakeNetwork({ ply: new Uint8Array(), png: new Uint8Array() });
    const finish = (number: number) =>
      network.setTask(
        fakeTask({ prompt: `asset ${number}`, createdAt: number, finishedAt: number }),
      );
    for (let number = 1; number <= 12; number++) finish(number);
    const stop = new AbortController();
    await using server = serveApp(createPageApp({ source: network, signal: stop.signal }), {
      name: "page",
      port: 0,
    });
    await using browser = await Browser.start(chromium!);
    await browser.setWindow({ width: 1440, height: 900 });
    await browser.open(server.url);
    const newest = (number: number) =>
      browser.waitFor(`document.querySelector("#gallery p")?.textContent === "asset ${number}"`);
    await newest(12);
    for (let number = 13; number <= 15; number++) {
      finish(number);
      await newest(number);
      const scrolled = await browser.evaluate<number>(`new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() =>
          resolve(document.getElementById("gallery").scrollLeft))))`);
      assert.equal(scrolled, 0, "the row did not move away from its newest asset");
    }
    stop.abort();
  },
});

Deno.test({
  name: "the page shows an asset that is there before the answer to its prompt",
  ignore: chromium === undefined,
  async fn() {
    const network = new FakeNetwork({ ply: new Uint8Array(), png: new Uint8Array() });
    const answered = Promise.withResolvers<void>();
    network.answered = answered.promise;
    const stop = new AbortController();
    await using server = serveApp(createPageApp({ source: network, signal: stop.signal }), {
      name: "page",
      port: 0,
    });
    await using browser = await Browser.start(chromium!);
    await browser.open(server.url);
    await browser.waitFor(`document.body.dataset.connection === "up"`);
    await browser.evaluate(`document.getElementById("prompt").focus()`);
    await browser.type("a red wooden chair");
    await browser.press("Enter");
    await browser.waitFor(`document.querySelector("#flow")?.textContent.includes("wooden chair")`);
    const [{ id, prompt }] = network.tasks(1);
    network.setTask(fakeTask({ id, prompt, kind: "organic" }));
    await browser.waitFor(`document.querySelector("#gallery p")?.textContent === "${prompt}"`);
    answered.resolve();
    await browser.waitFor(`document.getElementById("journey").dataset.task === "${id}"`);
    assert.equal(
      await browser.evaluate(`document.getElementById("journey").dataset.status`),
      "done",
    );
    stop.abort();
  },
});

/**
 * Resolves once the stage shows more than its background. The canvas can only be read within the
 * frame that drew it, so each look asks for a new frame first.
 */
function stageIsPainted(browser: Browser): Promise<boolean> {
  return browser.evaluate<boolean>(`new Promise((resolve) => {
    const source = document.getElementById("canvas");
    const copy = document.createElement("canvas");
    copy.width = copy.height = 64;
    const context = copy.getContext("2d", { willReadFrequently: true });
    const endsAt = performance.now() + 600_000;
    const look = () => {
      source.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
      requestAnimationFrame(() => {
        context.clearRect(0, 0, 64, 64);
        context.drawImage(source, 0, 0, 64, 64);
        const { data } = context.getImageData(0, 0, 64, 64);
        const colours = new Set();
        for (let at = 0; at < data.length; at += 4) {
          colours.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]);
        }
        if (colours.size > 50 || performance.now() > endsAt) resolve(colours.size > 50);
        else look();
      });
    };
    look();
  })`);
}
