/**
 * Runtime: how one version of the chain writes calls, storage and answers, read from its metadata.
 *
 * Nothing about layouts is assumed: field orders, argument lists and wrappings differ between the
 * versions of Subtensor, so every name is looked up here.
 *
 * @module
 */
import { ApiPromise } from "@polkadot/api";
import type { Call, EventRecord } from "@polkadot/types/interfaces";
import type { Codec, Registry } from "@polkadot/types/types";
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
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

/** How a runtime asks its node; reads only. */
export type Ask = (method: string, parameters: readonly unknown[]) => Promise<unknown>;

/** One version of the chain's runtime. Make it with {@linkcode Runtime.open}. */
export class Runtime {
  readonly version: RuntimeVersion;
  readonly #api: ApiPromise;

  private constructor(api: ApiPromise, version: RuntimeVersion) {
    this.#api = api;
    this.version = version;
  }

  /**
   * Opens the runtime of a block.
   *
   * `ApiPromise` reads the metadata and makes calls, keys and types of it. It is given no
   * connection of its own: connections, failover and repeats are those of whoever asks, and one
   * runtime never changes under its user, so an upgrade is a new runtime.
   *
   * @throws {Error} What asking throws, or the library when the metadata cannot be read.
   * @throws {TypeError} When it is the metadata of no Bittensor chain.
   */
  static async open(ask: Ask, hash: Hex, version: RuntimeVersion): Promise<Runtime> {
    const nothing = { extrinsic: {}, payload: {} };
    const { promise: failed, reject: fail } = Promise.withResolvers<never>();
    let hasNewMetadata = false;
    // A failure ends the opening, so the library never hears of it: it would print it, and make do
    // with older metadata, which does not describe runtime APIs.
    const askOrFail: Ask = async (method, parameters) => {
      try {
        if (hasNewMetadata && method === "state_getMetadata") {
          throw new TypeError("Its metadata does not decode");
        }
        hasNewMetadata ||= parameters[0] === "Metadata_metadata_at_version";
        return await ask(method, parameters);
      } catch (error) {
        fail(error);
        return await new Promise(() => {});
      }
    };
    const api = new ApiPromise({
      provider: new PinnedProvider(askOrFail, hash),
      noInitWarn: true,
      signedExtensions: Object.fromEntries(EMPTY_EXTENSIONS.map((name) => [name, nothing])),
    });
    await Promise.race([api.isReadyOrError, failed]);
    if (api.query.subtensorModule === undefined) {
      throw new TypeError(`spec ${version.specVersion} has no pallet SubtensorModule`);
    }
    return new Runtime(api, version);
  }

  /** What the runtime's types are known to. */
  get registry(): Registry {
    return this.#api.registry;
  }

  /** Whether the runtime has a call; names as in the metadata: `SubtensorModule`, `set_weights`. */
  hasCall(pallet: string, name: string): boolean {
    return this.#api.tx[camel(pallet)]?.[camel(name)] !== undefined;
  }

  /** Names of a call's arguments, in order, as the metadata spells them. */
  argumentNames(pallet: string, name: string): string[] {
    const call = this.#api.tx[camel(pallet)]?.[camel(name)];
    return call?.meta.args.map((argument) => argument.name.toString()) ?? [];
  }

  /**
   * Makes a call. Arguments are given by name; ones that this runtime does not know are left out,
   * so that one caller serves runtimes with and without them.
   *
   * @throws {TypeError} When the runtime lacks the call or an argument was not given.
   */
  call(pallet: string, name: string, values: Readonly<Record<string, unknown>>): Call {
    const call = this.#api.tx[camel(pallet)]?.[camel(name)];
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
    return call(...given).method as Call;
  }

  /** Whether the runtime has a storage item. */
  hasStorage(pallet: string, item: string): boolean {
    return this.#api.query[camel(pallet)]?.[camel(item)] !== undefined;
  }

  /** Returns the storage key of an item. @throws {TypeError} When the runtime lacks it. */
  storageKey(pallet: string, item: string, keys: readonly unknown[] = []): Hex {
    return this.#storage(pallet, item).key(...keys) as Hex;
  }

