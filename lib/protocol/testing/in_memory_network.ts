import type { Fetch, Fetchable } from "@threegen/service";

/**
 * A network without sockets: apps listen at addresses, and `fetch` finds them. A call to an
 * address where nothing listens fails as a refused connection does.
 */
export class InMemoryNetwork {
  readonly #apps = new Map<string, Fetchable>();
  /** Calls that arrived, newest last: `POST http://203.0.113.7:8091/PullTask`. */
  readonly calls: string[] = [];

  /** Lets an app listen; `undefined` takes it away. */
  listen(ip: string, port: number, app: Fetchable | undefined): void {
    if (app) this.#apps.set(`${ip}:${port}`, app);
    else this.#apps.delete(`${ip}:${port}`);
  }

  /** Stands in for `fetch`. `callerIp` is the address that apps see. */
  fetchFrom(callerIp = "198.51.100.9"): Fetch {
    return async (input, init) => {
      const request = new Request(input, init);
      const app = this.#apps.get(new URL(input).host);
      if (!app) throw new TypeError(`connection refused: ${new URL(input).host}`);
      this.calls.push(`${request.method} ${input}`);
      return await app.fetch(request, { remoteAddr: { hostname: callerIp, transport: "tcp" } });
    };
  }
}
