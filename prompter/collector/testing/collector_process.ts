/**
 * A collector in a process of its own, so that a test can kill it.
 *
 * @module
 */
import { TextLineStream } from "./text_line_stream.ts";

/** How the process is started. */
export interface CollectorProcessOptions {
  /** Folder of the store, also where keys are made. */
  readonly data: string;
  /** `sqlite` or `postgres://…`. */
  readonly store: string;
  /** Hotkeys that may fetch. */
  readonly allow: readonly string[];
}

const PROGRAM = new URL("../main.ts", import.meta.url).pathname;
const PERMISSIONS = ["--allow-net", "--allow-read", "--allow-write", "--allow-env"];

/** A running collector. */
export interface CollectorProcess {
  readonly url: string;
  /** Ends it as a power cut would; nothing of it runs on. */
  kill(): Promise<void>;
  /** Ends it as an operator would; returns its exit code. */
  stop(): Promise<number>;
}

/** Starts a collector on a free port; resolves when it listens. */
export async function startCollectorProcess(
  { data, store, allow }: CollectorProcessOptions,
): Promise<CollectorProcess> {
  const unlimited = ["--rate.get", "--rate.submit", "--rate.checks"].flatMap((
    name,
  ) => [name, "1000000"]);
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      ...PERMISSIONS,
      PROGRAM,
      "--data",
      data,
      "--store",
      store,
      "--port",
      "0",
      "--subtensor.network",
      "none",
      "--delivery_timeout",
      "2",
      ...unlimited,
      "--allow",
      ...allow,
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream())
    .getReader();
  const log: string[] = [];
  let url: string | undefined;
  while (url === undefined) {
    const { done, value } = await lines.read();
    if (done) throw new Error(`collector did not start: ${log.join("\n")}`);
    log.push(value);
    url = /listens on .*?(http:\/\/[\d.:]+)/.exec(value)?.[1];
  }
  const drained = (async () => {
    while (!(await lines.read()).done);
  })();
  const end = async (signal: Deno.Signal) => {
    child.kill(signal);
    const { code } = await child.status;
    await drained;
    return code;
  };
  return {
    url,
    kill: async () => void await end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

/** Makes a generator's key through the program's own command. */
export async function createKeyByCommand(
  name: string,
  { data, store }: Omit<CollectorProcessOptions, "allow">,
): Promise<string> {
  const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      ...PERMISSIONS,
      PROGRAM,
      "keys",
      "create",
      name,
      "--data",
      data,
      "--store",
      store,
      "--json",
    ],
    stdin: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return (JSON.parse(new TextDecoder().decode(stdout)) as { key: string }).key;
}
