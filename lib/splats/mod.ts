/**
 * Splats: the model in memory, file formats and cameras. Pure: no files, no network, no DOM.
 *
 * @module
 */
export {
  activate,
  type ActivatedGaussians,
  cloudFromActivated,
  type CloudParts,
  logit,
  sigmoid,
} from "./activation.ts";
export {
  type Camera,
  cameraToWorld,
  ORBIT_FOV_DEGREES,
  orbitCamera,
  type OrbitOptions,
} from "./camera.ts";
export { emptyCloud, type GaussianCloud, SH_C0, type ShDegree, type UpAxis } from "./cloud.ts";
export { decodeAsset } from "./codecs/asset.ts";
export {
  decodeCompressedPly,
  encodeCompressedPly,
  isCompressedPly,
} from "./codecs/compressed_ply.ts";
export { type DecodeOptions, MAX_GAUSSIANS } from "./codecs/decode_options.ts";
export { dropNonFinite } from "./codecs/finite.ts";
export { decodeGlb, encodeGlb, isGlb } from "./codecs/glb.ts";
export { decodeHdf5, encodeHdf5, isHdf5 } from "./codecs/hdf5.ts";
export { decodePly, encodePly, type EncodePlyOptions, encodePlyStream } from "./codecs/ply.ts";
export { isPly } from "./codecs/ply_header.ts";
export { decodeSog, isZip } from "./codecs/sog.ts";
export { decodeSplat, encodeSplat, isSplat } from "./codecs/splat.ts";
export {
  canEncode,
  decodeSplats,
  detectSplatFormat,
  type EncodeOptions,
  encodeSplats,
  extensionsOf,
  SPLAT_FORMATS,
  type SplatFormat,
  splatFormatOfName,
} from "./codecs/splat_file.ts";
export {
  type DecodedSplats,
  decodeSplatStream,
  type DecodeStreamOptions,
} from "./codecs/splat_stream.ts";
export {
  decodeSpz,
  type DecodeSpzOptions,
  encodeSpz,
  type EncodeSpzOptions,
  isSpz,
} from "./codecs/spz.ts";
export {
  decodeSpz404,
  type DecodeSpz404Options,
  encodeSpz404,
  type EncodeSpz404Options,
  isSpz404,
} from "./codecs/spz_404.ts";
export { type FormatProblem, SplatFormatError } from "./format_error.ts";
export { type Image, psnr } from "./image.ts";
export { type CloudReport, type Histogram, inspectCloud, type Spread } from "./inspect.ts";
export {
  encodePicture,
  PICTURE_EXTENSIONS,
  type PictureFormat,
  pictureFormatOfName,
  type PictureOptions,
} from "./picture_file.ts";
export { decodePng, encodePng } from "./png.ts";
export { type Quaternion, rotationAbout, type Vector } from "./quaternion.ts";
export {
  encodeStill,
  type EncodeStillOptions,
  type StillFormat,
  stillFormatOfName,
} from "./stills.ts";
export {
  boundsOf,
  type Box,
  cropCloud,
  decimateCloud,
  filterCloud,
  mergeClouds,
  type Movement,
  recentreCloud,
  reframeCloud,
  transformCloud,
  withShDegree,
} from "./transform.ts";
export { turntableCameras, type TurntableOptions } from "./turntable.ts";
export { encodeMp4, type EncodeMp4Options, type Mp4 } from "./video.ts";
export {
  type OrbitView,
  type ViewCameraOptions,
  viewCameras,
  type ViewSet,
  viewSet,
  type ViewSetName,
  type ViewSetOptions,
} from "./view_sets.ts";
