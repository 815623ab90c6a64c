/**
 * threegen for app developers: the words of the subnet and the splat model.
 *
 * @module
 */
export { AssetError, RequestError, SubnetError, UnavailableError } from "@threegen/domain";
export {
  emptyCloud,
  type GaussianCloud,
  SH_C0,
  type ShDegree,
  type UpAxis,
} from "@threegen/splats";
