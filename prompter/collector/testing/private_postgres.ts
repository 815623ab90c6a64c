/**
 * A PostgreSQL server of one test run: own folder, own port, gone afterwards.
 *
 * @module
 */
import { join } from "node:path";

/** A running server. */
export interface PrivatePostgres extends AsyncDisposable {
  /** Makes an empty database and returns its URL. */
  createDatabase(name: string): Promise<string>;
  /** Stops the server, cutting every connection. */
  stop(): Promise<void>;
  /** Starts it again, on the same port. */
  start(): Promise<void>;
}

/** Folders where distributions put the server's programs. */
async function findPrograms(): Promise<string | undefined> {
  const candidates = (Deno.env.get("PATH") ?? "").split(":");
  try {
    for await (const { name } of Deno.readDir("/usr/lib/postgresql")) {
      candidates.push(`/usr/lib/postgresql/${name}/bin`);
    }
  } catch {
    // Not a Debian machine: the search path has to do.
  }
  for (const folder of candidates) {
    try {
      // Resolved, as the server looks for its other files beside the real program.
      const initdb = await Deno.realPath(join(folder, "initdb"));
      await Deno.stat(join(initdb, "..", "pg_ctl"));
      return join(initdb, "..");
    } catch {
      // Not here.
    }
  }
  return undefined;
}

/** User to run the server as: it refuses to run as root. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (Deno.uid() !== 0) return undefined;
  const passwd = await Deno.readTextFile("/etc/passwd");
  for (const user of ["postgres", "nobody"]) {
    const line = passwd.split("\n").find((text) => text.startsWith(`${user}:`))?.split(":");
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error("Cannot start PostgreSQL as root: there is neither a user postgres nor nobody");
}

/** A free port below those that systems hand out by themselves (from 32768 on Linux). */
function freePort(): number {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_768);
    try {
      Deno.listen({ hostname: "127.0.0.1", port }).close();
      return port;
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
}

/**
 * Starts a server; nothing when this machine has none installed.
 *
 * @param options.isDurable Waits for the disk at every commit, as a bench must; tests need not.
 */
export async function startPrivatePostgres(
  { isDurable = false }: { readonly isDurable?: boolean } = {},
): Promise<PrivatePostgres | undefined> {
  const programs = await findPrograms();
  if (programs === undefined) return undefined;
  const user = await serverUser();
  const folder = await Deno.makeTempDir({ prefix: "threegen-postgres-" });
  if (user) await Deno.chown(folder, user.uid, user.gid);
  const cluster = join(folder, "cluster");
  const run = async (program: string, args: readonly string[]) => {
    const command = new Deno.Command(join(programs, program), {
      args: [...args],
      cwd: folder,
      stdout: "null",
      stderr: "piped",
      ...user,
    });
    const { success, stderr } = await command.output();
    if (!success) throw new Error(`${program} failed: ${new TextDecoder().decode(stderr)}`);
  };
  const control = (...args: readonly string[]) =>
    run("pg_ctl", [
      "--pgdata",
      cluster,
      "--silent",
      "--wait",
      // It is there within a second, unless the machine is slow.
      "--timeout",
      "600",
      "--log",
      join(folder, "log"),
      ...args,
    ]);
  await run("initdb", [
    "--pgdata",
    cluster,
    "--username",
    "threegen",
    "--auth",
    "trust",
    "--encoding",
    "UTF8",
    "--no-locale",
    "--no-sync",
  ]);
  // Chosen as late as can be: until the server listens, somebody else may take it.
  const port = freePort();
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories='' ` +
    `-c max_connections=60 -c fsync=${isDurable ? "on" : "off"}`;
  const start = () => control("--options", options, "start");
  const stop = () => control("--mode", "fast", "stop");
  let isRunning = false;
  await start();
  isRunning = true;
  return {
    async createDatabase(name) {
      await run("createdb", ["-h", "127.0.0.1", "-p", String(port), "-U", "threegen", name]);
      return `postgres://threegen@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await stop();
      isRunning = false;
    },
    async start() {
      await start();
      isRunning = true;
    },
    async [Symbol.asyncDispose]() {
      if (isRunning) await stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
