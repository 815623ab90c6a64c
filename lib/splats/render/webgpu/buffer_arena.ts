/**
 * Buffers by name, kept from one submission to the next and made anew only to grow: drivers take
 * long to make large buffers, and clear them first.
 */
export class BufferArena implements Disposable {
  readonly #device: GPUDevice;
  readonly #buffers = new Map<string, GPUBuffer>();

  /** Makes an arena of a device's memory. */
  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /**
   * Returns the buffer of this name, of this size or larger; what was in it may be there still.
   *
   * @param usage Is the same at every call with the same name.
   */
  take(name: string, sizeBytes: number, usage: number): GPUBuffer {
    const size = Math.max(16, Math.ceil(sizeBytes / 16) * 16);
    const kept = this.#buffers.get(name);
    if (kept && kept.size >= size) return kept;
    kept?.destroy();
    const buffer = this.#device.createBuffer({ label: name, size, usage });
    this.#buffers.set(name, buffer);
    return buffer;
  }

  /** Gives the memory back. */
  [Symbol.dispose](): void {
    for (const buffer of this.#buffers.values()) buffer.destroy();
    this.#buffers.clear();
  }
}
