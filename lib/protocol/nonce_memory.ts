/**
 * Nonce memory: the last nonce of every endpoint, in bounded memory that never opens a replay.
 *
 * An endpoint is one hotkey and one uuid. Each has a rank: a number that its owner signed, that a
 * later endpoint has a higher one of, and that a replay cannot change. The rule that everything
 * here keeps:
 *
 *   What was remembered once is either remembered still, or its rank is at or below a floor, and
 *   who is not remembered must rank above both floors: the hotkey's own and the one of all.
 *
 * A hotkey with too many endpoints forgets its own only, and raises only its own floor: nobody
 * harms another. The floor of all rises only when there are too many hotkeys.
 *
 * Endpoints whose call is in flight are never forgotten. Those of a caller who is not to be
 * remembered are gone when its last call in flight has ended, without a trace: so one who may make
 * as many hotkeys as he likes takes up no lasting memory.
 *
 * @module
 */
import { RequestError, UnavailableError } from "@threegen/domain";

/** Below every rank. */
const NO_FLOOR = -1n;

interface Endpoint {
  nonce: bigint;
  callsInFlight: number;
  /** Whether a call of it was one to remember. */
  isKept: boolean;
}

/** What is remembered of one hotkey; endpoints in order of last use. */
interface Owner {
  floor: bigint;
  callsInFlight: number;
  readonly endpoints: Map<string, Endpoint>;
}

/** Bounds of a {@linkcode NonceMemory}. */
export interface NonceMemoryOptions {
  /** Most hotkeys. */
  readonly capacity: number;
  /** Most endpoints of one hotkey, and most of its calls in flight. */
  readonly endpointsPerHotkey: number;
  /** Rank that everybody must exceed from the start. @default {none} */
  readonly floor?: bigint;
  /** Returns the rank of an endpoint with this last nonce. */
  readonly rankOf: (uuid: string, nonce: bigint) => bigint;
}

/** Remembers the last nonce of every endpoint. */
export class NonceMemory {
  readonly #options: NonceMemoryOptions;
  /** In order of last use. */
  readonly #owners = new Map<string, Owner>();
  #floor: bigint;

  constructor(options: NonceMemoryOptions) {
    this.#options = options;
    this.#floor = options.floor ?? NO_FLOOR;
  }

  /** How many endpoints are remembered. */
  get size(): number {
    let size = 0;
    for (const { endpoints } of this.#owners.values()) size += endpoints.size;
    return size;
  }

  /** The last nonce of an endpoint; undefined when it is not remembered. */
  last(hotkey: string, uuid: string): bigint | undefined {
    return this.#owners.get(hotkey)?.endpoints.get(uuid)?.nonce;
  }

  /** The rank that an endpoint of a hotkey must exceed when it is not remembered. */
  floorOf(hotkey: string): bigint {
    const own = this.#owners.get(hotkey)?.floor ?? NO_FLOOR;
    return own > this.#floor ? own : this.#floor;
  }

  /**
   * Remembers a nonce for as long as its call is in flight at least.
   *
   * @returns Ends the call. With `isToKeep` the endpoint stays; otherwise it stays only if
   * another call of it was kept or is in flight.
   * @throws {RequestError} 429 when the hotkey has too many calls in flight.
   * @throws {UnavailableError} When all hotkeys have some.
   */
  put(hotkey: string, uuid: string, nonce: bigint): (isToKeep: boolean) => void {
    const owner = this.#owners.get(hotkey) ?? this.#newOwner();
    if (owner.callsInFlight >= this.#options.endpointsPerHotkey) {
      throw new RequestError("protocol/rate", "Too many calls at once from this hotkey; wait", {
        status: 429,
      });
    }
    const endpoint = owner.endpoints.get(uuid) ?? this.#newEndpoint(owner);
    endpoint.nonce = nonce;
    endpoint.callsInFlight++;
    owner.callsInFlight++;
    // Deleting first moves both to the end, so that the maps stay in order of last use.
    owner.endpoints.delete(uuid);
    owner.endpoints.set(uuid, endpoint);
    this.#owners.delete(hotkey);
    this.#owners.set(hotkey, owner);
    return (isToKeep) => {
      owner.callsInFlight--;
      endpoint.callsInFlight--;
      endpoint.isKept ||= isToKeep;
      if (endpoint.callsInFlight > 0 || endpoint.isKept) return;
      owner.endpoints.delete(uuid);
      if (owner.endpoints.size === 0 && owner.floor === NO_FLOOR) this.#owners.delete(hotkey);
    };
  }

  /** Makes room by forgetting one; there is one to forget, for fewer calls are in flight. */
  #newEndpoint(owner: Owner): Endpoint {
    if (owner.endpoints.size >= this.#options.endpointsPerHotkey) {
      const [uuid, { nonce }] = owner.endpoints.entries()
        .find(([, { callsInFlight }]) => callsInFlight === 0)!;
      owner.endpoints.delete(uuid);
      owner.floor = greater(owner.floor, this.#options.rankOf(uuid, nonce));
    }
    return { nonce: NO_FLOOR, callsInFlight: 0, isKept: false };
  }

  #newOwner(): Owner {
    const owner = { floor: NO_FLOOR, callsInFlight: 0, endpoints: new Map<string, Endpoint>() };
    if (this.#owners.size < this.#options.capacity) return owner;
    for (const [hotkey, { floor, callsInFlight, endpoints }] of this.#owners) {
      if (callsInFlight > 0) continue;
      this.#owners.delete(hotkey);
      this.#floor = greater(this.#floor, floor);
      for (const [uuid, { nonce }] of endpoints) {
        this.#floor = greater(this.#floor, this.#options.rankOf(uuid, nonce));
      }
      return owner;
    }
    throw new UnavailableError(
      "protocol/busy",
      "Cannot take call: too many callers at once; try again later",
    );
  }
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
