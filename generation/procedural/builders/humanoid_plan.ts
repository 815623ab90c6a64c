import type { Material, Parts } from "../kit/mod.ts";

/** What stands on the head. */
export type Hat =
  | "none"
  | "wizard"
  | "cowboy"
  | "crown"
  | "tiara"
  | "knight"
  | "viking"
  | "chef"
  | "tricorn"
  | "tophat"
  | "hood"
  | "space"
  | "samurai"
  | "cap"
  | "soldier"
  | "straw"
  | "santa"
  | "headband";

/** Clothes and features of a figure. */
export interface HumanoidPlan {
  readonly skin: Material;
  readonly top: Material;
  readonly bottom: Material;
  readonly shoes?: Material;
  readonly sleeves?: Material;
  readonly gloves?: Material;
  /** Width of shoulders and limbs. @default {1} */
  readonly bulk?: number;
  /** Length of the legs. @default {1} */
  readonly legs?: number;
  /** Size of the head. @default {1} */
  readonly headSize?: number;
  readonly hair?: "short" | "long" | "bun" | "ponytail" | "curly" | "spiky" | "none";
  readonly hairMaterial?: Material;
  readonly beard?: "none" | "full" | "long" | "moustache";
  readonly hat?: Hat;
  readonly hatMaterial?: Material;
  /** A skirt from the waist: to the knee or to the ground. */
  readonly skirt?: "none" | "short" | "long";
  readonly skirtMaterial?: Material;
  readonly cape?: Material;
  readonly belt?: Material;
  /** Plates on shoulders, breast and knees. */
  readonly plates?: Material;
  readonly eyes?: string;
  /** A covered face shows only the eyes. */
  readonly mask?: Material;
  readonly ears?: "human" | "elf" | "none";
  readonly mouth?: "smile" | "flat" | "fangs" | "none";
  readonly nose?: Material;
  readonly arms?: "hold" | "down" | "zombie" | "up" | "wide";
  /** A thing for the right hand, its grip at the origin. */
  readonly held?: Parts;
  /** A thing for the left arm. */
  readonly offhand?: Parts;
  readonly extras?: Parts;
  readonly isEyeless?: boolean;
  /** Ends at the waist. */
  readonly isLegless?: boolean;
}
