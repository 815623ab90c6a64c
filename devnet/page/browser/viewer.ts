/**
 * The interactive viewer: one asset at a time, drawn by Spark (three.js) and only when something
 * changed, so that a machine without a graphics card stays usable.
 *
 * @module
 */
import { SparkRenderer, SplatMesh } from "@sparkjsdev/spark";
import * as THREE from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";

/** Vertical field of view, in degrees. Source: the original validator's camera. */
const FOV_DEGREES = 49.1;
/** Turn of the resting asset, in radians per second. */
const TURN_SPEED = 0.35;
/** A frame that takes longer is slow, in milliseconds; after so many in a row turning ends. */
const SLOW_FRAME_MS = 45;
const SLOW_FRAMES_LIMIT = 5;
/** Turn per arrow key, in radians, and zoom per key, as a factor. */
const KEY_TURN = Math.PI / 18;
const KEY_ZOOM = 1.12;

/** Shows assets on a canvas. */
export class Viewer {
  readonly #canvas: HTMLCanvasElement;
  readonly #renderer: THREE.WebGLRenderer;
  readonly #scene = new THREE.Scene();
  readonly #camera = new THREE.PerspectiveCamera(FOV_DEGREES, 1, 0.01, 200);
  readonly #controls: OrbitControls;
  #mesh: SplatMesh | undefined;
  #framePending = false;
  #turning: boolean;
  #slowFrames = 0;
  #lastFrameAt = 0;

  /** @throws {Error} When the browser has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#renderer = new THREE.WebGLRenderer({ canvas, antialias: false, alpha: true });
    this.#renderer.setClearColor(0x000000, 0);
    this.#scene.add(
      new SparkRenderer({ renderer: this.#renderer, onDirty: () => this.#requestFrame() }),
    );
    this.#controls = new OrbitControls(this.#camera, canvas);
    this.#controls.enableDamping = true;
    this.#controls.dampingFactor = 0.08;
    this.#controls.addEventListener("change", () => this.#requestFrame());
    this.#controls.addEventListener("start", () => this.setTurning(false));
    // Two fingers or a held key zoom; a plain wheel belongs to the page on small screens.
    this.#controls.enablePan = false;
    this.#turning = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    new ResizeObserver(() => this.#resize()).observe(canvas);
    canvas.addEventListener("keydown", (event) => this.#onKey(event));
    this.#resize();
  }

  /** Whether the asset turns by itself. */
  get turning(): boolean {
    return this.#turning;
  }

  /** Lets the asset turn by itself, or stops it. */
  setTurning(turning: boolean): void {
    if (this.#turning === turning) return;
    this.#turning = turning;
    this.#slowFrames = 0;
    this.#requestFrame();
    this.#canvas.dispatchEvent(new Event("turning"));
  }

  /**
   * Shows an asset in place of the one before; resolves with its number of Gaussians once it is
   * drawn.
   *
   * @throws {Error} When the asset cannot be fetched or read.
   */
  async show(url: string, signal: AbortSignal): Promise<number> {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`Cannot load asset: HTTP ${response.status}`);
    const fileBytes = new Uint8Array(await response.arrayBuffer());
    const mesh = new SplatMesh({ fileBytes, fileName: "asset.ply" });
    await mesh.initialized;
    if (signal.aborted) {
      mesh.dispose();
      throw signal.reason;
    }
    const isFirst = this.#mesh === undefined;
    if (this.#mesh) {
      this.#scene.remove(this.#mesh);
      this.#mesh.dispose();
    }
    this.#mesh = mesh;
    this.#scene.add(mesh);
    this.#frame(isFirst);
    this.#requestFrame();
    return mesh.numSplats;
  }

  /** Puts the camera where it was at first. */
  reset(): void {
    this.#frame(true);
    this.#requestFrame();
  }

  /** Centres the asset and, for the first one, puts the camera where all of it is seen. */
  #frame(withCamera: boolean): void {
    const mesh = this.#mesh;
    if (!mesh) return;
    const box = mesh.getBoundingBox(true);
    const centre = box.getCenter(new THREE.Vector3());
    const radius = Math.max(box.getSize(new THREE.Vector3()).length() / 2, 1e-3);
    const halfFov = (FOV_DEGREES / 2) * Math.PI / 180;
    const narrowest = Math.min(halfFov, Math.atan(Math.tan(halfFov) * this.#camera.aspect));
    const distance = radius / Math.sin(narrowest);
    const direction = withCamera
      ? new THREE.Vector3(0.9, 0.42, 1).normalize()
      : this.#camera.position.clone().sub(this.#controls.target).normalize();
    this.#controls.target.copy(centre);
    this.#camera.position.copy(centre).addScaledVector(direction, distance);
    this.#controls.minDistance = radius * 0.6;
    this.#controls.maxDistance = radius * 8;
    this.#controls.update();
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0 || height === 0) return;
    this.#renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    this.#renderer.setSize(width, height, false);
    this.#camera.aspect = width / height;
    this.#camera.updateProjectionMatrix();
    // A new size empties the canvas: drawn again at once, it does not flicker.
    this.#renderer.render(this.#scene, this.#camera);
    this.#requestFrame();
  }

  #requestFrame(): void {
    if (this.#framePending) return;
    this.#framePending = true;
    requestAnimationFrame((now) => this.#draw(now));
  }

  #draw(now: number): void {
    this.#framePending = false;
    const elapsedMs = now - this.#lastFrameAt;
    this.#lastFrameAt = now;
    if (this.#turning && this.#mesh) {
      this.#slowFrames = elapsedMs > SLOW_FRAME_MS ? this.#slowFrames + 1 : 0;
      this.#turnBy(Math.min(elapsedMs, 50) / 1000 * TURN_SPEED);
      if (this.#slowFrames > SLOW_FRAMES_LIMIT) this.setTurning(false);
      else this.#requestFrame();
    }
    this.#controls.update();
    this.#renderer.render(this.#scene, this.#camera);
  }

  #turnBy(radians: number): void {
    const offset = this.#camera.position.clone().sub(this.#controls.target);
    offset.applyAxisAngle(new THREE.Vector3(0, 1, 0), radians);
    this.#camera.position.copy(this.#controls.target).add(offset);
  }

  #zoomBy(factor: number): void {
    const offset = this.#camera.position.clone().sub(this.#controls.target);
    this.#camera.position.copy(this.#controls.target).addScaledVector(offset, factor);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const offset = this.#camera.position.clone().sub(this.#controls.target);
    const sideways = new THREE.Vector3(offset.z, 0, -offset.x).normalize();
    const tilt = (radians: number) => {
      offset.applyAxisAngle(sideways, radians);
      this.#camera.position.copy(this.#controls.target).add(offset);
    };
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.#turnBy(-KEY_TURN),
      ArrowRight: () => this.#turnBy(KEY_TURN),
      ArrowUp: () => tilt(-KEY_TURN / 2),
      ArrowDown: () => tilt(KEY_TURN / 2),
      "+": () => this.#zoomBy(1 / KEY_ZOOM),
      "=": () => this.#zoomBy(1 / KEY_ZOOM),
      "-": () => this.#zoomBy(KEY_ZOOM),
      r: () => this.reset(),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    this.setTurning(false);
    action();
    this.#controls.update();
    this.#requestFrame();
  }
}
