import { bytesToNumberLE, numberToBytesLE } from "@noble/curves/utils.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { join } from "node:path";
import { parseKeyfile, serializeKeyfile, serializePublicKeyfile } from "./keyfile.ts";
import { listWallets } from "./list_wallets.ts";
import { loadColdkeyAddress, loadHotkey } from "./load_wallet.ts";
import { walletFiles } from "./location.ts";
import { DEV_PHRASE, secretFromPhrase, secretFromUri, toHex } from "./secret_key.ts";
import { verifySignature } from "./signer.ts";
import { writeHotkey, writeWallet } from "./write_wallet.ts";

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

Deno.test("parseKeyfile() reads a private key stored as the bare scalar", () => {
  const scalar = bytesToNumberLE(secret.privateKey.subarray(0, 32)) >> 3n;
  const bare = concatBytes(numberToBytesLE(scalar, 32), secret.privateKey.subarray(32));
  const keyfile = read({ privateKey: toHex(bare), ss58Address: secret.address });
  assert.equal(toHex(keyfile.secret!.privateKey), toHex(secret.privateKey));
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
    await writeHotkey({ path, name: "b", hotkey: "second" }, other);
    await writeHotkey({ path, name: "a" }, secret);
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

Deno.test("walletFiles() refuses names that leave the wallet's folder", () => {
  for (const name of ["..", "a/b", ""]) {
    assert.throws(() => walletFiles({ path: "/w", name }), /wallet\.name/);
  }
});
