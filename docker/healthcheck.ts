/**
 * Exits with 0 when the service of this container answers `GET /health` with 2xx, else with 1; its
 * port is in `THREEGEN_PORT`, as the service's own is.
 *
 * @module
 */
const response = await fetch(`http://127.0.0.1:${Deno.env.get("THREEGEN_PORT")}/health`, {
  signal: AbortSignal.timeout(5000),
}).catch(() => undefined);
Deno.exit(response?.ok ? 0 : 1);
