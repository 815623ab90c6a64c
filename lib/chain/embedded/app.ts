/**
 * The embedded chain behind HTTP.
 *
 * @module
 */
import { RequestError } from "@threegen/domain";
import type { Netuid, Uid } from "@threegen/domain";
import { createService, readJson } from "@threegen/service";
import type { Hono } from "hono";
import { isAddress } from "../wallet/ss58.ts";
import type { ChainDoor } from "./chain_door.ts";
import {
  AccountBody,
  HeadBody,
  HyperparametersBody,
  InclusionBody,
  MetagraphBody,
  WeightsBody,
} from "./contract.ts";
import { Extrinsic } from "./extrinsic.ts";

/** Returns the HTTP door of an embedded chain; every call through it must be signed. */
export function createChainApp(chain: ChainDoor): Hono {
  const app = createService({ name: "chain", version: "1.0.0" });
  app.get("/v1/head", async ({ json }) => json(HeadBody.encode(await chain.head())));
  app.get("/v1/accounts/:address", async ({ req, json }) => {
    const address = req.param("address");
    if (!isAddress(address)) {
      throw new RequestError("request/invalid", "Cannot read account: not an SS58 address");
    }
    return json(AccountBody.encode(await chain.account(address)));
  });
  app.get("/v1/subnets/:netuid/metagraph", async ({ req, json }) => {
    const { netuid, block, neurons } = await chain.metagraph(number(req.param("netuid")) as Netuid);
    return json(MetagraphBody.encode({ netuid, block, neurons: [...neurons] }));
  });
  app.get("/v1/subnets/:netuid/hyperparameters", async ({ req, json }) => {
    const rules = await chain.hyperparameters(number(req.param("netuid")) as Netuid);
    return json(HyperparametersBody.encode(rules));
  });
  app.get("/v1/subnets/:netuid/neurons/:uid/weights", async ({ req, json }) => {
    const weights = await chain.weightsOf(
      number(req.param("netuid")) as Netuid,
      number(req.param("uid")) as Uid,
    );
    return json(WeightsBody.encode(weights.map(([uid, weight]) => [uid, weight])));
  });
  app.post("/v1/extrinsics", async ({ req, json }) => {
    const extrinsic = await readJson(req.raw, Extrinsic);
    return json(InclusionBody.encode(await chain.submit(extrinsic)));
  });
  return app;
}

function number(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value > 65535) {
    throw new RequestError("request/invalid", `Cannot read request: "${text}" is no u16`);
  }
  return value;
}
