import { ConfigError } from "@threegen/domain";
import { granted } from "@threegen/service/testing";
import assert from "node:assert/strict";
import { join } from "node:path";
import { parseKeyfile, serializeKeyfile } from "./keyfile.ts";
import {
  decryptKeyfile,
  type DerivationCost,
  detectEncryption,
  encryptKeyfile,
} from "./keyfile_encryption.ts";
import { maskPassword, passwordVariable, unmaskPassword } from "./keyfile_password.ts";
import { loadHotkey } from "./load_wallet.ts";
import { DEV_PHRASE, secretFromPhrase } from "./secret_key.ts";
import { writeWallet } from "./write_wallet.ts";

const secret = secretFromPhrase(DEV_PHRASE);
const PASSWORD = "testpassword";
const bytes = (text: string) => new TextEncoder().encode(text);
const base64 = (text: string) =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
/** The real cost takes half a minute; whoever wants that too runs `deno task test:chain`. */
const CHEAP: DerivationCost = { naclPasses: 3, naclMemoryKiB: 8192, fernetRounds: 1000 };

// The same keyfile, encrypted by others: libsodium (PyNaCl 1.5.0), Python's cryptography 38.0.4,
// and ansible-vault (core 2.14). Those named "cheap" have the cost above.
const CHEAP_NACL =
  "JE5BQ0wAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhfPbEs+bAG7R8YW3to7oyRsO4cuev+9+AwBXLnrDRr0U2hf9umsQv1fmOxS239OaOo4hRJK86P/n+k3/NpHyIDZGqfIVARSxXr7e9KpHjgMkdjvRCioJ6SC+UffQvpsu3wjVYTz4BzP/ZKb3csjia9MqiEuOuq6VVw5/AIMABUXq2mJ0sx3jEqfWtYm5YOAwojtzK21X9rb167QW4eCmHgjtq+EfsdglzjDrAVceKS8zgPts/ZnfE4eNh2SkHnwMVf/OK9nXXj8f+cEizNuphi9ycvMqpetFAibjjWwoYxm2iE1o0iAUTU1doarcuArkZBnYfOJLA0acv1UQE9P9ST/4KcqLnPC4J5X8zonVOusexlB5khcDb+a6db1I4uWk9e2aXYI7S5XwyLzSGzs4JF5/lbRbeID2LBB0PXqU5XXz8RklGPMw70RJkNfSzetcMJdRAzpqv1vzMi1cnFkxpuxHAfZ6pO2ikuWzGw/Lx4sBX8JEpCS/rEX7EXUptkaIQpbp/fEmTlmS+KzHTKoSfN+eeMXpeeBwwuTdCSQ/L+XWgYDAQIUrA==";
const CHEAP_FERNET =
  "gAAAAABlU_EAAAECAwQFBgcICQoLDA0OD74PBkKQ1aREf4g0a_Y9l3b8L52d2JHen0Bk9747IR1SMN0e2ZJmEBDu0TLBbn8QTpVCSqo4aNhJgdvU4Cxio3lFSI4fj96yd4sqif6vy9GC1q9vmvKrhU--V-IdQe-mipBXfZkwzRwWxJeQ1VezvI9RebJSgMpz0tbiuOV-cKkpKUTbngrsAu9AofXFSkKOrTtJ3g24J0w-Oqk8Lv9l-gfFotymCxX8dLQX4kK4MUymGVqlLHvklSUe2G-Jz4O-XCXBXgtx7cV1nyN0W5GQyWdeN3ESCpPr9NvSZnBFa_8z-E2a9ciW9_uNfGPFdwUTk7rBgTMRO1gPMNvuKzIBS4CiHYnC7dxshrvOgslijeguX1vZNcLvHtTY6sYm-hxSPGZQFBuxk583LWn7GdaLPKk-6QtZcZCu45LaWsO2mq9s8O9IdSirAp0KOBo7qCUH2XqkZ7TIXNzRS_rRES_cFk_nWMzAL1SBAnFoQNnZ3UJHZl9h-DzLZ5S9jiOg6aDJ6P1cJ2XQ4SjAFGDMKq6gAGRJevPUqlZZv-tZNmqe-kaCjAF9ZUG0vwDC1AbIibTX17Nq23MKUSNcCJf7ONN6yPk=";
