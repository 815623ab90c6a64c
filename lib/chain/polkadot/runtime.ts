/**
 * Runtime: how one version of the chain writes calls, storage and answers, read from its metadata.
 *
 * Nothing about layouts is assumed: field orders, argument lists and wrappings differ between the
 * versions of Subtensor, so every name is looked up here.
 *
 * @module
 */
import { expandMetadata, Metadata, TypeRegistry } from "@polkadot/types";
import type { Call, EventRecord } from "@polkadot/types/interfaces";
import type { Codec } from "@polkadot/types/types";
import { hexToBytes } from "@noble/hashes/utils.js";
import { toHex } from "../wallet/secret_key.ts";
import { toPlain } from "./plain_codec.ts";

/** Bytes as `0x` and hex digits. */
export type Hex = `0x${string}`;

/** Version of a runtime, as `state_getRuntimeVersion` answers. */
export interface RuntimeVersion {
  readonly specVersion: number;
  readonly transactionVersion: number;
}

/** An error that a pallet defines. */
export interface PalletError {
  readonly pallet: string;
  readonly name: string;
  readonly detail: string;
}

/**
 * Signed extensions of Subtensor that carry no bytes; without this list the library warns about
 * them. Source: metadata of specs 185 to 393.
 */
const EMPTY_EXTENSIONS = [
  "CheckNonZeroSender",
  "SubtensorSignedExtension",
  "SubtensorTransactionExtension",
  "CommitmentsSignedExtension",
  "SudoTransactionExtension",
  "CheckShieldedTxValidity",
  "DrandPriority",
];

/** One version of the chain's runtime. */
export class Runtime {
  readonly version: RuntimeVersion;
  readonly registry: TypeRegistry;
  readonly #expanded: ReturnType<typeof expandMetadata>;
  readonly #metadata: Metadata;

  /** @param metadata Metadata of version 14 or 15, beginning with `meta`. */
  constructor(metadata: Hex, version: RuntimeVersion) {
    this.version = version;
    this.registry = new TypeRegistry();
    this.#metadata = new Metadata(this.registry, metadata);
    const nothing = { extrinsic: {}, payload: {} };
    this.registry.setMetadata(
      this.#metadata,
      undefined,
      Object.fromEntries(EMPTY_EXTENSIONS.map((name) => [name, nothing])),
    );
    this.#expanded = expandMetadata(this.registry, this.#metadata);
  }

  /** Whether the runtime has a call; names as in the metadata: `SubtensorModule`, `set_weights`. */
  hasCall(pallet: string, name: string): boolean {
    return this.#expanded.tx[camel(pallet)]?.[camel(name)] !== undefined;
  }

  /** Names of a call's arguments, in order, as the metadata spells them. */
  argumentNames(pallet: string, name: string): string[] {
    const call = this.#expanded.tx[camel(pallet)]?.[camel(name)];
    return call?.meta.args.map((argument) => argument.name.toString()) ?? [];
  }

  /**
   * Makes a call. Arguments are given by name; ones that this runtime does not know are left out,
   * so that one caller serves runtimes with and without them.
   *
   * @throws {TypeError} When the runtime lacks the call or an argument was not given.
   */
  call(pallet: string, name: string, values: Readonly<Record<string, unknown>>): Call {
    const call = this.#expanded.tx[camel(pallet)]?.[camel(name)];
    if (!call) {
      throw new TypeError(`Spec ${this.version.specVersion} has no call ${pallet}.${name}`);
    }
    const given = call.meta.args.map((argument) => {
      const argumentName = argument.name.toString();
      if (!(argumentName in values)) {
        throw new TypeError(
          `Spec ${this.version.specVersion} asks for ${argumentName} in ${pallet}.${name}`,
        );
      }
      return values[argumentName];
    });
    return call(...given);
  }

  /** Whether the runtime has a storage item. */
  hasStorage(pallet: string, item: string): boolean {
    return this.#expanded.query[camel(pallet)]?.[camel(item)] !== undefined;
  }

  /** Returns the storage key of an item. @throws {TypeError} When the runtime lacks it. */
  storageKey(pallet: string, item: string, keys: readonly unknown[] = []): Hex {
    const entry = this.#storage(pallet, item);
    return this.registry.createType("StorageKey", [entry, keys]).toHex();
  }

