import { loadHotkey, secretFromPhrase, walletFiles } from "@threegen/chain/wallet";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";

const ignore = !granted("read", "write", "run", "env");

/** Runs the tool with the permissions of its task. */
const permitted = [
  "run",
  "--quiet",
  "--allow-read",
  "--allow-write",
  "--allow-env",
  new URL("./wallet.ts", import.meta.url).href,
];

/** Runs the tool on a folder of wallets. */
async function wallet(path: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...permitted, ...args, `--wallet.path=${path}`],
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

async function withFolder(body: (path: string) => Promise<void>): Promise<void> {
  const path = await Deno.makeTempDir();
  try {
    await body(path);
  } finally {
    await Deno.remove(path, { recursive: true });
  }
}

Deno.test("wallet new makes keys that neurons load, and shows their phrases once, on stderr", {
  ignore,
}, () =>
  withFolder(async (path) => {
    const { code, stdout, stderr } = await wallet(path, "new", "--wallet.name=me", "--json");
    assert.equal(code, 0, stderr);
    const made = JSON.parse(stdout);
    const hotkey = await loadHotkey({ path, name: "me" });
    assert.equal(made.hotkey.address, hotkey.address);
    for (const [name, { address, file }] of Object.entries<Record<string, string>>(made)) {
      const phrase = new RegExp(`^  ${name} +((?:[a-z]+ ?){12})$`, "m").exec(stderr)![1];
      assert.equal(secretFromPhrase(phrase).address, address);
      assert.ok(!stdout.includes(phrase));
      assert.equal((await Deno.stat(file)).mode! & 0o777, 0o600);
    }
    const listed = await wallet(path, "list");
    assert.equal(
      listed.stdout,
      `me         ${made.coldkey.address}\n  default  ${made.hotkey.address}\n`,
    );
  }));

Deno.test("wallet new adds a hotkey to a coldkey that exists, and overwrites nothing", {
  ignore,
}, () =>
  withFolder(async (path) => {
    assert.equal((await wallet(path, "new")).code, 0);
    const { coldkey, hotkey } = walletFiles({ path });
    const before = [await Deno.readTextFile(coldkey), await Deno.readTextFile(hotkey)];

    const again = await wallet(path, "new");
    assert.equal(again.code, 2);
    assert.match(
      again.stderr,
      /^error: Cannot make wallet: .*hotkeys\/default exists; choose .*\n$/,
    );

    const second = await wallet(path, "new", "--wallet.hotkey=second");
    assert.match(second.stdout, /^hotkey {3}5\w+ {2}\S+\/second\n$/);
    assert.doesNotMatch(second.stderr, /^ {2}coldkey/m);
    assert.deepEqual([await Deno.readTextFile(coldkey), await Deno.readTextFile(hotkey)], before);

    const protectedAfterwards = await wallet(
      path,
      "new",
      "--wallet.hotkey=third",
      "--use_password",
    );
    assert.equal(protectedAfterwards.code, 2);
    assert.match(protectedAfterwards.stderr, /the coldkey of default exists already/);
  }));

Deno.test("wallet new that cannot write the hotkey leaves no coldkey, and shows phrases first", {
  ignore,
}, () =>
  withFolder(async (path) => {
    const folder = `${path}/default`;
    await Deno.mkdir(folder);
    await Deno.symlink(`${path}/absent`, `${folder}/hotkeys`);
    const { code, stdout, stderr } = await wallet(path, "new");
    assert.equal(code, 2, stderr);
    assert.equal(stdout, "");
    assert.match(
      stderr,
      /^ {2}coldkey {2}([a-z]+ ?){12}\n {2}hotkey {3}([a-z]+ ?){12}\n[^]*\nerror: .*link to nothing; .*\n$/m,
    );
    const left = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
    assert.deepEqual(left, ["hotkeys"]);
  }));

Deno.test("wallet new takes neither a folder nor a broken file for a coldkey", {
  ignore,
}, () =>
  withFolder(async (path) => {
    const { coldkeyPublic } = walletFiles({ path });
    await Deno.mkdir(coldkeyPublic, { recursive: true });
    const folder = await wallet(path, "new");
    assert.equal(folder.code, 2);
    assert.match(
      folder.stderr,
      /^error: Cannot read keyfile .*coldkeypub\.txt: it is a folder; .*: remove it .*\n$/,
    );

    await Deno.remove(coldkeyPublic);
    await Deno.writeTextFile(coldkeyPublic, "");
    const { code, stdout, stderr } = await wallet(path, "new");
    assert.equal(code, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /^error: Cannot read keyfile .*coldkeypub\.txt: it is neither JSON.*\n$/);
    const left = await Array.fromAsync(Deno.readDir(`${path}/default`), ({ name }) => name);
    assert.deepEqual(left, ["coldkeypub.txt"]);
  }));

Deno.test("wallet new that is interrupted while it encrypts writes nothing, and fails", {
  ignore,
}, () =>
  withFolder(async (path) => {
    const child = new Deno.Command(Deno.execPath(), {
      args: [...permitted, "new", "--use_password", `--wallet.path=${path}`],
      stdin: "piped",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    await ReadableStream.from(["password\n"]).pipeThrough(new TextEncoderStream())
      .pipeTo(child.stdin);
    let said = "";
    for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
      const wasEncrypting = said.includes("encrypting");
      said += text;
      if (!wasEncrypting && said.includes("encrypting")) child.kill("SIGINT");
    }
    assert.equal((await child.status).code, 2);
    assert.match(said, /\nerror: Cannot make wallet: interrupted; nothing was written\n$/);
    assert.deepEqual(await Array.fromAsync(Deno.readDir(path)), []);
  }));

Deno.test(
  "wallet says in one line what it cannot do",
  { ignore },
  () =>
    withFolder(async (path) => {
      for (
        const [args, message] of [
          [["make"], /^error: Cannot run "make": give `new` or `list`\n$/],
          [["new", "--wallet.name=a/b"], /^error: Cannot use --wallet\.name "a\/b": .*\n$/],
          [["new", "--use_password"], /^error: Cannot use password: it is empty\n$/],
        ] as const
      ) {
        const { code, stderr } = await wallet(path, ...args);
        assert.equal(code, 2, stderr);
        assert.match(stderr, message);
      }
      assert.deepEqual(await Array.fromAsync(Deno.readDir(path)), []);
      assert.match((await wallet(path, "list")).stderr, /^There are no wallets in /);
    }),
);
