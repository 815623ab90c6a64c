/** A port of 127.0.0.1 at which nobody listens, and nobody can until it is disposed. */
export interface UnservedPort extends Disposable {
  readonly port: number;
}

/**
 * Returns a port that refuses connections. It is the near end of a connection of ours: one that is
 * merely free may be somebody else's by the time that it is called.
 */
export async function unservedPort(): Promise<UnservedPort> {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: listener.addr.port });
  const far = await listener.accept();
  return {
    port: (connection.localAddr as Deno.NetAddr).port,
    [Symbol.dispose]() {
      far.close();
      connection.close();
    },
  };
}
