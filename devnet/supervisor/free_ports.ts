/**
 * Ports that are given out. They lie below those that systems hand to whoever asks for any port and
 * to every outgoing connection, so that none is taken before its part listens. Source: the ranges
 * begin at 32768 on Linux (`ip_local_port_range`) and at 49152 elsewhere.
 */
const LOWEST_PORT = 20_000;
const PORT_COUNT = 12_768;

/**
 * TCP ports that nothing listens on, held until those that listen there are started: meanwhile
 * another devnet does not get them.
 */
export class FreePorts implements Disposable {
  readonly #held: Deno.TcpListener[] = [];
  /** They differ from each other. */
  readonly ports: readonly number[];

  /**
   * @param count How many.
   * @param hostname Address on which they are free. @default {"127.0.0.1"}
   */
  constructor(count: number, hostname = "127.0.0.1") {
    while (this.#held.length < count) {
      const port = LOWEST_PORT + Math.floor(Math.random() * PORT_COUNT);
      try {
        this.#held.push(Deno.listen({ hostname, port }));
      } catch (error) {
        if (error instanceof Deno.errors.AddrInUse) continue;
        this.release();
        throw error;
      }
    }
    this.ports = this.#held.map((listener) => listener.addr.port);
  }

  /** Lets go of them. */
  release(): void {
    for (const listener of this.#held.splice(0)) listener.close();
  }

  [Symbol.dispose](): void {
    this.release();
  }
}
