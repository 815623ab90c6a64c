/** Returns how many bytes of typed arrays are asked for by length while `work` runs. */
export async function allocatedDuring(work: () => unknown): Promise<number> {
  let total = 0;
  const names = [
    "Uint8Array",
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
        if (typeof args[0] === "number") total += args[0] * original.BYTES_PER_ELEMENT;
        return Reflect.construct(target, args, newTarget === counting ? target : newTarget);
      },
    });
    Reflect.set(globalThis, name, counting);
  });
  try {
    await work();
  } finally {
    names.forEach((name, i) => Reflect.set(globalThis, name, kept[i]));
  }
  return total;
}
