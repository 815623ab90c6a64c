/**
 * What an axon looks like from outside: reachable, speaking, proving who it is, strict, on time.
 *
 * @module
 */
import { LOCAL_AXON_IP } from "@threegen/chain";
import { type Signer, verifySignature } from "@threegen/chain/wallet";
import { SubnetError } from "@threegen/domain";
import {
  type CallHeaders,
  parseCallHeaders,
  replyMessage,
  signatureFromHex,
} from "@threegen/protocol";
import { Ping } from "@threegen/protocol/axon";
import { AxonRefusedError, type AxonTarget, Dendrite } from "@threegen/protocol/dendrite";
import type { Clock, Fetch } from "@threegen/service";

/** `fail` is what keeps neurons from talking to it, `warn` what they should know. */
export type FindingLevel = "ok" | "warn" | "fail";

/** One thing that was looked at. */
export interface Finding {
  readonly name: "reachable" | "protocol" | "identity" | "strict" | "clock";
  readonly level: FindingLevel;
  /** What was seen, and the remedy where there is one. */
  readonly text: string;
}

/** How to look. */
export interface AxonReportOptions {
  readonly target: AxonTarget;
  /** Who asks: a registered hotkey, or any key to see how strangers are met. */
  readonly signer: Signer;
  readonly clock: Clock;
  /** Longest wait for each answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly fetch?: Fetch;
}

/** Clocks further apart than this make a careful axon refuse calls. Source: the SDK's 4 s. */
const CLOCK_TOLERANCE_SECONDS = 4;

/** One exchange: what the answer's status and headers said, and when it was under way. */
interface Exchange {
  readonly status: number;
  readonly headers: CallHeaders;
  /** Value of the `date` header, UNIX milliseconds. */
  readonly date: number;
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** Looks at an axon; findings in order, ending early when nothing answers. */
export async function inspectAxon(options: AxonReportOptions): Promise<Finding[]> {
  const { target, signer, clock, timeoutMs, signal, fetch = globalThis.fetch } = options;
  const exchanges: Exchange[] = [];
  const recording = (change: (init: RequestInit) => RequestInit): Fetch => async (input, init) => {
    const sentAt = clock.now();
    const response = await fetch(input, change(init ?? {}));
    exchanges.push({
      status: response.status,
      headers: headersOf(response),
      date: Date.parse(response.headers.get("date") ?? ""),
      sentAt,
      receivedAt: clock.now(),
    });
    return response;
  };
  const ping = async (
    change: (init: RequestInit) => RequestInit,
  ): Promise<SubnetError | undefined> => {
    await using dendrite = new Dendrite({
      signer,
      clock,
      fetch: recording(change),
      // As neurons of a local network do: such an axon may bind 127.0.0.1 only.
      ...(target.ip === LOCAL_AXON_IP ? { externalIp: target.ip } : {}),
    });
    try {
      await dendrite.call(target, Ping, {}, { timeoutMs, signal });
      return undefined;
    } catch (error) {
      if (error instanceof SubnetError) return error;
      throw error;
    }
  };

  const refusal = await ping((init) => init);
  const signed = exchanges.at(0);
  if (signed === undefined) {
    return [{ name: "reachable", level: "fail", text: `${refusal?.message}; is the port open?` }];
  }
  const findings: Finding[] = [{
    name: "reachable",
    level: "ok",
    text: `${target.ip}:${target.port} answered in ${signed.receivedAt - signed.sentAt} ms`,
  }];
  findings.push(protocolFinding(signed, refusal));
  if (!isAxon(signed)) return findings;
  findings.push(identityFinding(signed, options));
  await ping((init) => ({ ...init, headers: unsigned(init.headers) }));
  const stranger = exchanges.at(1);
  findings.push(strictFinding(stranger), clockFinding(stranger ?? signed));
  return findings;
}

/** What the headers say: nothing when they do not read, which the call's own refusal tells. */
function headersOf({ headers }: Response): CallHeaders {
  try {
    return parseCallHeaders(headers);
  } catch {
    return { timeoutSeconds: 0, axon: {}, dendrite: {} };
  }
}

function isAxon({ headers: { axon } }: Exchange): boolean {
  return axon.version !== undefined || axon.statusCode !== undefined;
}

function protocolFinding(exchange: Exchange, refusal: SubnetError | undefined): Finding {
  const { version } = exchange.headers.axon;
  const as = `as ${version === undefined ? "an axon of unknown version" : versionText(version)}`;
  if (!isAxon(exchange)) {
    return {
      name: "protocol",
      level: "fail",
      text: `something else answered: ${refusal?.message}`,
    };
  }
  if (refusal === undefined) return { name: "protocol", level: "ok", text: `ping answered ${as}` };
  if (refusal instanceof AxonRefusedError && refusal.status === 403) {
    return {
      name: "protocol",
      level: "ok",
      text:
        `ping refused ${as}: it does not welcome this hotkey; use a registered one (--wallet.name)`,
    };
  }
  return { name: "protocol", level: "fail", text: `ping failed ${as}: ${refusal.message}` };
}

function identityFinding({ headers }: Exchange, options: AxonReportOptions): Finding {
  const { hotkey, nonce, uuid, signature } = headers.axon;
  const expected = options.target.hotkey;
  const finding = (level: FindingLevel, text: string): Finding => ({
    name: "identity",
    level,
    text,
  });
  if (hotkey !== undefined && hotkey !== expected) {
    return finding("fail", `it says it is ${hotkey}, not ${expected}`);
  }
  if (nonce === undefined || uuid === undefined || signature === undefined) {
    return finding("warn", `the answer is not signed, so nothing proves that this is ${expected}`);
  }
  const message = replyMessage({
    nonce,
    dendriteHotkey: options.signer.address,
    axonHotkey: expected,
    uuid,
  });
  const bytes = signatureFromHex(signature);
  return bytes !== undefined && verifySignature(message, bytes, expected)
    ? finding("ok", `answer signed by ${expected}`)
    : finding("fail", `the answer's signature is not by ${expected}`);
}

function strictFinding(exchange: Exchange | undefined): Finding {
  const finding = (level: FindingLevel, text: string): Finding => ({ name: "strict", level, text });
  if (exchange === undefined) return finding("warn", "an unsigned call got no answer");
  return exchange.status === 200
    ? finding("warn", "it answers unsigned calls: anybody may speak as any hotkey")
    : finding("ok", `an unsigned call is refused with ${exchange.status}`);
}

/**
 * The nonce of an answer is its clock in nanoseconds, unless the SDK is older than 7.2. That of a
 * proven caller's answer may be as old as its signature, which axons may use again for a minute, so
 * the answer to an unsigned call tells the time, or else the `date` header.
 */
function clockFinding({ headers, date, sentAt, receivedAt }: Exchange): Finding {
  const isFresh = headers.axon.signature === undefined || Number.isNaN(date);
  const nonceMs = isFresh ? Number((headers.axon.nonce ?? 0n) / 1_000_000n) : 0;
  const isTime = nonceMs > 1e12;
  const finding = (level: FindingLevel, text: string): Finding => ({ name: "clock", level, text });
  if (!isTime && Number.isNaN(date)) return finding("warn", "the answer does not tell the time");
  // The `date` header counts whole seconds, so on average it is half a second behind.
  const theirs = isTime ? nonceMs : date + 500;
  const ahead = (theirs - (sentAt + receivedAt) / 2) / 1000;
  const text = `${Math.abs(ahead).toFixed(1)} s ${ahead < 0 ? "behind" : "ahead of"} this machine`;
  return Math.abs(ahead) < CLOCK_TOLERANCE_SECONDS ? finding("ok", text) : finding(
    "fail",
    `${text}; one of the two clocks is wrong, and calls will be refused (use NTP)`,
  );
}

/** Leaves the signature out of a call. */
function unsigned(init: HeadersInit | undefined): Headers {
  const headers = new Headers(init);
  headers.delete("bt_header_dendrite_signature");
  return headers;
}

/** Writes 10002000 as "SDK 10.2.0"; before 7.2 the digits were 100, 10 and 1. */
function versionText(version: number): string {
  const [base, digits] = version >= 1_000_000 ? [1_000_000, 1000] : [100, 10];
  const [major, minor, patch] = [
    Math.floor(version / base),
    Math.floor(version / digits) % digits,
    version % digits,
  ];
  return `SDK ${major}.${minor}.${patch}`;
}
