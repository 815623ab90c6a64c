/**
 * Finds TCP ports that nothing listens on.
 *
 * All are held at once before they are released, so they differ from each other.
 *
 * @param count How many.
 * @param hostname Address on which they are free. @default {"127.0.0.1"}
 */
export function freePorts(count: number, hostname = "127.0.0.1"): number[] {
  const held = Array.from({ length: count }, () => Deno.listen({ hostname, port: 0 }));
  const ports = held.map((listener) => listener.addr.port);
  for (const listener of held) listener.close();
  return ports;
}