const REAL_NACL =
  "JE5BQ0wAAQIDBAUGBwgJCgsMDQ4PEBESExQVFheoU0KX7hTbpPo2glNS4VfO9+sQTA7IPJj+Z7IEZ1/nGptBFJkSmlcE9g5gX/X7eHV4ZRAT7vUQvd39LLGucl/nuzSDyzcQFcYTgVqL+MIb9trDJKmLz4VaP8vA7+n+OUlQYHfwCeznKoXYD4U19+YSTBsxO4qydabVCYMaRwrPlgbXssly6u6iJDei7adMQem8KbwSEzUBIv+MCxDtZWzSVzfZAa26tcZFh+x47rxdESvPEcdeqRrVtOENC5fODB8MBXaOSX/pZcqr30Z3ozopu0//YwMqeyoN8ikFTsmqIbH7vIHUgOX/lBYprqAMjh9Ym8QqBMB6gu/SNXDYayIz18ueblPD9wfgEP4g6oYE6EQFa/Ml8ca0Zd7Ygscq3ekwPavwutke41e0kYjNpAkdkgDHUDP64PqpRsrxsQnpmLAIBee6PamkbkIhW0fgSLocd3kdqO0tpYVzUV7r6ALEiJga2v/1XbblviO8m4zIjth1hN8nxATp6gMgJACE22aoptrMNlker4pPj1Crz58XTOy+iGDimjnEWmjTVTmIDYYkI+k6ww==";
const REAL_FERNET =
  "gAAAAABlU_EAAAECAwQFBgcICQoLDA0ODxhlARCbB_gNj2GNotwW3eY8xADdkyBM0hA80zYvWRdLmhXehdW7PZuF6pNbbZ5YUtT0Y8tT7VOEpqf_aNgfh4CrWw4zm7SUfmXZtcQvUhPHiSj8vH3ggodzx5kqs2DXb0Q6K_M2k1Jgrp9OvRCi9XeoWul5uRP2Csd2YcC_MWz-7rAyMv8pBf2b3SE_vo6Q7ujPZGcHBK2hyxyg3x17j8LqGR8iABqNGPUnEiM0SDtk78aEqjtxgsVESyEk49OZMi9BCduzoqmibJELyYiYhQN-ekDbQWxaiFvVm29p-stqNhOheIAuVFqUxRaPrG-DAiaHljf8tcxb7aOpVydUM72mirCCD1QBupfNT-KOJQTBh8fVnxxSayqyOX1Dd0XaTlKqsqAmLnZLFbABv97Gg7Kea-zPDQhsj-wwPF4BmBXrZl-ldmCHGZxACW_IjjR3HT69qOOqR4svfIWQwpOWhDZx8wVLVekHrAFspQhIUkU4RBqvEy-tD3dT3BoN82ROmWK3LBfdFzA5LJh7nqH9oR05ZQL0YavuKGTOG4QeNlJW9V9jrmVPQ4b810SveObIzOrF4XsIO-hi-Xd-X4yIQyE=";
const ANSIBLE = `$ANSIBLE_VAULT;1.1;AES256
38626133366365626535373363643264356635646233333336316533666332306539373366393732
3834653961666364613235306139373237396563343539390a303662643938643139393666316164
64313432613465373539313238316164623832393038646537666130353338363336333062313333
3566623134373135350a383031643930646436393335313135343130346236313864326433376533
33353734346637383830363435366439633933623931346364613164333733323937303733396264
61393338333034343035366631376438376530336363383534316136633636353839656266396434
37666138313864623332613936646238343630653564313033333335373334646130613933613261
32333864646136336463646538653430373966636364323236393932313333643263366133613762
39663162636238373234623030366434306663663562353633343435663233613233666438356134
37633432336561643935623466326536313035386166303434623434353430636161643866666364
62656665323232373232393565303038323539383263316462346432383163373630653463663030
65666561663832376532303030623661333931616662653464386132393538306361363234656561
33343732346535333638643133343539303362656363623363326334343864616238646264613438
62333764303933653031333466376261623565363639343062376365313233646462613137656337
64356435396433343130646365663634366235633566346365313436343132393738626361333635
62333938376136303363656364653032393836636139303334393063306534333963326533363532
63663866356461313536663137346135323261363136396335613930343465363830313864313437
31343862356661383035383236363765653730643065646539323261663261656465353463333766
38623231363133346336306632663931313638373530356433636533353235636234386530653236
34656134646530376163383766313062623861373537633534313637613665663935646362306565
62623039393263313765613930336263633237353532386434653832313364613165303865613736
64323238623736346135663066646638616162613639386134666164666436663939356633663731
38356339333232616165356564396231643463313561316136616138313833313965666562653065
36323534653633653866626535343439356666633261656437623266393666613235383238633037
3438
`;

