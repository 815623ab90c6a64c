/**
 * Turns decoded SCALE values into plain JavaScript, so that a schema can check them.
 *
 * Integers up to 32 bits become numbers, larger ones bigints; accounts become SS58 text; `Option`
 * becomes the value or undefined; bytes become `Uint8Array`; an enum becomes `{ variant, value }`.
 *
 * @module
 */
import {
  Bool,
  Compact,
  Enum,
  GenericAccountId,
  Int,
  Option,
  Raw,
  Struct,
  Text,
  Tuple,
  UInt,
  Vec,
  VecFixed,
} from "@polkadot/types";
import type { Codec } from "@polkadot/types/types";

/** Returns the plain value of a codec. */
export function toPlain(codec: Codec): unknown {
  if (codec instanceof Compact) return toPlain(codec.unwrap() as Codec);
  if (codec instanceof Option) return codec.isNone ? undefined : toPlain(codec.unwrap());
  if (codec instanceof UInt || codec instanceof Int) {
    return codec.bitLength() <= 32 ? codec.toNumber() : codec.toBigInt();
  }
  if (codec instanceof Bool) return codec.isTrue;
  if (codec instanceof GenericAccountId) return codec.toString();
  if (codec instanceof Struct) {
    return Object.fromEntries([...codec.entries()].map(([name, value]) => [name, toPlain(value)]));
  }
  if (codec instanceof Enum) return { variant: codec.type, value: toPlain(codec.inner) };
  if (codec instanceof Tuple || codec instanceof Vec || codec instanceof VecFixed) {
    return [...codec].map(toPlain);
  }
  if (codec instanceof Text) return codec.toString();
  if (codec instanceof Raw) return new Uint8Array(codec);
  return codec.toPrimitive();
}