  /** Decodes what is stored, or the item's default when nothing is. */
  decodeStorage(pallet: string, item: string, stored: Hex | null): unknown {
    const { meta } = this.#storage(pallet, item);
    if (stored === null && meta.modifier.isOptional) return undefined;
    const type = meta.type.isPlain ? meta.type.asPlain : meta.type.asMap.value;
    const bytes = stored === null ? meta.fallback.toU8a(true) : hexToBytes(stored.slice(2));
    return toPlain(this.#create(this.registry.createLookupType(type), bytes));
  }

  /** A constant of a pallet; nothing when the runtime lacks it. */
  constant(pallet: string, name: string): unknown {
    const found = this.#expanded.consts[camel(pallet)]?.[camel(name)];
    return found === undefined ? undefined : toPlain(found);
  }

  /** Name under which the registry knows the value type of a storage item. */
  storageTypeName(pallet: string, item: string): string {
    const { meta } = this.#storage(pallet, item);
    return this.registry.createLookupType(
      meta.type.isPlain ? meta.type.asPlain : meta.type.asMap.value,
    );
  }

  /** Whether the runtime answers a call of a runtime API: `NeuronInfoRuntimeApi`, `get_neurons`. */
  hasApi(api: string, method: string): boolean {
    return this.#api(api, method) !== undefined;
  }

  /** Encodes the arguments of a runtime API's call. */
  encodeApiArguments(api: string, method: string, values: readonly unknown[]): Hex {
    const found = this.#requireApi(api, method);
    const parts = found.inputs.map((input, at) =>
      this.registry.createTypeUnsafe(this.registry.createLookupType(input.type), [values[at]])
        .toU8a()
    );
    return toHex(concat(parts)) as Hex;
  }

  /**
   * Decodes the answer of a runtime API's call. Older runtimes wrap the value in bytes and do not
   * describe it: `whenBytes` names its type then.
   */
  decodeApiOutput(api: string, method: string, answer: Hex, whenBytes: string): unknown {
    const found = this.#requireApi(api, method);
    const type = this.registry.createLookupType(found.output);
    const outer = this.#create(type, hexToBytes(answer.slice(2)));
    if (this.registry.lookup.getTypeDef(found.output).type !== "Bytes") return toPlain(outer);
    return toPlain(this.#create(whenBytes, outer.toU8a(true)));
  }

  /** Decodes the events of a block. */
  decodeEvents(stored: Hex | null): EventRecord[] {
    const type = this.storageTypeName("System", "Events");
    if (stored === null) return [];
    const events = this.#create(type, hexToBytes(stored.slice(2)));
    return [...(events as unknown as Iterable<EventRecord>)];
  }

  /** Finds the error that a pallet's index and the error's index stand for. */
  palletError(palletIndex: number, errorBytes: Uint8Array): PalletError | undefined {
    try {
      const found = this.registry.findMetaError(
        {
          index: this.registry.createType("u8", palletIndex),
          error: this.registry.createType("u8", errorBytes[0]),
        } as unknown as Parameters<TypeRegistry["findMetaError"]>[0],
      );
      return {
        pallet: pascal(found.section),
        name: found.name,
        detail: found.docs.join(" ").trim(),
      };
    } catch {
      // Metadata without this error: the caller has nothing better than the numbers.
      return undefined;
    }
  }

  /** A new value of a type, decoded from all of its bytes. */
  #create(type: string, bytes: Uint8Array): Codec {
    return this.registry.createTypeUnsafe(type, [bytes]);
  }

  #storage(pallet: string, item: string) {
    const entry = this.#expanded.query[camel(pallet)]?.[camel(item)];
    if (!entry) throw new TypeError(`Spec ${this.version.specVersion} stores no ${pallet}.${item}`);
    return entry;
  }

  #api(api: string, method: string) {
    const found = this.#metadata.asLatest.apis.find(({ name }) => name.toString() === api);
    return found?.methods.find(({ name }) => name.toString() === method);
  }

  #requireApi(api: string, method: string) {
    const found = this.#api(api, method);
    if (!found) throw new TypeError(`Spec ${this.version.specVersion} answers no ${api}.${method}`);
    return found;
  }
}

/** `SubtensorModule` and `set_weights` become `subtensorModule` and `setWeights`. */
function camel(name: string): string {
  const joined = name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
