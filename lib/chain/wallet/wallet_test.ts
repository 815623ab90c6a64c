import { bytesToNumberLE, numberToBytesLE } from "@noble/curves/utils.js";
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { join } from "node:path";
import { parseKeyfile, serializeKeyfile, serializePublicKeyfile } from "./keyfile.ts";
import { listWallets } from "./list_wallets.ts";
import { loadColdkeyAddress, loadHotkey } from "./load_wallet.ts";
import { walletFiles } from "./location.ts";
import {
  DEV_PHRASE,
  secretFromPhrase,
  secretFromPrivateKey,
  secretFromSeed,
  secretFromUri,
  type SecretKey,
  toHex,
} from "./secret_key.ts";
import { verifySignature } from "./signer.ts";
import { writeWallet } from "./write_wallet.ts";

const secret = secretFromPhrase(DEV_PHRASE);
const other = secretFromUri("//Bob");
const full = JSON.parse(serializeKeyfile(secret)) as Record<string, unknown>;
const read = (fields: unknown) => parseKeyfile(JSON.stringify(fields), "/w/hotkey");

for (
  const [what, fields] of [
    ["everything", full],
    ["the address under a name with a leading space", {
      ...full,
      ss58Address: undefined,
      " ss58Address": secret.address,
    }],
    ["nulls beside the phrase", {
      ...full,
      secretSeed: null,
      privateKey: null,
      publicKey: null,
      accountId: null,
    }],
    ["the seed only", { secretSeed: full.secretSeed, ss58Address: secret.address }],
    ["hex without 0x", { secretSeed: (full.secretSeed as string).slice(2) }],
    ["the private key only", { privateKey: full.privateKey, publicKey: full.publicKey }],
    ["the fields of SDK 11", {
      ...full,
      cryptoType: 1,
      accountType: "coldkey",
      signingScheme: "sr25519",
      hashedDescriptor: null,
    }],
  ] as const
) {
  Deno.test(`parseKeyfile() reads a file with ${what}`, () => {
    const keyfile = read(fields);
    assert.equal(keyfile.address, secret.address);
    assert.equal(toHex(keyfile.secret!.privateKey), toHex(secret.privateKey));
  });
}

/** The same private key as sp-core writes it: the scalar itself, not 8 times the scalar. */
function plainForm({ privateKey }: SecretKey): string {
  const scalar = bytesToNumberLE(privateKey.subarray(0, 32)) >> 3n;
  return toHex(concatBytes(numberToBytesLE(scalar, 32), privateKey.subarray(32)));
}

Deno.test("parseKeyfile() reads a private key in both forms, with an address and without", () => {
  const stool = secretFromPhrase(
    "stool feel open east woman high can denial forget screen trust salt",
  );
  assert.equal(stool.address, "5F7cAYCZEBz21YEjzSZPGyP7W2fva7qUXDexxXsVezSHyktz");
  for (const expected of [secret, stool]) {
    const { address } = expected;
    for (const privateKey of [toHex(expected.privateKey), plainForm(expected)]) {
      for (
        const keyfile of [
          read({ privateKey }),
          read({ privateKey, ss58Address: address }),
          parseKeyfile(privateKey, "/w/hotkey"),
        ]
      ) {
        assert.equal(keyfile.address, address);
        assert.equal(toHex(keyfile.secret!.privateKey), toHex(expected.privateKey));
      }
    }
  }
});

Deno.test("parseKeyfile() reads bytes that fit two keys only beside an address", () => {
  // One scalar in eight is itself a multiple of eight, and so in ed25519 form another key's.
  const seeds = Array.from({ length: 256 }, (_, fill) => new Uint8Array(32).fill(fill));
  const expected = seeds.map(secretFromSeed)
    .find((key) => bytesToNumberLE(key.privateKey.subarray(0, 32)) % 64n === 0n)!;
  const privateKey = plainForm(expected);
  const other = secretFromPrivateKey(hexToBytes(privateKey.slice(2)));
  assert.notEqual(other.address, expected.address);
  for (const content of [privateKey, JSON.stringify({ privateKey })]) {
    assert.throws(() => parseKeyfile(content, "/w/hotkey"), (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      assert.match(
        error.message,
        /^Cannot read keyfile \/w\/hotkey: .* with the right one as ss58/,
      );
      return [other, expected].every(({ address }) => error.message.includes(address));
    });
  }
  for (const { address } of [other, expected]) {
    assert.equal(read({ privateKey, ss58Address: address }).address, address);
  }
});

