/**
 * Headless Chromium for tests, driven by the DevTools protocol.
 *
 * @module
 */

/** Places where Chromium is looked for, first found wins. */
const BINARIES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
] as const;

/** Returns Chromium's path: `$CHROMIUM`, or where systems keep it; nothing when it is absent. */
export function findChromium(): string | undefined {
  const named = Deno.env.get("CHROMIUM");
  return [...(named ? [named] : []), ...BINARIES].find((path) => {
    try {
      return Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });
}

/** How the window looks. */
export interface WindowOptions {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. @default {1} */
  readonly scale?: number;
  /** A phone: touch, mobile viewport. @default {false} */
  readonly isMobile?: boolean;
  /** @default {"light"} */
  readonly scheme?: "light" | "dark";
}

/** A hung browser ends a test after this time; no outcome depends on it. Milliseconds. */
const HANG_MS = 600_000;

/** Time that Chromium gets to end by itself, in milliseconds. */
const END_GRACE_MS = 30_000;

interface Answer {
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** One tab of a headless Chromium. */
export class Browser implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #stderr: ReadableStreamDefaultReader<string>;
  /** Who waits for the answer of a call, by its number, or for an event, by its name. */
  readonly #waiting = new Map<number | string, (answer: Answer) => void>();
  #lastId = 0;
  /** Errors and warnings of the page's console, and uncaught exceptions. */
  readonly complaints: string[] = [];

  private constructor(
    child: Deno.ChildProcess,
    profile: string,
    socket: WebSocket,
    stderr: ReadableStreamDefaultReader<string>,
  ) {
    this.#child = child;
    this.#profile = profile;
    this.#socket = socket;
    this.#stderr = stderr;
    void this.#drainStderr();
    socket.addEventListener("message", (event) => this.#onMessage(JSON.parse(event.data)));
    socket.addEventListener("close", () => {
      const error = { message: "Chromium ended" };
      for (const answer of this.#waiting.values()) answer({ error });
      this.#waiting.clear();
    });
  }

  /** Starts Chromium with software GL. */
  static async start(binary: string): Promise<Browser> {
    const profile = await Deno.makeTempDir({ prefix: "threegen-chromium-" });
    const child = new Deno.Command(binary, {
      args: [
        "--headless=new",
        "--no-sandbox",
        "--no-first-run",
        "--disable-extensions",
        "--disable-background-networking",
        // A container's /dev/shm is small; and drawing in software may take its time.
        "--disable-dev-shm-usage",
        "--disable-gpu-watchdog",
        "--use-gl=angle",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--hide-scrollbars",
        "--remote-debugging-port=0",
        `--user-data-dir=${profile}`,
        "about:blank",
      ],
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    const stderr = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
    try {
      const socket = await openSocket(await findPage(await readEndpoint(stderr)));
      const browser = new Browser(child, profile, socket, stderr);
      await browser.#send("Runtime.enable");
      await browser.#send("Log.enable");
      await browser.#send("Page.enable");
      return browser;
    } catch (error) {
      kill(child);
      await child.status;
      await stderr.cancel();
      await Deno.remove(profile, { recursive: true });
      throw error;
    }
  }

  /** Sets size and colour scheme. */
  async setWindow(options: WindowOptions): Promise<void> {
    const { width, height, scale = 1, isMobile = false, scheme = "light" } = options;
    const metrics = { width, height, deviceScaleFactor: scale, mobile: isMobile };
    await this.#send("Emulation.setDeviceMetricsOverride", metrics);
    await this.#send("Emulation.setTouchEmulationEnabled", { enabled: isMobile });
    await this.#send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value: scheme }],
    });
  }

  /** Opens an address; resolves when the document is loaded. */
  async open(url: string): Promise<void> {
    await Promise.all([
      this.#answer("Page.loadEventFired"),
      this.#send("Page.navigate", { url }),
    ]);
  }

  /** Evaluates an expression in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.#send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const { result, exceptionDetails } = answer as {
      result: { value: T };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** Resolves when an expression becomes true. */
  async waitFor(condition: string): Promise<void> {
    const isTrue = await this.evaluate<boolean>(`new Promise((resolve) => {
      const endsAt = performance.now() + ${HANG_MS};
      const look = () => {
        let holds = false;
        try { holds = Boolean(${condition}); } catch { /* Not yet. */ }
        if (holds || performance.now() > endsAt) resolve(holds);
        else setTimeout(look, 20);
      };
      look();
    })`);
    if (!isTrue) throw new Error(`Waited ${HANG_MS} ms in vain for ${condition}`);
  }

  /** Types text into the focused element, as a keyboard does. */
  async type(text: string): Promise<void> {
    await this.#send("Input.insertText", { text });
  }

  /** Presses and releases a key. */
  async press(key: string): Promise<void> {
    const text = key === "Enter" ? "\r" : key.length === 1 ? key : undefined;
    const keyCode = { Enter: 13, Tab: 9, Escape: 27, ArrowLeft: 37 }[key] ?? key.charCodeAt(0);
    const code = { key, windowsVirtualKeyCode: keyCode, ...(text ? { text } : {}) };
    await this.#send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", ...code });
    await this.#send("Input.dispatchKeyEvent", { type: "keyUp", ...code });
  }

  /** Takes a picture of what is seen, or of the whole page. */
  async screenshot({ whole = false } = {}): Promise<Uint8Array> {
    const answer = await this.#send("Page.captureScreenshot", {
      format: "png",
      captureBeyondViewport: whole,
      ...(whole
        ? {
          clip: {
            x: 0,
            y: 0,
            scale: 1,
            ...(await this.evaluate<{ width: number; height: number }>(
              `({ width: innerWidth, height: document.documentElement.scrollHeight })`,
            )),
          },
        }
        : {}),
    });
    return Uint8Array.fromBase64(String(answer.data));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#send("Browser.close").catch(() => {});
    const timer = setTimeout(() => kill(this.#child), END_GRACE_MS);
    await this.#child.status;
    clearTimeout(timer);
    if (this.#socket.readyState !== WebSocket.CLOSED) {
      const closed = new Promise((resolve) =>
        this.#socket.addEventListener("close", resolve, { once: true })
      );
      this.#socket.close();
      await closed;
    }
    await this.#stderr.cancel().catch(() => {});
    await Deno.remove(this.#profile, { recursive: true }).catch(() => {});
  }

  async #drainStderr(): Promise<void> {
    while (!(await this.#stderr.read().catch(() => ({ done: true }))).done);
  }

  #send(method: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const id = ++this.#lastId;
    const answer = this.#answer(id, method);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }

  /** Resolves with the answer of a call or at an event; rejects when Chromium ends first. */
  #answer(key: number | string, method = key): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(key, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
    });
  }

  #onMessage(
    message: Answer & { readonly id?: number; readonly method?: string; readonly params?: unknown },
  ): void {
    const key = message.id ?? message.method!;
    this.#waiting.get(key)?.(message);
    this.#waiting.delete(key);
    const params = message.params as Record<string, never>;
    if (message.method === "Runtime.exceptionThrown") {
      const details: { text: string; exception?: { description?: string } } =
        params.exceptionDetails;
      this.complaints.push(details.exception?.description ?? details.text);
    } else if (message.method === "Log.entryAdded") {
      const { level, text, url }: { level: string; text: string; url?: string } = params.entry;
      if (level === "error") this.complaints.push(`${text} ${url ?? ""}`);
    } else if (message.method === "Runtime.consoleAPICalled") {
      const { type, args }: { type: string; args: { value?: unknown; description?: string }[] } =
        message.params as never;
      if (type === "error" || type === "warning") {
        this.complaints.push(args.map((item) => item.value ?? item.description).join(" "));
      }
    }
  }
}

/** Reads where Chromium listens for its tools. */
async function readEndpoint(stderr: ReadableStreamDefaultReader<string>): Promise<string> {
  let said = "";
  for (;;) {
    const { value, done } = await stderr.read();
    if (done) throw new Error(`Cannot start Chromium: ${said}`);
    said += value;
    const endpoint = /ws:\/\/(\S+?)\/devtools/.exec(said)?.[1];
    if (endpoint !== undefined) return endpoint;
  }
}

/** Finds the tab; Chromium listens before it has opened one. */
async function findPage(endpoint: string): Promise<string> {
  for (;;) {
    const targets: readonly { type: string; webSocketDebuggerUrl: string }[] =
      await (await fetch(`http://${endpoint}/json/list`)).json();
    const page = targets.find(({ type }) => type === "page");
    if (page) return page.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function openSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  return socket;
}

function kill(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch {
    // It has ended already.
  }
}
