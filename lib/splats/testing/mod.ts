/**
 * Clouds for the tests of every room.
 *
 * @module
 */
export { arbitraryCloud, type ArbitraryCloudOptions } from "./arbitrary_cloud.ts";
export { type Scene, sceneCamera, testScenes } from "./scenes.ts";
export { syntheticObject } from "./synthetic_object.ts";
export { tinyCloud } from "./tiny_cloud.ts";