Deno.test("parseKeyfile() prefers the phrase, then the seed, and refuses what disagrees", () => {
  assert.equal(
    read({ secretPhrase: DEV_PHRASE, privateKey: toHex(other.privateKey) }).address,
    secret.address,
  );
  assert.throws(() => read({ ...full, ss58Address: other.address }), ConfigError);
  assert.throws(
    () => read({ secretPhrase: DEV_PHRASE, ss58Address: other.address }),
    /it says 5FHneW.*belongs to 5DfhGy/,
  );
  assert.throws(() => read({ ...full, publicKey: toHex(other.publicKey) }), /different keys/);
  assert.throws(
    () => read({ privateKey: full.privateKey, ss58Address: other.address }),
    /belongs to 5DfhGy/,
  );
});

Deno.test("parseKeyfile() reads public files, which cannot sign", () => {
  const keyfile = parseKeyfile(serializePublicKeyfile(secret.publicKey), "/w/coldkeypub.txt");
  assert.equal(keyfile.address, secret.address);
  assert.equal(keyfile.secret, undefined);
});

Deno.test("parseKeyfile() reads bare seeds, private keys and phrases of very old wallets", () => {
  for (
    const content of [
      toHex(secret.seed!),
      toHex(secret.seed!).slice(2),
      toHex(secret.privateKey),
      `${DEV_PHRASE}\n`,
    ]
  ) assert.equal(parseKeyfile(content, "/w/hotkey").address, secret.address);
});

for (
  const [what, content, expected] of [
    [
      "a polkadot.js export",
      { encoded: "abc", encoding: {}, address: secret.address },
      /polkadot\.js export/,
    ],
    ["an ed25519 key", { ...full, cryptoType: 0 }, /cryptoType is 0/],
    ["a post-quantum key", { ...full, hashedDescriptor: "0x00" }, /post-quantum/],
    ["an empty object", {}, /neither a private key nor an address/],
    ["a short seed", { secretSeed: "0x00" }, /secretSeed is not 32 bytes/],
    ["a private key of zeros", { privateKey: "00".repeat(64) }, /no sr25519 key; restore it/],
    ["a private key of ones", "ff".repeat(64), /no sr25519 key; restore it from its phrase/],
    [
      "a private key of zeros beside an address",
      { privateKey: "00".repeat(64), ss58Address: secret.address },
      /no sr25519 key/,
    ],
    ["a wrong phrase", { secretPhrase: "one two three" }, /its phrase/],
    ["a number as seed", { secretSeed: 7 }, /secretSeed has the wrong type/],
    ["broken JSON", '{"secretSeed": ', /not valid JSON/],
    ["an unknown text", "hello", /neither JSON/],
    ["nothing", "", /neither JSON/],
  ] as const
) {
  Deno.test(`parseKeyfile() refuses ${what} in one line that names the file`, () => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    assert.throws(() => parseKeyfile(text, "/w/hotkey"), (error: Error) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, /^Cannot read keyfile \/w\/hotkey: /);
      assert.match(error.message, expected);
      return !error.message.includes("\n");
    });
  });
}

const onDisk = { ignore: !granted("read", "write", "env") };

Deno.test("writeWallet() then loadHotkey() signs as the same key", onDisk, async () => {
  const path = await Deno.makeTempDir();
  try {
    const location = { path, name: "miner", hotkey: "first" };
    const files = await writeWallet({ ...location, coldkeySecret: other, hotkeySecret: secret });
    assert.equal(files.hotkey, join(path, "miner/hotkeys/first"));
    for (const file of [files.hotkey, files.coldkey]) {
      assert.equal((await Deno.stat(file)).mode! & 0o777, 0o600);
    }
    const signer = await loadHotkey(location);
    const message = new TextEncoder().encode("hello");
    assert.ok(verifySignature(message, signer.sign(message), secret.address));
    assert.equal(await loadColdkeyAddress(location), other.address);

    // The same wallet again is no change; another hotkey under the same name is refused.
    await writeWallet({ ...location, coldkeySecret: other, hotkeySecret: secret });
    await assert.rejects(
      writeWallet({ ...location, coldkeySecret: other, hotkeySecret: other }),
      /another key is stored there/,
    );
    assert.equal((await loadHotkey(location)).address, secret.address);
  } finally {
    await Deno.remove(path, { recursive: true });
  }
});