for (
  const [what, content, cost] of [
    ["NaCl by libsodium", base64(CHEAP_NACL), CHEAP],
    ["Fernet by Python", bytes(CHEAP_FERNET), CHEAP],
    ["Ansible vault by ansible-vault", bytes(ANSIBLE), undefined],
  ] as const
) {
  Deno.test(`decryptKeyfile() opens a file encrypted as ${what}`, async () => {
    const text = await decryptKeyfile(content, PASSWORD, "/w/hotkey", cost);
    assert.equal(parseKeyfile(text, "/w/hotkey").address, secret.address);
  });

  Deno.test(`decryptKeyfile() refuses a wrong password and damage: ${what}`, async () => {
    const refused = (error: Error) =>
      error instanceof ConfigError &&
      /^Cannot decrypt keyfile \/w\/hotkey: the password is wrong or/.test(error.message);
    await assert.rejects(decryptKeyfile(content, "wrong", "/w/hotkey", cost), refused);
    const damaged = content.slice();
    // In the ciphertext; a hex digit or base64 letter stays one.
    const at = damaged.length - 60;
    damaged[at] = damaged[at] === 0x33 ? 0x34 : 0x33;
    await assert.rejects(decryptKeyfile(damaged, PASSWORD, "/w/hotkey", cost), refused);
    for (const length of [20, 60, content.length - 40]) {
      await assert.rejects(
        decryptKeyfile(content.slice(0, length), PASSWORD, "/w/hotkey", cost),
        refused,
        `cut to ${length} bytes`,
      );
    }
  });
}

// The gate of slow tests: set by `deno task test:chain`.
const isSlowWanted = granted("env") && Deno.env.get("THREEGEN_CHAIN_TESTS") === "1";

Deno.test(
  "decryptKeyfile() opens files of the SDK's real cost",
  { ignore: !isSlowWanted },
  async () => {
    for (const content of [base64(REAL_NACL), bytes(REAL_FERNET)]) {
      const text = await decryptKeyfile(content, PASSWORD, "/w/hotkey");
      assert.equal(parseKeyfile(text, "/w/hotkey").address, secret.address);
    }
  },
);

Deno.test("encryptKeyfile() then decryptKeyfile() gives the same keyfile", async () => {
  const content = await encryptKeyfile(serializeKeyfile(secret), "pässword", CHEAP);
  assert.equal(detectEncryption(content), "nacl");
  assert.equal(
    await decryptKeyfile(content, "pässword", "/w/hotkey", CHEAP),
    serializeKeyfile(secret),
  );
});

Deno.test("writeWallet() with a password writes a coldkey that decryptKeyfile() opens, mode 0600", {
  ignore: !granted("read", "write"),
}, async () => {
  const path = await Deno.makeTempDir();
  try {
    const wallet = { path, coldkeySecret: secret, hotkeySecret: secret };
    const { coldkey } = await writeWallet(wallet, { password: PASSWORD, cost: CHEAP });
    assert.equal((await Deno.stat(coldkey)).mode! & 0o777, 0o600);
    const content = await Deno.readFile(coldkey);
    assert.equal(detectEncryption(content), "nacl");
    const text = await decryptKeyfile(content, PASSWORD, coldkey, CHEAP);
    assert.equal(parseKeyfile(text, coldkey).address, secret.address);
    await assert.rejects(
      writeWallet(wallet, { password: PASSWORD, cost: CHEAP }),
      /another key is stored/,
    );
    assert.deepEqual(await Deno.readFile(coldkey), content);
  } finally {
    await Deno.remove(path, { recursive: true });
  }
});

