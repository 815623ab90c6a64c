/**
 * A language model small enough to be made here: which word follows which, as one ONNX `Gather`.
 *
 * It is genuine to whoever runs it: tokenizer, chat template, weights, sampling. So the path from
 * the instruction to the prompts is tested without downloading a model.
 *
 * @module
 */
import { join } from "node:path";

/** Which tokens may follow a token, all alike. */
const FOLLOWERS: Readonly<Record<string, readonly string[]>> = {
  "assistant:": ["-"],
  "-": ["a"],
  "a": ["red", "blue", "tall", "rusty", "tiny", "golden", "carved"],
  ...Object.fromEntries(
    ["red", "blue", "tall", "rusty", "tiny", "golden", "carved"].map((word) => [word, [
      "chair",
      "teapot",
      "robot",
      "lantern",
      "castle",
      "bicycle",
    ]]),
  ),
  ...Object.fromEntries(
    ["chair", "teapot", "robot", "lantern", "castle", "bicycle"].map((word) => [word, [
      "\n",
      "\n",
      "with",
    ]]),
  ),
  "with": ["two"],
  "two": ["wheels", "handles", "flags"],
  ...Object.fromEntries(["wheels", "handles", "flags"].map((word) => [word, ["\n"]])),
  "\n": ["-"],
};

const SPECIAL = ["[UNK]", "[EOS]"];
const VOCABULARY = [
  ...SPECIAL,
  ...new Set([...Object.keys(FOLLOWERS), ...Object.values(FOLLOWERS).flat()]),
];

/** Writes the model below a folder, as the hub lays it out; returns the model's name. */
export async function writeTinyLanguageModel(folder: string): Promise<string> {
  const name = "test/bigram";
  const model = join(folder, name);
  await Deno.mkdir(join(model, "onnx"), { recursive: true });
  const write = (file: string, value: unknown) =>
    Deno.writeTextFile(join(model, file), JSON.stringify(value));
  await write("config.json", {
    model_type: "gpt2",
    architectures: ["GPT2LMHeadModel"],
    n_layer: 0,
    n_head: 1,
    n_embd: 8,
    vocab_size: VOCABULARY.length,
    eos_token_id: 1,
  });
  await write("generation_config.json", { eos_token_id: 1 });
  await write("tokenizer_config.json", {
    tokenizer_class: "PreTrainedTokenizerFast",
    unk_token: "[UNK]",
    eos_token: "[EOS]",
    clean_up_tokenization_spaces: false,
    chat_template: "{% for message in messages %}{{ message.content }} {% endfor %}assistant:",
  });
  await write("tokenizer.json", {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: SPECIAL.map((content, id) => ({ id, content, special: true })),
    normalizer: null,
    pre_tokenizer: { type: "Split", pattern: { Regex: " +" }, behavior: "Removed", invert: false },
    post_processor: null,
    decoder: null,
    model: {
      type: "WordLevel",
      unk_token: "[UNK]",
      vocab: Object.fromEntries(VOCABULARY.map((token, id) => [token, id])),
    },
  });
  await Deno.writeFile(join(model, "onnx", "model.onnx"), encodeModel());
  return name;
}

/** Log-probabilities of the next token, one row per token. */
function logits(): Float32Array {
  const size = VOCABULARY.length;
  const table = new Float32Array(size * size).fill(-30);
  for (const [token, row] of VOCABULARY.map((token, id) => [token, id] as const)) {
    const followers = FOLLOWERS[token] ?? ["[EOS]"];
    for (const follower of followers) {
      const place = row * size + VOCABULARY.indexOf(follower);
      table[place] = Math.log(followers.filter((other) => other === follower).length);
    }
  }
  return table;
}

/** The protobuf of the ONNX model: `logits = Gather(table, input_ids)`. */
function encodeModel(): Uint8Array<ArrayBuffer> {
  const FLOAT = 1;
  const INT64 = 7;
  const size = VOCABULARY.length;
  const tensor = message(
    varint(1, size),
    varint(1, size),
    varint(2, FLOAT),
    text(8, "table"),
    bytes(9, new Uint8Array(logits().buffer)),
  );
  const value = (name: string, type: number, dimensions: readonly (string | number)[]) => {
    const shape = message(
      ...dimensions.map((dimension) =>
        bytes(1, message(typeof dimension === "number" ? varint(1, dimension) : text(2, dimension)))
      ),
    );
    const tensorType = message(varint(1, type), bytes(2, shape));
    return message(text(1, name), bytes(2, message(bytes(1, tensorType))));
  };
  const node = message(
    text(1, "table"),
    text(1, "input_ids"),
    text(2, "logits"),
    text(4, "Gather"),
  );
  const graph = message(
    bytes(1, node),
    text(2, "bigram"),
    bytes(5, tensor),
    bytes(11, value("input_ids", INT64, ["batch", "sequence"])),
    bytes(12, value("logits", FLOAT, ["batch", "sequence", size])),
  );
  return message(varint(1, 8), bytes(7, graph), bytes(8, message(varint(2, 13))));
}

function message(...fields: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(fields.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const field of fields) {
    joined.set(field, place);
    place += field.length;
  }
  return joined;
}

function number(value: number): Uint8Array {
  const digits: number[] = [];
  let rest = value;
  do {
    digits.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Uint8Array.from(digits);
}

function varint(field: number, value: number): Uint8Array {
  return message(number(field << 3), number(value));
}

function bytes(field: number, value: Uint8Array): Uint8Array {
  return message(number((field << 3) | 2), number(value.length), value);
}

function text(field: number, value: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(value));
}
