import { dirname } from "node:path";

/**
 * Writes a text file of our own (mode 0600) so that a crash or a power cut leaves the old content
 * or the new one, never a torn one; on return the new one is on the disk. Makes missing folders.
 *
 * @throws What the file system says; the file then keeps its old content.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  await Deno.mkdir(folder, { recursive: true });
  try {
    await Deno.writeTextFile(temporary, text, { createNew: true, mode: 0o600 });
    {
      using file = await Deno.open(temporary, { write: true });
      await file.sync();
    }
    await Deno.rename(temporary, path);
  } catch (error) {
    await Deno.remove(temporary).catch(() => {
      // It was never made; the first error tells more.
    });
    throw error;
  }
  // The new name is content of the folder; Windows opens no folders.
  if (Deno.build.os === "windows") return;
  using opened = await Deno.open(folder);
  await opened.sync();
}