  /** Decodes what is stored, or the item's default when nothing is. */
  decodeStorage(pallet: string, item: string, stored: Hex | null): unknown {
    const { meta } = this.#storage(pallet, item).creator;
    if (stored === null && meta.modifier.isOptional) return undefined;
    const type = meta.type.isPlain ? meta.type.asPlain : meta.type.asMap.value;
    const bytes = stored === null ? meta.fallback.toU8a(true) : hexToBytes(stored.slice(2));
    return toPlain(this.#create(this.registry.createLookupType(type), bytes));
  }

  /** A constant of a pallet; nothing when the runtime lacks it. */
  constant(pallet: string, name: string): unknown {
    const found = this.#api.consts[camel(pallet)]?.[camel(name)];
    return found === undefined ? undefined : toPlain(found);
  }

  /** Name under which the registry knows the value type of a storage item. */
  storageTypeName(pallet: string, item: string): string {
    const { meta } = this.#storage(pallet, item).creator;
    return this.registry.createLookupType(
      meta.type.isPlain ? meta.type.asPlain : meta.type.asMap.value,
    );
  }

  /** Whether the runtime answers a call of a runtime API: `NeuronInfoRuntimeApi`, `get_neurons`. */
  hasApi(api: string, method: string): boolean {
    return this.#api.call[camel(api)]?.[camel(method)] !== undefined;
  }

  /** Encodes the arguments of a runtime API's call. */
  encodeApiArguments(api: string, method: string, values: readonly unknown[]): Hex {
    const { params } = this.#requireApi(api, method);
    const parts = params.map(({ type }, at) =>
      this.registry.createTypeUnsafe(type, [values[at]]).toU8a()
    );
    return toHex(concatBytes(...parts)) as Hex;
  }

  /**
   * Decodes the answer of a runtime API's call. Older runtimes wrap the value in bytes and do not
   * describe it: `whenBytes` names its type then.
   */
  decodeApiOutput(api: string, method: string, answer: Hex, whenBytes: string): unknown {
    const { type } = this.#requireApi(api, method);
    const outer = this.#create(type, hexToBytes(answer.slice(2)));
    return toPlain(type === "Bytes" ? this.#create(whenBytes, outer.toU8a(true)) : outer);
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
        } as unknown as Parameters<Registry["findMetaError"]>[0],
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

  /** A new value of a type. @throws {RangeError} When it takes fewer or more bytes than these. */
  #create(type: string, bytes: Uint8Array): Codec {
    const value = this.registry.createTypeUnsafe(type, [bytes]);
    // The library fills up what is missing with zeros and leaves out what is too much.
    const sizeBytes = value.initialU8aLength || value.encodedLength;
    if (sizeBytes !== bytes.length) {
      throw new RangeError(`${type} takes ${sizeBytes} bytes, not ${bytes.length}`);
    }
    return value;
  }

  #storage(pallet: string, item: string) {
    const entry = this.#api.query[camel(pallet)]?.[camel(item)];
    if (!entry) throw new TypeError(`Spec ${this.version.specVersion} stores no ${pallet}.${item}`);
    return entry;
  }

  #requireApi(api: string, method: string) {
    const found = this.#api.call[camel(api)]?.[camel(method)];
    if (!found) throw new TypeError(`Spec ${this.version.specVersion} answers no ${api}.${method}`);
    // The declarations leave out what every decorated call carries.
    return (found as unknown as { readonly meta: ApiMeta }).meta;
  }
}

/** Types of a runtime API's call, as the registry knows them. */
interface ApiMeta {
  readonly params: readonly { readonly type: string }[];
  readonly type: string;
}

/** Answers a library that wants a connection, always for the same block. */
class PinnedProvider implements ProviderInterface {
  readonly hasSubscriptions = false;
  readonly isClonable = false;
  readonly isConnected = true;
  readonly #ask: Ask;
  readonly #hash: Hex;

  constructor(ask: Ask, hash: Hex) {
    this.#ask = ask;
    this.#hash = hash;
  }

  send<T>(method: string, parameters: unknown[]): Promise<T> {
    const isPinned = (method === "state_call" && parameters.length === 2) ||
      ((method === "state_getMetadata" || method === "state_getRuntimeVersion") &&
        parameters.length === 0);
    return this.#ask(method, isPinned ? [...parameters, this.#hash] : parameters) as Promise<T>;
  }

  clone(): ProviderInterface {
    return this;
  }

  connect(): Promise<void> {
    return Promise.resolve();
  }

  disconnect(): Promise<void> {
    return Promise.resolve();
  }

  on(): () => void {
    return () => {};
  }

  subscribe(): Promise<number> {
    return Promise.reject(new TypeError("A pinned provider has no subscriptions"));
  }

  unsubscribe(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

type ProviderInterface = NonNullable<
  NonNullable<ConstructorParameters<typeof ApiPromise>[0]>["provider"]
>;

/** `SubtensorModule` and `set_weights` become `subtensorModule` and `setWeights`. */
function camel(name: string): string {
  const joined = name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
