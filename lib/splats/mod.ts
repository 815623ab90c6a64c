/**
 * Splats: the model in memory, file formats and cameras. Pure: no files, no network, no DOM.
 *
 * @module
 */
export { emptyCloud, type GaussianCloud, SH_C0, type ShDegree, type UpAxis } from "./cloud.ts";
