/**
 * The page: everything a browser needs, served from this machine.
 *
 * The page may act for whoever opened it (it adds the API key of organic prompts), so it answers
 * only to names of this machine, which defeats DNS rebinding, and takes prompts only from itself.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import { createService, readJson } from "@threegen/service";
import { CreateTaskRequest } from "@threegen/validator/api/contract";
import type { Hono, MiddlewareHandler } from "hono";
import { streamSSE } from "hono/streaming";
import { stripTypeScriptTypes } from "node:module";
import type { NetworkSource } from "./network_source.ts";
import type { Hello } from "./wire.ts";

/** Newest tasks that a browser gets when it connects. */
const TASKS_ON_HELLO = 60;
/** The browser part puts the score into the address, so an address never changes its content. */
const ASSET_CACHE = "max-age=3600";
/** Time between two comments that keep a quiet event stream open, in milliseconds. */
const KEEP_ALIVE_MS = 15_000;

/**
 * Scripts: our files, and the import map by its hash. Spark compiles WebAssembly that it carries
 * as a `data:` URL and runs it in workers made from blobs.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval' 'sha256-IMPORT_MAP'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What the page needs. */
export interface PageOptions {
  readonly source: NetworkSource;
  /** Ends open event streams. */
  readonly signal?: AbortSignal;
}

/** Returns the page as a Hono app. */
export function createPageApp({ source, signal }: PageOptions): Hono {
  const app = createService({ name: "devnet", version: "0.1.0", maxBodyBytes: 1 << 16 });
  app.use(onlyLocalNames);

  app.get("/", async (context) => {
    const html = await readPageFile("index.html");
    const importMap = /<script type="importmap">([^]*?)<\/script>/.exec(html)?.[1] ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(importMap));
    context.header(
      "content-security-policy",
      CONTENT_SECURITY_POLICY.replace("IMPORT_MAP", new Uint8Array(digest).toBase64()),
    );
    return context.html(html);
  });
  for (const [path, type] of [["page.css", "text/css"], ["favicon.svg", "image/svg+xml"]]) {
    app.get(`/${path}`, async (context) => {
      context.header("content-type", type);
      return context.body(await readPageFile(path));
    });
  }
  app.get("/browser/:file{[a-z_]+\\.ts}", async (context) => {
    const text = await readPageFile(`browser/${context.req.param("file")}`);
    context.header("content-type", "text/javascript");
    return context.body(stripTypeScriptTypes(text));
  });
  app.get("/vendor/:path{.+}", async (context) => {
    const { readVendorFiles } = await import("./vendor_files.ts");
    vendor ??= readVendorFiles();
    const text = (await vendor).get(context.req.param("path"));
    if (text === undefined) return context.notFound();
    context.header("content-type", "text/javascript");
    context.header("cache-control", "max-age=86400");
    return context.body(text);
  });
  let vendor: Promise<ReadonlyMap<string, string>> | undefined;

  app.get("/api/events", (context) =>
    streamSSE(context, async (stream) => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const send = (event: string, body: unknown) =>
        void stream.writeSSE({ event, data: JSON.stringify(body) }).catch(() => end());
      const unsubscribe = source.subscribe(({ type, ...rest }) =>
        send(type, "task" in rest ? rest.task : rest.network)
      );
      const hello: Hello = { network: source.network(), tasks: source.tasks(TASKS_ON_HELLO) };
      send("hello", hello);
      const timer = setInterval(() => void stream.write(": still here\n\n"), KEEP_ALIVE_MS);
      const onAbort = () => end();
      stream.onAbort(onAbort);
      signal?.addEventListener("abort", onAbort, { once: true });
      if (signal?.aborted) end();
      await ended;
      signal?.removeEventListener("abort", onAbort);
      clearInterval(timer);
      unsubscribe();
    }));

  app.post("/api/prompts", onlyOwnOrigin, async (context) => {
    const { prompt } = await readJson(context.req.raw, CreateTaskRequest);
    return context.json(await source.createTask(prompt), 202);
  });
  app.get("/api/tasks/:id/asset", async (context) => {
    const format = context.req.query("format") === "spz" ? "spz" : "ply";
    const asset = await source.asset(context.req.param("id"), format);
    context.header("content-type", "application/octet-stream");
    context.header("content-disposition", `attachment; filename="asset.${format}"`);
    context.header("cache-control", ASSET_CACHE);
    return context.body(asset as Uint8Array<ArrayBuffer>);
  });
  app.get("/api/tasks/:id/preview.png", async (context) => {
    const picture = await source.preview(context.req.param("id"));
    context.header("content-type", "image/png");
    context.header("cache-control", ASSET_CACHE);
    return context.body(picture as Uint8Array<ArrayBuffer>);
  });
  return app;
}

const onlyLocalNames: MiddlewareHandler = async (context, next) => {
  if (!isLocalName(new URL(context.req.url).hostname)) {
    throw new RequestError(
      "page/foreign-host",
      "Cannot show the devnet under this name; open it by its address, such as http://localhost",
      { status: 421 },
    );
  }
  await next();
};

/** An address cannot be rebound by DNS, and `localhost` is never asked from it. */
function isLocalName(hostname: string): boolean {
  return hostname === "localhost" || hostname.startsWith("[") ||
    /^\d{1,3}(\.\d{1,3}){3}$/.test(hostname);
}

const onlyOwnOrigin: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header("origin");
  const isJson = context.req.header("content-type")?.startsWith("application/json") === true;
  if (!isJson || (origin !== undefined && origin !== new URL(context.req.url).origin)) {
    throw new RequestError(
      "page/foreign-origin",
      "Cannot take the prompt: it does not come from this page",
      { status: 403 },
    );
  }
  await next();
};

/** Reads a file beside this one, each time: who edits the page only has to reload it. */
async function readPageFile(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(new URL(path, import.meta.url));
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new RequestError("http/not-found", `Cannot find ${path}`, { status: 404, cause });
  }
}
