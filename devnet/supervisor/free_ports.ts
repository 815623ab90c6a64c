/**
 * TCP ports that nothing listens on, held until those that listen there are started: meanwhile
 * nobody else gets them who asks for any free port.
 */
export class FreePorts implements Disposable {
  readonly #held: Deno.TcpListener[];
  /** They differ from each other. */
  readonly ports: readonly number[];

  /**
   * @param count How many.
   * @param hostname Address on which they are free. @default {"127.0.0.1"}
   */
  constructor(count: number, hostname = "127.0.0.1") {
    this.#held = Array.from({ length: count }, () => Deno.listen({ hostname, port: 0 }));
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
