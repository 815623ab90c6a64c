import { ConfigError } from "@threegen/domain";
import assert from "node:assert/strict";
import { z } from "zod";
import { environmentName, flag, HelpRequested, helpText, parseFlags } from "./flags.ts";
import { granted } from "./testing/granted.ts";

const program = {
  name: "deno task miner",
  description: "Runs a miner.",
  flags: {
    "netuid": flag.count(17).describe("Subnet"),
    "wallet.name": flag.text("default").describe("Wallet"),
    "generation.endpoints": flag.urls("http://127.0.0.1:8093").describe("Generators"),
    "generation.quality_threshold": flag.number(0.6, 0, 1).describe("Lowest accepted score"),
    "telemetry.disabled": flag.on().describe("Send nothing"),
  },
  aliases: { "generation.endpoint": "generation.endpoints" },
} as const;

Deno.test("parseFlags() gives defaults when nothing is given", () => {
  const { flags } = parseFlags(program, []);
  assert.deepEqual(flags, {
    "netuid": 17,
    "wallet.name": "default",
    "generation.endpoints": ["http://127.0.0.1:8093"],
    "generation.quality_threshold": 0.6,
    "telemetry.disabled": false,
  });
});

Deno.test("parseFlags() takes dotted, dashed and underscored spellings alike", () => {
  for (const spelling of ["--wallet.name", "--wallet-name", "--wallet_name"]) {
    assert.equal(parseFlags(program, [spelling, "alice"]).flags["wallet.name"], "alice");
    assert.equal(parseFlags(program, [`${spelling}=bob`]).flags["wallet.name"], "bob");
  }
});

Deno.test("parseFlags() reads flags whose own name has dashes", () => {
  const dashed = {
    ...program,
    flags: { "max-body": flag.count(64), "dry-run": flag.on() },
    aliases: { "body-limit": "max-body" },
  };
  assert.deepEqual(parseFlags(dashed, ["--max-body", "5", "--dry_run"]).flags, {
    "max-body": 5,
    "dry-run": true,
  });
  assert.equal(parseFlags(dashed, ["--body-limit=7"]).flags["max-body"], 7);
});

Deno.test("parseFlags() takes fractions, lists, aliases and switches", () => {
  const { flags } = parseFlags(program, [
    "--generation.quality_threshold",
    "0.7",
    "--generation.endpoint",
    "http://a:1/",
    "http://b:2",
    "--telemetry.disabled",
  ]);
  assert.equal(flags["generation.quality_threshold"], 0.7);
  assert.deepEqual(flags["generation.endpoints"], ["http://a:1", "http://b:2"]);
  assert.equal(flags["telemetry.disabled"], true);
});

Deno.test("parseFlags() lets a flag win over the environment and that over the default", () => {
  const env = {
    BT_WALLET_NAME: "env",
    THREEGEN_NETUID: "3",
    THREEGEN_GENERATION_ENDPOINTS: "http://a:1,http://b:2",
    THREEGEN_TELEMETRY_DISABLED: "true",
  };
  const { flags } = parseFlags(program, ["--netuid", "5"], env);
  assert.equal(flags.netuid, 5);
  assert.equal(flags["wallet.name"], "env");
  assert.deepEqual(flags["generation.endpoints"], ["http://a:1", "http://b:2"]);
  assert.equal(flags["telemetry.disabled"], true);
});

Deno.test("parseFlags() names the flag and the value that does not fit, on one line", () => {
  const bad = [
    [["--generation.quality_threshold", "2"], /--generation.quality_threshold 2/],
    [["--generation.endpoints", "localhost:1"], /must begin with http/],
    [["--walet.name", "x"], /Did you mean --wallet.name/],
    [["stray"], /too many arguments/i],
  ] as const;
  for (const [argv, expected] of bad) {
    assert.throws(() => parseFlags(program, argv), (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, expected);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
  }
});

// The help is laid out for the terminal, whose settings come from the environment.
const help = { ignore: !granted("env") };

Deno.test("helpText() shows every flag with default and environment name", help, () => {
  const text = helpText(program);
  assert.match(text, /--generation\.quality_threshold <value>/);
  assert.match(text, /THREEGEN_GENERATION_QUALITY_THRESHOLD/);
  assert.match(text, /default: 0\.6/);
  assert.doesNotMatch(text, /--generation\.endpoint /);
});

Deno.test("parseFlags() throws HelpRequested for --help", help, () => {
  assert.throws(() => parseFlags(program, ["--help"]), HelpRequested);
});

Deno.test("environmentName() uses BT_ for flags shared with the Bittensor SDK", () => {
  assert.equal(environmentName("subtensor.chain_endpoint"), "BT_SUBTENSOR_CHAIN_ENDPOINT");
  assert.equal(environmentName("public_api.server_port"), "THREEGEN_PUBLIC_API_SERVER_PORT");
});

Deno.test("parseFlags() reads a switch that is turned off in the environment", () => {
  const switched = {
    ...program,
    flags: { "x": z.boolean().default(true).describe("x") },
    aliases: {},
  };
  assert.equal(parseFlags(switched, [], { THREEGEN_X: "0" }).flags.x, false);
});

Deno.test(
  "helpText() stays within 80 columns where words do, whatever the length of flags",
  help,
  () => {
    const text = helpText({
      ...program,
      flags: {
        ...program.flags,
        "task.synthetic.get_prompts.text_fetch_interval": flag.seconds(1800).describe(
          "Seconds between two fetches of prompts from the collector, which keeps them",
        ),
        "allow": z.array(z.string()).default([]).describe("Hotkeys that get in"),
      },
    });
    for (const line of text.split("\n")) {
      assert.ok(line.length <= 80 || !line.trim().includes(" "), line);
    }
    assert.match(
      text,
      /^ {2}--wallet\.name <value> +Wallet \(default: default\) \[BT_WALLET_NAME\]$/m,
    );
    assert.match(text, /^ {2}--task\.\S+ <value>\n {34}Seconds between two fetches/m);
    assert.match(text, /Hotkeys that get in \[THREEGEN_ALLOW\]$/m);
  },
);
