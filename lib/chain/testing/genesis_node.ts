/**
 * A node that only tells its chain's first block: enough to find out which chain it serves.
 *
 * @module
 */

/** Real JSON-RPC over a real WebSocket; every call but for block 0 stays without an answer. */
export class GenesisNode implements AsyncDisposable {
  /** Every method that was called, in order. */
  readonly calls: string[] = [];
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  readonly #sockets = new Set<WebSocket>();

  /** @param genesisHash Hash of block 0, `0x` and 64 hex digits. */
  constructor(genesisHash: string) {
    this.#server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
      const { socket, response } = Deno.upgradeWebSocket(request);
      this.#sockets.add(socket);
      socket.addEventListener("message", ({ data }) => {
        const { id, method, params } = JSON.parse(data);
        this.calls.push(method);
        const isGenesis = method === "chain_getBlockHash" && params[0] === 0;
        if (isGenesis) socket.send(JSON.stringify({ jsonrpc: "2.0", id, result: genesisHash }));
      });
      return response;
    });
  }

  /** `ws://127.0.0.1:<port>`. */
  get endpoint(): string {
    return `ws://127.0.0.1:${this.#server.addr.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.close();
    await this.#server.shutdown();
  }
}