Deno.test("encryptKeyfile() and decryptKeyfile() stop when their signal aborts", async () => {
  const stop = new AbortController();
  const { signal } = stop;
  const running = [
    encryptKeyfile("{}", PASSWORD, CHEAP, signal),
    decryptKeyfile(base64(CHEAP_NACL), PASSWORD, "/w/hotkey", CHEAP, signal),
    decryptKeyfile(bytes(ANSIBLE), PASSWORD, "/w/hotkey", CHEAP, signal),
  ];
  stop.abort();
  for (const { status, ...outcome } of await Promise.allSettled(running)) {
    assert.equal(status, "rejected");
    assert.equal("reason" in outcome && outcome.reason, signal.reason);
  }
});

Deno.test("detectEncryption() goes by the first bytes only", () => {
  assert.equal(detectEncryption(bytes("{}")), undefined);
  assert.equal(detectEncryption(new Uint8Array()), undefined);
  assert.equal(detectEncryption(bytes(ANSIBLE)), "ansible");
  assert.equal(detectEncryption(bytes(CHEAP_FERNET)), "fernet");
});

Deno.test("passwordVariable() and its mask are the SDK's", () => {
  const variable = passwordVariable("/root/.bittensor/wallets/w/hotkeys/h");
  assert.equal(variable, "BT_PW__ROOT__BITTENSOR_WALLETS_W_HOTKEYS_H");
  // "B" ^ "p" = 0x32, "T" ^ "w" = 0x23.
  assert.equal(maskPassword("pw", variable), btoa("\x32\x23"));
  assert.equal(unmaskPassword(maskPassword("pässword", variable), variable), "pässword");
  assert.equal(unmaskPassword("not base64!", variable), undefined);
});

Deno.test(
  "loadHotkey() opens an encrypted hotkey by its password, and says which variable to set",
  {
    ignore: !granted("read", "write", "env"),
  },
  async () => {
    const path = await Deno.realPath(await Deno.makeTempDir());
    const variable = passwordVariable(join(path, "w", "hotkeys", "h"));
    try {
      await Deno.mkdir(join(path, "w", "hotkeys"), { recursive: true });
      await Deno.writeTextFile(join(path, "w", "hotkeys", "h"), ANSIBLE);
      const location = { path, name: "w", hotkey: "h" };
      await assert.rejects(
        loadHotkey(location),
        (error: Error) => error.message.includes(variable),
      );
      assert.equal((await loadHotkey(location, { password: PASSWORD })).address, secret.address);
      Deno.env.set(variable, maskPassword(PASSWORD, variable));
      assert.equal((await loadHotkey(location)).address, secret.address);
    } finally {
      Deno.env.delete(variable);
      await Deno.remove(path, { recursive: true });
    }
  },
);

Deno.test("loadHotkey() behind a link takes the password of the path as given, then of the file", {
  ignore: !granted("read", "write", "env"),
}, async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  const given = passwordVariable(join(folder, "link", "w", "hotkeys", "h"));
  const resolved = passwordVariable(join(folder, "disk", "w", "hotkeys", "h"));
  try {
    await Deno.mkdir(join(folder, "disk", "w", "hotkeys"), { recursive: true });
    await Deno.writeTextFile(join(folder, "disk", "w", "hotkeys", "h"), ANSIBLE);
    await Deno.symlink(join(folder, "disk"), join(folder, "link"));
    const load = () => loadHotkey({ path: join(folder, "link"), name: "w", hotkey: "h" });
    await assert.rejects(load(), (error: Error) => error.message.includes(` ${given} as`));
    Deno.env.set(resolved, maskPassword(PASSWORD, resolved));
    assert.equal((await load()).address, secret.address);
    Deno.env.set(given, maskPassword("wrong", given));
    await assert.rejects(load(), /password is wrong|wrong password/);
    Deno.env.set(given, maskPassword(PASSWORD, given));
    Deno.env.delete(resolved);
    assert.equal((await load()).address, secret.address);
  } finally {
    Deno.env.delete(given);
    Deno.env.delete(resolved);
    await Deno.remove(folder, { recursive: true });
  }
});
