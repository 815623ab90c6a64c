/**
 * Listening through `node:http`, the one server under Deno that delivers the body of a GET;
 * the original's validators send exactly that (Deno.serve drops it, checked on 2.9.6).
 *
 * @module
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { ConfigError } from "@threegen/domain";
import {
  getLogger,
  type Listener,
  listenerUrl,
  listensOn,
  type ServeOptions,
} from "@threegen/service";

/** What the adapter gives a Hono app beside the request. */
export interface NodeBindings {
  /** The request as `node:http` has it, with the body that a GET may have. Absent in tests. */
  readonly incoming?: IncomingMessage;
}

/** A Hono app with {@linkcode NodeBindings}. */
export interface NodeFetchable {
  fetch(request: Request, bindings: NodeBindings): Response | Promise<Response>;
}

/**
 * Serves an app.
 *
 * @throws {ConfigError} When the port or the address cannot be bound.
 */
export async function serveNode(app: NodeFetchable, options: ServeOptions): Promise<Listener> {
  const { name, hostname = "127.0.0.1", port, portFlag = "--port" } = options;
  const server = createServer(getRequestListener(
    (request, bindings) => app.fetch(request, bindings as NodeBindings),
    { overrideGlobalObjects: false },
  ));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: Error & { code?: string }) => {
      if (cause.code === "EADDRINUSE") {
        reject(
          new ConfigError(
            `Cannot start ${name}: port ${port} of ${hostname} is in use; choose another with ${portFlag}`,
            { cause },
          ),
        );
      } else {
        reject(
          new ConfigError(`Cannot start ${name}: cannot bind ${hostname}:${port}`, { cause }),
        );
      }
    });
    server.listen(port, hostname, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const url = listenerUrl(hostname, bound);
  getLogger(["threegen", "prompt-collector", "serve_node"]).info(...listensOn(name, hostname, url));
  let closing: Promise<void> | undefined;
  const close = () =>
    closing ??= new Promise<void>((resolve) => {
      const patience = setTimeout(() => server.closeAllConnections(), 2000);
      server.close(() => {
        clearTimeout(patience);
        resolve();
      });
      server.closeIdleConnections();
    });
  return { port: bound, url, close, [Symbol.asyncDispose]: close };
}
