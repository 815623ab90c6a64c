/**
 * The images by what their Dockerfiles say, without a container engine: their commands run the
 * subnet with their permissions, and what they share is the same.
 *
 * @module
 */
import { createChainApp, EmbeddedChain } from "@threegen/chain/embedded";
import { devWallet } from "@threegen/chain/testing";
import { writeWallet } from "@threegen/chain/wallet";
import { MAINNET_NETUID } from "@threegen/domain";
import { serveApp, systemClock } from "@threegen/service";
import { granted } from "@threegen/service/testing";
import { ValidatorClient } from "@threegen/validator/api/client";
import assert from "node:assert/strict";
import denoJson from "../deno.json" with { type: "json" };

const ROOT = new URL("../", import.meta.url);
const ROLES = [
  "generation",
  "validation",
  "miner",
  "validator",
  "prompt-collector",
  "prompt-generator",
] as const;
type Role = typeof ROLES[number];

/** What a Dockerfile says. */
interface Dockerfile {
  readonly lines: readonly string[];
  /** The command, without `deno`. */
  readonly command: readonly string[];
  /** The command of the health check, without `deno`. */
  readonly healthCheck: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

async function readDockerfile(role: Role): Promise<Dockerfile> {
  const text = await Deno.readTextFile(new URL(`docker/${role}.Dockerfile`, ROOT));
  const lines = text.replaceAll("\\\n", "").split("\n").filter((line) => !line.startsWith("#"));
  const after = (word: string) => lines.find((line) => line.includes(word))?.split(word)[1] ?? "";
  const [deno, ...command] = JSON.parse(after("ENTRYPOINT "));
  const [, ...healthCheck] = JSON.parse(after(" CMD "));
  assert.equal(deno, "deno");
  const pairs = lines.filter((line) => line.startsWith("ENV "))
    .flatMap((line) => line.slice("ENV ".length).split(/\s+/))
    .map((pair) => pair.split("=") as [string, string]);
  return { lines, command, healthCheck, env: Object.fromEntries(pairs) };
}

/** The images with their folders moved below `folder`, as processes of this machine. */
class Containers implements AsyncDisposable {
  readonly #folder: string;
  readonly #children: { stop(): Promise<unknown> }[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A command of an image, with the paths of the container as paths of this machine. */
  async #deno(role: Role, args: readonly string[], env: Readonly<Record<string, string>>) {
    const { env: own } = await readDockerfile(role);
    const { DENO_DIR: _, ...imageEnv } = own;
    const here = (text: string) =>
      text.replaceAll("0.0.0.0", "127.0.0.1")
        .replaceAll("/app", ROOT.pathname.replace(/\/$/, ""))
        .replaceAll("/wallets", `${this.#folder}/wallets`)
        .replaceAll("/data", `${this.#folder}/data/${role}`)
        .replaceAll("/run/secrets", `${this.#folder}/secrets`);
    return new Deno.Command(Deno.execPath(), {
      args: args.map((text) => text.startsWith("--allow-") ? here(text) : text),
      cwd: ROOT,
      env: {
        NO_COLOR: "1",
        ...Object.fromEntries(
          Object.entries(imageEnv).map(([name, value]) => [name, here(value)]),
        ),
        THREEGEN_PORT: "0",
        ...env,
      },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    });
  }

  /** `docker run --rm IMAGE ARGS`: its output. */
  async run(role: Role, args: readonly string[]): Promise<string> {
    const { command } = await readDockerfile(role);
    const { code, stdout, stderr } = await (await this.#deno(role, [...command, ...args], {}))
      .output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout);
  }

