/**
 * Where everything lies in the memory that the workers share.
 *
 * @module
 */
import type { Camera } from "../../camera.ts";
import * as at from "./kernel/layout.ts";
import type { ScenePlaces, SceneSizes } from "./pack_scene.ts";
import { tilesOf } from "./view_block.ts";
import type { WorkerSpace } from "./work_order.ts";

/** All that 32 bits address, bytes. */
export const MOST_MEMORY_BYTES = 2 ** 32;

/** What memory is planned for. */
export interface MemoryNeeds {
  /** Sizes of the packed cloud. */
  readonly sizes: SceneSizes;
  /** Cameras of all views. */
  readonly cameras: readonly Camera[];
  /** Views that are drawn before their pictures are copied out. */
  readonly batch: number;
  /** Bytes of the largest picture. */
  readonly pictureBytes: number;
  /** Workers that there are. */
  readonly workers: number;
  /** Entries per Gaussian that each worker's list of tiles has room for. */
  readonly listEntriesPerGaussian: number;
}

/** Places in memory, bytes. */
export interface MemoryPlan {
  /** A word that counts the views taken. */
  readonly nextView: number;
  /** A word that is 1 when the work is to stop. */
  readonly stop: number;
  /** The blocks of a batch of views. */
  readonly blocks: number;
  readonly scene: ScenePlaces & SceneSizes;
  /** The pictures of a batch. */
  readonly pictures: readonly number[];
  /** Spaces of the workers, of as many as there is room for. */
  readonly spaces: readonly WorkerSpace[];
  /** Where all of it ends. */
  readonly endBytes: number;
}

/**
 * Plans the memory of a render.
 *
 * @throws {RangeError} When there is no room for even one worker.
 */
export function planMemory(needs: MemoryNeeds, mostBytes: number = MOST_MEMORY_BYTES): MemoryPlan {
  const { sizes, batch, pictureBytes, workers } = needs;
  const places = new Places();
  const nextView = places.take(64);
  const stop = places.take(64);
  const blocks = places.take(batch * at.VIEW_BYTES);
  const scene = {
    ...sizes,
    geometry: places.take(sizes.geometryBytes),
    colours: places.take(sizes.colourBytes),
    harmonics: places.take(sizes.harmonicBytes),
  };
  const pictures = Array.from({ length: batch }, () => places.take(pictureBytes));
  const startBytes = places.end;
  const spaces = [planSpace(places, needs)];
  const spaceBytes = places.end - startBytes;
  while (spaces.length < workers && places.end + spaceBytes <= mostBytes) {
    spaces.push(planSpace(places, needs));
  }
  const endBytes = places.end;
  if (endBytes > mostBytes) {
    throw new RangeError(
      `Cannot draw: it takes ${endBytes} bytes of memory, ${mostBytes} are the most; ` +
        "draw fewer Gaussians or smaller pictures",
    );
  }
  return { nextView, stop, blocks, scene, pictures, spaces, endBytes };
}

function planSpace(places: Places, needs: MemoryNeeds): WorkerSpace {
  const { sizes, cameras, listEntriesPerGaussian } = needs;
  const padded = sizes.groups * 4;
  const tiles = Math.max(...cameras.map((camera) => {
    const { across, down } = tilesOf(camera);
    return across * (down + at.SPARE_ROWS) + 2;
  }));
  // At least one tile with every Gaussian must fit.
  const listCapacity = Math.max(1, listEntriesPerGaussian) * padded + tiles + 64;
  return {
    records: places.take(padded * at.RECORD_BYTES),
    tileBoxes: places.take(padded * at.TILE_BOX_BYTES),
    keys: places.take(padded * at.KEY_BYTES),
    spareKeys: places.take(padded * at.KEY_BYTES),
    histograms: places.take(at.HISTOGRAM_BYTES),
    counts: places.take(tiles * 4),
    heads: places.take(tiles * 4),
    starts: places.take(tiles * 4),
    list: places.take(listCapacity * 4),
    listCapacity,
    shaded: sizes.harmonicCount > 0 ? places.take(sizes.colourBytes) : 0,
    scratch: places.take(at.SCRATCH_BYTES),
  };
}

/** Hands out places in memory, one after the other, each at the start of a cache line. */
class Places {
  /** The kernel keeps nothing of its own, but address 0 looks like a mistake. */
  end = 1024;

  take(sizeBytes: number): number {
    const place = this.end;
    this.end = Math.ceil((place + sizeBytes) / 64) * 64;
    return place;
  }
}
