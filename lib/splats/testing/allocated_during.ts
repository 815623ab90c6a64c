/** What typed arrays give that is a new typed array. */
const COPYING = ["slice", "map", "filter", "toSorted", "toReversed", "with"] as const;

/**
 * Returns how many bytes of typed arrays are made while `work` runs: all of them together, whether
 * they are still there at the end or not. What views a buffer that is there takes nothing.
 */
export async function allocatedDuring(work: () => unknown): Promise<number> {
  let total = 0;
  const names = [
    "Uint8Array",
    "Uint8ClampedArray",
    "Int32Array",
    "Uint16Array",
    "Uint32Array",
    "Float32Array",
    "Float64Array",
  ] as const;
  const kept = names.map((name) => globalThis[name]);
  names.forEach((name, i) => {
    const original = kept[i];
    const counting: object = new Proxy(original, {
      construct(target, args, newTarget): object {
        const made = Reflect.construct(target, args, newTarget === counting ? target : newTarget);
        const isView = args[0] instanceof ArrayBuffer || args[0] instanceof SharedArrayBuffer;
        if (!isView) total += made.byteLength;
        return made;
      },
    });
    Reflect.set(globalThis, name, counting);
  });
  const shared = Object.getPrototypeOf(kept[0].prototype);
  const methods = COPYING.map((name) => shared[name]);
  COPYING.forEach((name, i) => {
    shared[name] = function (this: Uint8Array, ...args: unknown[]): Uint8Array {
      const made = methods[i].apply(this, args);
      total += made.byteLength;
      return made;
    };
  });
  try {
    await work();
  } finally {
    names.forEach((name, i) => Reflect.set(globalThis, name, kept[i]));
    COPYING.forEach((name, i) => shared[name] = methods[i]);
  }
  return total;
}
