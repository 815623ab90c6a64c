/**
 * The kit that nouns are built with: shapes, materials, parts.
 *
 * @module
 */
export { blob, type Bone, bone, lump } from "./blob.ts";
export { blend, brightness, hex, lighten, type Rgb, shade, shiftHue } from "./colour.ts";
export { smoothLine, type Vec2 } from "./curve.ts";
export { circle, extrude, mirrorOutline, roundedRectangle, star } from "./extrude.ts";
export {
  bark,
  blocks,
  brick,
  byPiece,
  checkered,
  cloth,
  coat,
  crust,
  crystal,
  feathers,
  type Finish,
  foliage,
  fur,
  ghostly,
  glass,
  glowing,
  gradient,
  grass,
  leather,
  marble,
  type Material,
  matte,
  metal,
  pane,
  patched,
  plastic,
  polished,
  rubber,
  rusty,
  scales,
  skin,
  smooth,
  spotted,
  stone,
  straw,
  striped,
  tiles,
  velvet,
  where,
  wood,
  wornMetal,
} from "./material.ts";
export { noise, roughNoise } from "./noise.ts";
export {
  around,
  flatten,
  group,
  mirrored,
  moved,
  type Part,
  part,
  type PartOptions,
  type Parts,
  row,
} from "./part.ts";
export { type Shape, together } from "./shape.ts";
export { ball, box, cylinder, lathe, sheet, torus } from "./solids.ts";
export { limb, tube } from "./tube.ts";
export { add, mix, times, type Vec3 } from "./vec.ts";