Deno.test("loading a wallet tells what stands in place of a keyfile", onDisk, async () => {
  const path = await Deno.makeTempDir();
  try {
    const files = walletFiles({ path });
    await Deno.mkdir(files.coldkeyPublic, { recursive: true });
    await assert.rejects(loadColdkeyAddress({ path }), {
      name: "ConfigError",
      message:
        `Cannot read keyfile ${files.coldkeyPublic}: it is a folder; Docker makes one where ` +
        "the source of a mount is missing: remove it and put the file there",
    });
    await Deno.mkdir(join(path, "default", "hotkeys"));
    await Deno.symlink(join(path, "absent"), files.hotkey);
    await assert.rejects(loadHotkey({ path }), {
      name: "ConfigError",
      message:
        `Cannot read keyfile ${files.hotkey}: it is a link to nothing; put its target back ` +
        "or remove it",
    });
  } finally {
    await Deno.remove(path, { recursive: true });
  }
});

/** Every file and link below a folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  const paths = entries.map(async ({ name, isDirectory }) =>
    isDirectory ? (await filesBelow(join(folder, name))).map((path) => join(name, path)) : [name]
  );
  return (await Promise.all(paths)).flat().sort();
}

for (
  const [what, obstruct, expected] of [
    ["hotkeys is a link to nothing", async (folder) => {
      await Deno.symlink(join(folder, "absent"), join(folder, "hotkeys"));
    }, /^Cannot make folder .*hotkeys: a file stands there, or a link to nothing; move it away$/],
    ["hotkeys is a file", async (folder) => {
      await Deno.writeTextFile(join(folder, "hotkeys"), "");
    }, /^Cannot make folder .*hotkeys: a file stands there/],
    ["coldkeypub.txt is a folder", async (folder) => {
      await Deno.mkdir(join(folder, "coldkeypub.txt"));
    }, /^Cannot write keyfile .*coldkeypub\.txt: Is a directory/],
    ["the coldkey is there", async (folder) => {
      await Deno.writeTextFile(join(folder, "coldkey"), "mine");
    }, /^Cannot write keyfile .*coldkey: another key is stored there; choose another/],
  ] as [string, (folder: string) => Promise<void>, RegExp][]
) {
  Deno.test(`writeWallet() writes all files or none: ${what}`, onDisk, async () => {
    const path = await Deno.makeTempDir();
    try {
      await Deno.mkdir(join(path, "default"));
      await obstruct(join(path, "default"));
      const before = await filesBelow(path);
      await assert.rejects(
        writeWallet({ path, coldkeySecret: other, hotkeySecret: secret }),
        (error: Error) => {
          assert.ok(error instanceof ConfigError);
          assert.match(error.message, expected);
          return true;
        },
      );
      assert.deepEqual(await filesBelow(path), before);
    } finally {
      await Deno.remove(path, { recursive: true });
    }
  });
}

Deno.test("writeWallet() leaves no part of a file whose writing fails", onDisk, async () => {
  const path = await Deno.makeTempDir();
  const { writeFile } = Deno;
  try {
    // A disk that is full when the coldkey, the last of four files, is written.
    let count = 0;
    Deno.writeFile = async (file, content, options) => {
      count += 1;
      if (count < 4) return await writeFile(file, content, options);
      await writeFile(file, new Uint8Array(), options);
      throw new Error("No space left on device (os error 28)");
    };
    await assert.rejects(
      writeWallet({ path, coldkeySecret: other, hotkeySecret: secret }),
      /^ConfigError: Cannot write keyfile .*coldkey: No space left on device/,
    );
    assert.equal(count, 4);
    assert.deepEqual(await filesBelow(path), []);
  } finally {
    Deno.writeFile = writeFile;
    await Deno.remove(path, { recursive: true });
  }
});

Deno.test("writeWallet() neither needs links nor overwrites without them", onDisk, async () => {
  const path = await Deno.makeTempDir();
  const { link } = Deno;
  try {
    Deno.link = () => Promise.reject(new Deno.errors.PermissionDenied("no links here"));
    const location = { path, name: "w" };
    await writeWallet({ ...location, coldkeySecret: other, hotkeySecret: secret });
    assert.equal((await loadHotkey(location)).address, secret.address);
    const before = await filesBelow(path);
    assert.equal(before.length, 4);
    await assert.rejects(
      writeWallet({ ...location, hotkeySecret: other }),
      /another key is stored there/,
    );
    assert.equal((await loadHotkey(location)).address, secret.address);
    assert.deepEqual(await filesBelow(path), before);
  } finally {
    Deno.link = link;
    await Deno.remove(path, { recursive: true });
  }
});

Deno.test(
  "loadHotkey() of an absent wallet names the file and the command that makes it",
  onDisk,
  async () => {
    await assert.rejects(
      loadHotkey({ path: "/nonexistent", name: "w", hotkey: "h" }),
      /\/nonexistent\/w\/hotkeys\/h: there is no such file; create it with `deno task wallet new --wallet.name w --wallet.hotkey h`/,
    );
  },
);

Deno.test("listWallets() tells what is in a folder without opening a coldkey", onDisk, async () => {
  const path = await Deno.makeTempDir();
  try {
    assert.deepEqual(await listWallets(join(path, "absent")), []);
    await writeWallet({ path, name: "b", coldkeySecret: other, hotkeySecret: secret });
    await writeWallet({ path, name: "b", hotkey: "second", hotkeySecret: other });
    await writeWallet({ path, name: "a", hotkeySecret: secret });
    // As older SDKs leave it: a plain hotkey without a public part, and one that is encrypted.
    await Deno.remove(walletFiles({ path, name: "a" }).hotkeyPublic);
    await Deno.writeTextFile(join(path, "a", "hotkeys", "locked"), "$NACLxxxx");
    await Deno.writeTextFile(join(path, "notes.txt"), "no wallet");
    await Deno.remove(walletFiles({ path, name: "b" }).coldkey);
    assert.deepEqual(await listWallets(path), [
      {
        name: "a",
        hotkeys: [{ name: "default", address: secret.address }, { name: "locked" }],
      },
      {
        name: "b",
        coldkey: other.address,
        hotkeys: [
          { name: "default", address: secret.address },
          { name: "second", address: other.address },
        ],
      },
    ]);
  } finally {
    await Deno.remove(path, { recursive: true });
  }
});

Deno.test("listWallets() leaves out what no flag can name", onDisk, async () => {
  const path = await Deno.makeTempDir();
  try {
    await writeWallet({ path, name: "a", coldkeySecret: other, hotkeySecret: secret });
    await Deno.mkdir(join(path, "x\ny"));
    await Deno.writeTextFile(join(path, "a", "hotkeys", "x\x1by"), "");
    assert.deepEqual(await listWallets(path), [
      {
        name: "a",
        coldkey: other.address,
        hotkeys: [{ name: "default", address: secret.address }],
      },
    ]);
  } finally {
    await Deno.remove(path, { recursive: true });
  }
});

Deno.test("walletFiles() refuses names that leave the wallet's folder or forge lines", () => {
  for (const name of ["..", "a/b", "a\\b", "", "x\ny", "x\0", "x\x7f", "x\x9b1m"]) {
    for (const [flag, location] of [["name", { name }], ["hotkey", { hotkey: name }]] as const) {
      assert.throws(() => walletFiles({ path: "/w", ...location }), (error: Error) => {
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, new RegExp(`^Cannot use --wallet\\.${flag} "`));
        return !/\p{Cc}/u.test(error.message);
      });
    }
  }
  assert.throws(() => walletFiles({ path: "/w", name: "x\ny" }), /name "x\\x0ay": it must be/);
  assert.ok(walletFiles({ path: "/w", name: "a wallet, é.1" }));
});
