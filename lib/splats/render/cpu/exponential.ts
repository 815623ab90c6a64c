/**
 * The kernel's exponential: e^x on [ln(1/255), 0] as P(x/8)⁸, P of degree 4.
 *
 * P is the minimax polynomial for the relative error on that range (Remez); its relative error of
 * 2.6e-6 grows eightfold by squaring three times, so α is off by at most 2.1e-5 of itself: 0.005
 * of an 8-bit step. The variable is scaled such that P's leading coefficient is 1, which saves
 * the kernel a constant.
 *
 * @module
 */

/** Coefficients of P, from the constant on. */
const COEFFICIENTS = [0.999997416, 0.999831697, 0.498160769, 0.159379136, 0.0293230422] as const;

const UNIT = COEFFICIENTS[4] ** 0.25;

/** What exponents are multiplied by before the kernel's polynomial. */
export const POWER_SCALE: number = UNIT / 8;

/** The scaled coefficients of degree 0 to 3; that of degree 4 is 1. */
export const EXP_COEFFICIENTS: readonly [number, number, number, number] = [
  COEFFICIENTS[0],
  COEFFICIENTS[1] / UNIT,
  COEFFICIENTS[2] / UNIT ** 2,
  COEFFICIENTS[3] / UNIT ** 3,
];