  /** `docker run -d IMAGE`, until it is healthy; resolves with the addresses by name of listener. */
  async start(role: Role, env: Readonly<Record<string, string>>, listeners: readonly string[]) {
    const { command, healthCheck } = await readDockerfile(role);
    const child = (await this.#deno(role, command, env)).spawn();
    const log: string[] = [];
    const found = Promise.withResolvers<Record<string, string>>();
    const reading = (async () => {
      for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
        log.push(text);
        const matches = [...log.join("").matchAll(/: ([\w -]+) listens on (http:\S+)\s/g)];
        const urls = Object.fromEntries(matches.map(([, name, url]) => [name, url]));
        if (listeners.every((name) => name in urls)) found.resolve(urls);
      }
      found.reject(new Error(`${role} ended: ${log.join("")}`));
    })();
    const printing = child.stdout.cancel();
    this.#children.push({
      stop: () => {
        try {
          child.kill("SIGTERM");
        } catch {
          // It ended by itself, which the test has seen.
        }
        return Promise.all([child.status, reading, printing]);
      },
    });
    const urls = await found.promise;
    const port = new URL(urls[listeners[0]]).port;
    // As the engine does, but with the patience of ten minutes: a test machine may be slow.
    for (let attempt = 0;; attempt++) {
      const check = await this.#deno(role, healthCheck, { THREEGEN_PORT: port });
      const { code, stderr } = await check.output();
      if (code === 0) return urls;
      assert.equal(new TextDecoder().decode(stderr), "", `health check of ${role}`);
      assert.ok(attempt < 1200, `${role} is not healthy: ${log.join("")}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  /** Stops all, the last first. */
  async [Symbol.asyncDispose]() {
    for (const child of this.#children.reverse()) await child.stop();
  }
}

Deno.test({
  name: "the images' commands run the subnet with the images' permissions and are healthy",
  ignore: !granted("run", "net", "read", "write", "env"),
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "threegen_images_" });
    await using cleanup = new AsyncDisposableStack();
    cleanup.defer(() => Deno.remove(folder, { recursive: true }));
    await Deno.mkdir(`${folder}/secrets`);
    const wallets = { validator: devWallet("validator"), miner: devWallet("miner") };
    for (const [name, { hotkeySecret, coldkeySecret }] of Object.entries(wallets)) {
      await writeWallet({
        path: `${folder}/wallets`,
        name,
        hotkey: "default",
        hotkeySecret,
        coldkeySecret,
      });
    }
    const chain = await EmbeddedChain.open({
      genesis: {
        netuid: MAINNET_NETUID,
        neurons: Object.entries(wallets).map(([name, { hotkey, coldkey }]) => ({
          hotkey: hotkey.address,
          coldkey: coldkey.address,
          stakeRao: name === "validator" ? 10_000_000_000_000n : 0n,
        })),
      },
      blockTimeMs: 500,
      clock: systemClock,
    });
    cleanup.use(chain);
    const listener = cleanup.use(serveApp(createChainApp(chain), { name: "chain", port: 0 }));
    const containers = cleanup.use(new Containers(folder));
    const chainEnv = { BT_SUBTENSOR_CHAIN_ENDPOINT: listener.url };

    const key = (await containers.run("prompt-collector", ["keys", "create", "images"])).trim();
    const collector = await containers.start("prompt-collector", chainEnv, ["prompt collector"]);
    await containers.start("prompt-generator", {
      THREEGEN_COLLECTOR_ENDPOINT: collector["prompt collector"],
      THREEGEN_COLLECTOR_API_KEY: key,
    }, ["prompt generator"]);
    const validation = await containers.start("validation", {}, ["validation endpoint"]);
    const validator = await containers.start("validator", {
      ...chainEnv,
      BT_WALLET_NAME: "validator",
      BT_AXON_PORT: "0",
      THREEGEN_VALIDATION_ENDPOINTS: validation["validation endpoint"],
      THREEGEN_TASK_SYNTHETIC_GET_PROMPTS_ENDPOINT: collector["prompt collector"],
      THREEGEN_PUBLIC_API_ENABLED: "1",
      THREEGEN_PUBLIC_API_SERVER_PORT: "0",
      THREEGEN_PUBLIC_API_KEYS: "key-of-the-test-0123456789",
      THREEGEN_TASK_ORGANIC_ASSIGNED_MINERS_COUNT: "1",
      // The miner starts after the task was made; a test machine may be slow.
      THREEGEN_TASK_ORGANIC_TASK_TIMEOUT: "3600",
    }, ["validator status", "public API"]);
    const api = new ValidatorClient({
      endpoint: validator["public API"],
      apiKey: "key-of-the-test-0123456789",
    });
    const { id } = await api.createTask("a red chair with four legs");
    const generation = await containers.start("generation", {}, ["generation endpoint"]);
    await containers.start("miner", {
      ...chainEnv,
      BT_WALLET_NAME: "miner",
      THREEGEN_GENERATION_ENDPOINTS: generation["generation endpoint"],
    }, ["miner status"]);
    const task = await api.finished(id);
    assert.equal(task.status, "done");
  },
});

Deno.test({
  name: "the images share their base, may no more than their tasks, and nobody is root",
  ignore: !granted("read"),
  async fn() {
    const files = await Promise.all(ROLES.map(readDockerfile));
    const shared = files.map(({ lines }) => {
      const end = lines.findIndex((line) => line.startsWith("RUN deno ci"));
      assert.ok(end > 0);
      return lines.slice(0, end + 1).join("\n");
    });
    for (const [index, role] of ROLES.entries()) {
      const { lines, command, env } = files[index];
      assert.equal(shared[index], shared[0], `${role} begins as the others do`);
      const task = denoJson.tasks[role].command;
      for (const permission of command.filter((word) => word.startsWith("--allow-"))) {
        assert.ok(task.includes(permission.split("=")[0]), `${role}: ${permission}`);
      }
      assert.ok(task.endsWith(command.at(-1)!), `${role} runs the program of its task`);
      assert.ok(lines.includes("USER 10001"), role);
      const exposed = lines.find((line) => line.startsWith("EXPOSE "))!.split(" ");
      assert.ok(exposed.includes(env.THREEGEN_PORT), `${role} exposes the port it is asked on`);
    }
  },
});

Deno.test({
  name: "the images leave out the secrets that operators keep in the checkout, and so does git",
  ignore: !granted("read"),
  async fn() {
    for (
      const [file, prefix] of [[".dockerignore", "**/"], [".gitignore", ""]] as const
    ) {
      const lines = (await Deno.readTextFile(new URL(file, ROOT))).split("\n");
      for (const name of [".env", "*.key", "keys.txt"]) {
        assert.ok(lines.includes(`${prefix}${name}`), `${file}: ${name}`);
      }
    }
  },
});
