/**
 * Clouds for the tests of every room.
 *
 * @module
 */
export { arbitraryCloud, type ArbitraryCloudOptions } from "./arbitrary_cloud.ts";
export { tinyCloud } from "./tiny_cloud.ts";
