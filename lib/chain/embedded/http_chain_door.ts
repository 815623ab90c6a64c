/**
 * The embedded chain of another process, over HTTP.
 *
 * @module
 */
import { ChainError, type Netuid, type Uid, UnavailableError } from "@threegen/domain";
import { callService, type Fetch } from "@threegen/service";
import type { z } from "zod";
import type { Hyperparameters, Inclusion, Metagraph } from "../subtensor.ts";
import type { Account, ChainDoor, Head } from "./chain_door.ts";
import {
  AccountBody,
  HeadBody,
  HyperparametersBody,
  InclusionBody,
  MetagraphBody,
  WeightsBody,
} from "./contract.ts";
import type { Extrinsic } from "./extrinsic.ts";

/** How the chain is reached. */
export interface HttpChainDoorOptions {
  /** `http://host:port`. */
  readonly endpoint: string;
  /** Longest wait for one answer, in milliseconds. @default {10000} */
  readonly timeoutMs?: number;
  /** @default {globalThis.fetch} */
  readonly fetch?: Fetch;
}

/** A {@linkcode ChainDoor} over HTTP. */
export class HttpChainDoor implements ChainDoor {
  readonly #endpoint: string;
  readonly #timeoutMs: number;
  readonly #fetch: Fetch;

  constructor({ endpoint, timeoutMs = 10_000, fetch = globalThis.fetch }: HttpChainDoorOptions) {
    this.#endpoint = endpoint.replace(/\/+$/, "");
    this.#timeoutMs = timeoutMs;
    this.#fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (response.status === 422) await throwRefusal(response);
      return response;
    };
  }

  head(signal?: AbortSignal): Promise<Head> {
    return this.#call("/v1/head", HeadBody, "read head", { signal });
  }

  account(address: string, signal?: AbortSignal): Promise<Account> {
    return this.#call(`/v1/accounts/${address}`, AccountBody, "read account", { signal });
  }

  metagraph(netuid: Netuid, signal?: AbortSignal): Promise<Metagraph> {
    const path = `/v1/subnets/${netuid}/metagraph`;
    return this.#call(path, MetagraphBody, "read metagraph", { signal });
  }

  hyperparameters(netuid: Netuid, signal?: AbortSignal): Promise<Hyperparameters> {
    const path = `/v1/subnets/${netuid}/hyperparameters`;
    return this.#call(path, HyperparametersBody, "read hyperparameters", { signal });
  }

  weightsOf(
    netuid: Netuid,
    uid: Uid,
    signal?: AbortSignal,
  ): Promise<readonly (readonly [Uid, number])[]> {
    const path = `/v1/subnets/${netuid}/neurons/${uid}/weights`;
    return this.#call(path, WeightsBody, "read weights", { signal });
  }

  submit(extrinsic: Extrinsic, signal?: AbortSignal): Promise<Inclusion> {
    return this.#call("/v1/extrinsics", InclusionBody, "submit call", { signal, extrinsic });
  }

  #call<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    what: string,
    { signal, extrinsic }: { signal?: AbortSignal | undefined; extrinsic?: Extrinsic },
  ): Promise<z.output<Schema>> {
    const init: RequestInit = extrinsic === undefined ? {} : {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(extrinsic),
    };
    const options = { what, timeoutMs: this.#timeoutMs, signal, fetch: this.#fetch };
    return callService(`${this.#endpoint}${path}`, init, options, async (response) => {
      const result = schema.safeDecode(await response.json());
      if (result.success) return result.data;
      throw new UnavailableError(
        "chain/unreadable",
        `Cannot ${what}: ${this.#endpoint} does not answer as an embedded chain does`,
        { cause: result.error },
      );
    });
  }
}

/** Throws the chain's own refusal when the answer carries one. */
async function throwRefusal(response: Response): Promise<void> {
  const problem = await response.clone().json().catch(() => ({})) as Record<string, unknown>;
  const { code, detail } = problem;
  if (typeof code !== "string" || !code.startsWith("chain/")) return;
  await response.body?.cancel();
  const name = code.slice("chain/".length);
  throw new ChainError(name, typeof detail === "string" ? detail : `The chain refused: ${name}`);
}
