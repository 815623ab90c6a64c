/**
 * Listening: one way for every service, with one clear line when the port is taken.
 *
 * @module
 */
import { ConfigError } from "@threegen/domain";
import { getLogger } from "./log.ts";

/** Where a service listens. */
export interface ServeOptions {
  /** Shown in the log. */
  readonly name: string;
  /** Address to bind. @default {"127.0.0.1"} */
  readonly hostname?: string;
  /** Port to bind; 0 takes a free one. */
  readonly port: number;
  /** Flag that the operator would change, named in the error. @default {"--port"} */
  readonly portFlag?: string;
}

/** How long a listener that broke waits before it starts anew, in milliseconds. */
const RESTART_MS = 500;

/** A service that listens. */
export interface Listener extends AsyncDisposable {
  /** The port that was bound. */
  readonly port: number;
  /** `http://host:port`, without a trailing slash. */
  readonly url: string;
  /** Stops listening, lets requests in flight end for up to two seconds. */
  close(): Promise<void>;
}

/** Anything that answers requests: a Hono app. */
export interface Fetchable {
  fetch(request: Request, info?: unknown): Response | Promise<Response>;
}

/**
 * Serves an app.
 *
 * @throws {ConfigError} When the port or the address cannot be bound.
 */
export function serveApp(app: Fetchable, options: ServeOptions): Listener {
  const { name, hostname = "127.0.0.1", port, portFlag = "--port" } = options;
  const log = getLogger(["threegen", "service", "serve"]);
  let again: ReturnType<typeof setTimeout> | undefined;
  const listen = (port: number): Deno.HttpServer<Deno.NetAddr> => {
    const connections = new AbortController();
    const server = Deno.serve(
      { hostname, port, signal: connections.signal, onListen: () => {} },
      (request, info) => app.fetch(request, info),
    );
    // Deno.serve ends for good when the process is out of file handles, which a stranger with many
    // connections can bring about. So all are dropped, which frees the handles, and it starts anew.
    server.finished.catch((error) => {
      log.error("{name} stopped listening: {error}; its connections are dropped", { name, error });
      connections.abort();
      again = setTimeout(restart, RESTART_MS);
    });
    return server;
  };
  const restart = () => {
    try {
      server = listen(server.addr.port);
      log.info("{name} listens again", { name });
    } catch (error) {
      log.error("{name} cannot listen again yet: {error}", { name, error });
      again = setTimeout(restart, RESTART_MS);
    }
  };
  let server: Deno.HttpServer<Deno.NetAddr>;
  try {
    server = listen(port);
  } catch (cause) {
    if (cause instanceof Deno.errors.AddrInUse) {
      throw new ConfigError(
        `Cannot start ${name}: port ${port} of ${hostname} is in use; choose another with ${portFlag}`,
        { cause },
      );
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`Cannot start ${name}: cannot bind ${hostname}:${port}: ${reason}`, {
      cause,
    });
  }
  const url = listenerUrl(hostname, server.addr.port);
  log.info(...listensOn(name, hostname, url));
  const close = async () => {
    clearTimeout(again);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 2000);
    });
    await Promise.race([server.shutdown(), patience]);
    clearTimeout(timer);
  };
  return { port: server.addr.port, url, close, [Symbol.asyncDispose]: close };
}

/** Where this machine reaches a listener. */
export function listenerUrl(hostname: string, port: number): string {
  const host = isEveryAddress(hostname) ? "127.0.0.1" : hostname;
  return `http://${host}:${port}`;
}

/** What the log says of a new listener. */
export function listensOn(
  name: string,
  hostname: string,
  url: string,
): [message: string, properties: Record<string, unknown>] {
  const reach = isEveryAddress(hostname) ? ", for other machines too" : "";
  return ["{name} listens on {url}{reach}", { name, url, reach }];
}

function isEveryAddress(hostname: string): boolean {
  return hostname === "0.0.0.0" || hostname === "::" || hostname === "[::]";
}
