/**
 * IP addresses as the chain stores them: one number and a version.
 *
 * @module
 */

/** An address as the chain stores it. */
export interface IpNumber {
  /** The whole address; IPv4 in the low 32 bits. */
  readonly value: bigint;
  /** IPv4 or IPv6. */
  readonly version: 4 | 6;
}

/** Returns the number of an address in text form, or nothing when it is none. */
export function toIpNumber(text: string): IpNumber | undefined {
  const v4 = toV4Number(text);
  if (v4 !== undefined) return { value: v4, version: 4 };
  const v6 = toV6Number(text);
  return v6 === undefined ? undefined : { value: v6, version: 6 };
}

/** Whether the chain takes an address in announcements. Source: Subtensor, `is_valid_ip_address`. */
export function isServable({ value, version }: IpNumber): boolean {
  return version === 4
    ? value !== 0xffff_ffffn && value !== 0x7f00_0001n
    : value !== 1n && value !== (1n << 128n) - 1n;
}

/** Returns the text form of a stored address; IPv6 without zero compression. */
export function fromIpNumber(value: bigint, version: number): string {
  if (version === 6) {
    return Array.from(
      { length: 8 },
      (_, group) => ((value >> BigInt(112 - group * 16)) & 0xffffn).toString(16),
    ).join(":");
  }
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join(".");
}

function toV4Number(text: string): bigint | undefined {
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text)) return undefined;
  const parts = text.split(".").map(Number);
  if (parts.some((part) => part > 255)) return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function toV6Number(text: string): bigint | undefined {
  if (!text.includes(":") || !URL.canParse(`http://[${text}]/`)) return undefined;
  // The URL parser writes every IPv6 form (dotted tail included) as groups with one "::" at most.
  const canonical = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  const [head, tail] = canonical.split("::");
  const groups = (part: string | undefined) => part ? part.split(":") : [];
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [
    ...groups(head),
    ...Array.from({ length: tail === undefined ? 0 : missing }, () => "0"),
    ...groups(tail),
  ];
  return all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}
