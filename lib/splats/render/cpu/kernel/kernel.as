/**
 * The renderer's inner loops, in AssemblyScript: four lanes of WebAssembly SIMD, no allocation,
 * no static memory. `deno task build:wasm` makes ../kernel_wasm.ts of it.
 *
 * A view goes through four steps: shade (only with harmonics), project, sortDepth, bin; then each
 * of its tiles can be drawn by any worker. What each step computes is said in ../../semantics.ts;
 * why it computes it this way, in docs/benchmarks.md.
 *
 * Names: σ' is the projected covariance (xx, xy, yy) with the dilation in it; the exponent of a
 * Gaussian is kept as u² g + dy² c + lo with u = dx − s dy (no cancellation however long and thin
 * it is); its contour is (dx − s dy)² + k dy² = h.
 */
import * as at from "./layout";

// @ts-ignore: decorator
@inline function madd(a: v128, b: v128, c: v128): v128 {
  return f32x4.relaxed_madd(a, b, c);
}

/** c − a b. */
// @ts-ignore: decorator
@inline function nmadd(a: v128, b: v128, c: v128): v128 {
  return f32x4.relaxed_nmadd(a, b, c);
}

// @ts-ignore: decorator
@inline function splat(pointer: usize, offset: usize): v128 {
  return f32x4.splat(load<f32>(pointer + offset));
}

// ---------------------------------------------------------------------------------------------
// Colours that depend on the view

/** Writes the colour of every Gaussian as the view's eye sees it, from its harmonics. */
export function shade(view: usize): void {
  const groups = load<i32>(view, at.GROUPS);
  const count = load<i32>(view, at.HARMONIC_COUNT);
  let geometry = <usize>load<u32>(view, at.GEOMETRY);
  let colours = <usize>load<u32>(view, at.COLOURS);
  let harmonics = <usize>load<u32>(view, at.HARMONICS);
  let shaded = <usize>load<u32>(view, at.SHADED);
  const eyeX = splat(view, at.EYE), eyeY = splat(view, at.EYE + 4), eyeZ = splat(view, at.EYE + 8);
  const zero = f32x4.splat(0);
  for (let group = 0; group < groups; group++) {
    let x = f32x4.sub(v128.load(geometry), eyeX);
    let y = f32x4.sub(v128.load(geometry, 16), eyeY);
    let z = f32x4.sub(v128.load(geometry, 32), eyeZ);
    const length = f32x4.sqrt(madd(x, x, madd(y, y, f32x4.mul(z, z))));
    x = f32x4.div(x, length);
    y = f32x4.div(y, length);
    z = f32x4.div(z, length);
    v128.store(shaded, v128.load(colours));
    v128.store(shaded, v128.load(colours, 16), 16);
    v128.store(shaded, v128.load(colours, 32), 32);
    let from = harmonics;
    from = add(shaded, from, f32x4.mul(y, f32x4.splat(-0.4886025119029199)));
    from = add(shaded, from, f32x4.mul(z, f32x4.splat(0.4886025119029199)));
    from = add(shaded, from, f32x4.mul(x, f32x4.splat(-0.4886025119029199)));
    if (count > 3) {
      const xx = f32x4.mul(x, x), yy = f32x4.mul(y, y), zz = f32x4.mul(z, z);
      const xy = f32x4.mul(x, y), yz = f32x4.mul(y, z), xz = f32x4.mul(x, z);
      const zz2 = f32x4.add(zz, zz);
      from = add(shaded, from, f32x4.mul(xy, f32x4.splat(1.0925484305920792)));
      from = add(shaded, from, f32x4.mul(yz, f32x4.splat(-1.0925484305920792)));
      const c5 = f32x4.splat(0.31539156525252005);
      from = add(shaded, from, f32x4.mul(f32x4.sub(f32x4.sub(zz2, xx), yy), c5));
      from = add(shaded, from, f32x4.mul(xz, f32x4.splat(-1.0925484305920792)));
      from = add(shaded, from, f32x4.mul(f32x4.sub(xx, yy), f32x4.splat(0.5462742152960396)));
      if (count > 8) {
        const three = f32x4.splat(3), zz4 = f32x4.add(zz2, zz2);
        const outer = f32x4.splat(-0.5900435899266435), middle = f32x4.splat(-0.4570457994644658);
        const xx3 = f32x4.mul(three, xx), yy3 = f32x4.mul(three, yy);
        const ring = f32x4.sub(f32x4.sub(zz4, xx), yy);
        from = add(shaded, from, f32x4.mul(f32x4.mul(y, outer), f32x4.sub(xx3, yy)));
        from = add(shaded, from, f32x4.mul(f32x4.mul(xy, z), f32x4.splat(2.890611442640554)));
        from = add(shaded, from, f32x4.mul(f32x4.mul(y, middle), ring));
        const pole = f32x4.sub(f32x4.sub(zz2, xx3), yy3);
        from = add(shaded, from, f32x4.mul(f32x4.mul(z, f32x4.splat(0.3731763325901154)), pole));
        from = add(shaded, from, f32x4.mul(f32x4.mul(x, middle), ring));
        const saddle = f32x4.mul(z, f32x4.splat(1.445305721320277));
        from = add(shaded, from, f32x4.mul(saddle, f32x4.sub(xx, yy)));
        from = add(shaded, from, f32x4.mul(f32x4.mul(x, outer), f32x4.sub(xx, yy3)));
      }
    }
    v128.store(shaded, f32x4.max(v128.load(shaded), zero));
    v128.store(shaded, f32x4.max(v128.load(shaded, 16), zero), 16);
    v128.store(shaded, f32x4.max(v128.load(shaded, 32), zero), 32);
    geometry += at.GEOMETRY_GROUP_BYTES;
    colours += at.COLOUR_GROUP_BYTES;
    shaded += at.COLOUR_GROUP_BYTES;
    harmonics += <usize>(count * at.COLOUR_GROUP_BYTES);
  }
}

/** Adds one harmonic's three colours; returns where the next harmonic's coefficients are. */
// @ts-ignore: decorator
@inline function add(target: usize, from: usize, basis: v128): usize {
  v128.store(target, madd(basis, v128.load(from), v128.load(target)));
  v128.store(target, madd(basis, v128.load(from, 16), v128.load(target, 16)), 16);
  v128.store(target, madd(basis, v128.load(from, 32), v128.load(target, 32)), 32);
  return from + at.COLOUR_GROUP_BYTES;
}

// ---------------------------------------------------------------------------------------------
// Projection

/**
 * Projects every Gaussian and writes a record, a box of tiles and a depth key for each that can
 * be seen; counts the Gaussians of each tile. Returns how many can be seen.
 */
export function project(view: usize): i32 {
  const groups = load<i32>(view, at.GROUPS);
  let geometry = <usize>load<u32>(view, at.GEOMETRY);
  let colours = <usize>load<u32>(view, at.SHADED);
  const records = <usize>load<u32>(view, at.RECORDS);
  const counts = <usize>load<u32>(view, at.COUNTS);
  const tilesX = load<i32>(view, at.TILES_X);
  memory.fill(counts, 0, (tilesX * (load<i32>(view, at.TILES_Y) + at.SPARE_ROWS) + 2) << 2);
  const w0 = splat(view, 0), w1 = splat(view, 4), w2 = splat(view, 8), w3 = splat(view, 12);
  const w4 = splat(view, 16), w5 = splat(view, 20), w6 = splat(view, 24), w7 = splat(view, 28);
  const w8 = splat(view, 32), w9 = splat(view, 36), wa = splat(view, 40);
  const d0 = v128.load_splat<f64>(view, at.DEPTH_ROW);
  const d1 = v128.load_splat<f64>(view, at.DEPTH_ROW + 8);
  const d2 = v128.load_splat<f64>(view, at.DEPTH_ROW + 16);
  const d3 = v128.load_splat<f64>(view, at.DEPTH_ROW + 24);
  const focalX = splat(view, at.FOCAL_X), focalY = splat(view, at.FOCAL_Y);
  const centerX = splat(view, at.CENTER_X), centerY = splat(view, at.CENTER_Y);
  const leastX = splat(view, at.LEAST_X), mostX = splat(view, at.MOST_X);
  const leastY = splat(view, at.LEAST_Y), mostY = splat(view, at.MOST_Y);
  const near = splat(view, at.NEAR), far = splat(view, at.FAR);
  const dilation = splat(view, at.DILATION), lnSkip = splat(view, at.LN_SKIP);
  const backR = splat(view, at.BACKGROUND);
  const backG = splat(view, at.BACKGROUND + 4);
  const backB = splat(view, at.BACKGROUND + 8);
  const width = f32x4.splat(<f32>load<i32>(view, at.WIDTH));
  const height = f32x4.splat(<f32>load<i32>(view, at.HEIGHT));
  const one = f32x4.splat(1), zero = f32x4.splat(0), half = f32x4.splat(0.5);
  const minusOne = f32x4.splat(-1), infinity = f32x4.splat(Infinity);
  const lastX = f32x4.sub(width, one), lastY = f32x4.sub(height, one);
  const powerScale = splat(view, at.POWER_SCALE);
  const minusHalfScale = f32x4.mul(powerScale, f32x4.splat(-0.5));
  const tilesPerRow = i32x4.splat(tilesX);
  let record = records;
  let box = <usize>load<u32>(view, at.TILE_BOXES);
  let key = <usize>load<u32>(view, at.KEYS);
  let leastKey: u32 = 0xffffffff, mostKey: u32 = 0;

  for (let group = 0; group < groups; group++) {
    const from = geometry, colour = colours;
    geometry += at.GEOMETRY_GROUP_BYTES;
    colours += at.COLOUR_GROUP_BYTES;
    const x = v128.load(from), y = v128.load(from, 16), z = v128.load(from, 32);
    const lnOpacity = v128.load(from, 48);
    // In 64 bits, as the reference does: Gaussians of almost equal depth keep their order.
    const near2 = depth2(x, y, z, d0, d1, d2, d3);
    const far2 = depth2(
      v128.shuffle<i64>(x, x, 1, 1),
      v128.shuffle<i64>(y, y, 1, 1),
      v128.shuffle<i64>(z, z, 1, 1),
      d0,
      d1,
      d2,
      d3,
    );
    const depth = v128.shuffle<i64>(near2, far2, 0, 2);
    // The contour where α falls to the skipped value: dᵀ σ'⁻¹ d = q.
    const q = f32x4.mul(f32x4.sub(lnOpacity, lnSkip), f32x4.splat(2));
    let seen = v128.and(f32x4.ge(depth, near), f32x4.le(depth, far));
    seen = v128.and(seen, f32x4.ge(q, zero));
    if (!v128.any_true(seen)) continue;

    const inverse = f32x4.div(one, depth);
    const ux = f32x4.mul(madd(w0, x, madd(w1, y, madd(w2, z, w3))), inverse);
    const uy = f32x4.mul(madd(w4, x, madd(w5, y, madd(w6, z, w7))), inverse);
    const mx = madd(ux, focalX, centerX), my = madd(uy, focalY, centerY);
    const jx = f32x4.mul(focalX, inverse), jy = f32x4.mul(focalY, inverse);
    const vx = f32x4.min(f32x4.max(ux, leastX), mostX);
    const vy = f32x4.min(f32x4.max(uy, leastY), mostY);
    const ax = f32x4.mul(jx, nmadd(vx, w8, w0));
    const ay = f32x4.mul(jx, nmadd(vx, w9, w1));
    const az = f32x4.mul(jx, nmadd(vx, wa, w2));
    const bx = f32x4.mul(jy, nmadd(vy, w8, w4));
    const by = f32x4.mul(jy, nmadd(vy, w9, w5));
    const bz = f32x4.mul(jy, nmadd(vy, wa, w6));
    // Along the Gaussian's own axes, one standard deviation each.
    let m0 = v128.load(from, 64), m1 = v128.load(from, 80), m2 = v128.load(from, 96);
    const a0 = madd(ax, m0, madd(ay, m1, f32x4.mul(az, m2)));
    const b0 = madd(bx, m0, madd(by, m1, f32x4.mul(bz, m2)));
    m0 = v128.load(from, 112), m1 = v128.load(from, 128), m2 = v128.load(from, 144);
    const a1 = madd(ax, m0, madd(ay, m1, f32x4.mul(az, m2)));
    const b1 = madd(bx, m0, madd(by, m1, f32x4.mul(bz, m2)));
    m0 = v128.load(from, 160), m1 = v128.load(from, 176), m2 = v128.load(from, 192);
    const a2 = madd(ax, m0, madd(ay, m1, f32x4.mul(az, m2)));
    const b2 = madd(bx, m0, madd(by, m1, f32x4.mul(bz, m2)));
    const aa = madd(a0, a0, madd(a1, a1, f32x4.mul(a2, a2)));
    const bb = madd(b0, b0, madd(b1, b1, f32x4.mul(b2, b2)));
    const xx = f32x4.add(aa, dilation), yy = f32x4.add(bb, dilation);
    const xy = madd(a0, b0, madd(a1, b1, f32x4.mul(a2, b2)));
    // The determinant as a sum of squares (Cauchy–Binet): xx yy − xy² would cancel for needles.
    const c01 = nmadd(a1, b0, f32x4.mul(a0, b1));
    const c02 = nmadd(a2, b0, f32x4.mul(a0, b2));
    const c12 = nmadd(a2, b1, f32x4.mul(a1, b2));
    const spread = f32x4.mul(dilation, f32x4.add(f32x4.add(aa, bb), dilation));
    const determinant = madd(c01, c01, madd(c02, c02, madd(c12, c12, spread)));
    const reachX = f32x4.sqrt(f32x4.mul(q, xx)), reachY = f32x4.sqrt(f32x4.mul(q, yy));
    seen = v128.and(seen, f32x4.gt(f32x4.add(mx, reachX), zero));
    seen = v128.and(seen, f32x4.lt(f32x4.sub(mx, reachX), width));
    seen = v128.and(seen, f32x4.gt(f32x4.add(my, reachY), zero));
    seen = v128.and(seen, f32x4.lt(f32x4.sub(my, reachY), height));
    seen = v128.and(seen, f32x4.gt(determinant, zero));
    seen = v128.and(seen, f32x4.lt(determinant, infinity));
    if (!v128.any_true(seen)) continue;

    // First and last pixel whose centre is inside the box of the contour.
    const x0 = pixel(f32x4.max(f32x4.add(f32x4.sub(mx, reachX), half), zero));
    const x1 = pixel(f32x4.max(f32x4.min(f32x4.sub(f32x4.add(mx, reachX), half), lastX), minusOne));
    const y0 = pixel(f32x4.max(f32x4.add(f32x4.sub(my, reachY), half), zero));
    const y1 = pixel(f32x4.max(f32x4.min(f32x4.sub(f32x4.add(my, reachY), half), lastY), minusOne));
    seen = v128.and(seen, v128.and(i32x4.ge_s(x1, x0), i32x4.ge_s(y1, y0)));
    const lanes = i32x4.bitmask(seen);
    if (lanes == 0) continue;
    const left = i32x4.shr_u(x0, 4), upper = i32x4.shr_u(y0, 3);
    const first = i32x4.shl(i32x4.add(i32x4.mul(upper, tilesPerRow), left), 2);
    const right = i32x4.sub(i32x4.shr_u(x1, 4), left);
    const more = v128.or(right, i32x4.shl(i32x4.sub(i32x4.shr_u(y1, 3), upper), 16));

    const inverseYy = f32x4.div(one, yy);
    const s = f32x4.mul(xy, inverseYy);
    const g = f32x4.mul(minusHalfScale, f32x4.div(yy, determinant));
    const c = f32x4.mul(minusHalfScale, inverseYy);
    const lo = f32x4.mul(lnOpacity, powerScale);
    const narrow = f32x4.mul(determinant, inverseYy);
    const k = f32x4.mul(narrow, inverseYy), h = f32x4.mul(q, narrow);
    // dy of the rightmost point of the contour; the leftmost is opposite.
    const e = f32x4.mul(xy, f32x4.sqrt(f32x4.div(q, xx)));
    const red = f32x4.sub(v128.load(colour), backR);
    const green = f32x4.sub(v128.load(colour, 16), backG);
    const blue = f32x4.sub(v128.load(colour, 32), backB);

    // Four by four transposes make records of vectors: (mx my s g) (c lo red green) (blue k h e).
    const p0 = v128.shuffle<i32>(mx, my, 0, 4, 1, 5), p1 = v128.shuffle<i32>(mx, my, 2, 6, 3, 7);
    const p2 = v128.shuffle<i32>(s, g, 0, 4, 1, 5), p3 = v128.shuffle<i32>(s, g, 2, 6, 3, 7);
    const q0 = v128.shuffle<i32>(c, lo, 0, 4, 1, 5), q1 = v128.shuffle<i32>(c, lo, 2, 6, 3, 7);
    const q2 = v128.shuffle<i32>(red, green, 0, 4, 1, 5);
    const q3 = v128.shuffle<i32>(red, green, 2, 6, 3, 7);
    const r0 = v128.shuffle<i32>(blue, k, 0, 4, 1, 5), r1 = v128.shuffle<i32>(blue, k, 2, 6, 3, 7);
    const r2 = v128.shuffle<i32>(h, e, 0, 4, 1, 5), r3 = v128.shuffle<i32>(h, e, 2, 6, 3, 7);
    const t0 = v128.shuffle<i32>(first, more, 0, 4, 1, 5);
    const t1 = v128.shuffle<i32>(first, more, 2, 6, 3, 7);
    if (lanes & 1) {
      v128.store(record, v128.shuffle<i64>(p0, p2, 0, 2));
      v128.store(record, v128.shuffle<i64>(q0, q2, 0, 2), 16);
      v128.store(record, v128.shuffle<i64>(r0, r2, 0, 2), 32);
      v128.store64_lane(box, t0, 0);
      v128.store32_lane(key, depth, 0, 4);
      const bits = finishRecord(record, records, box, key, counts, tilesX);
      leastKey = min(leastKey, bits), mostKey = max(mostKey, bits);
      record += at.RECORD_BYTES, box += at.TILE_BOX_BYTES, key += at.KEY_BYTES;
    }
    if (lanes & 2) {
      v128.store(record, v128.shuffle<i64>(p0, p2, 1, 3));
      v128.store(record, v128.shuffle<i64>(q0, q2, 1, 3), 16);
      v128.store(record, v128.shuffle<i64>(r0, r2, 1, 3), 32);
      v128.store64_lane(box, t0, 1);
      v128.store32_lane(key, depth, 1, 4);
      const bits = finishRecord(record, records, box, key, counts, tilesX);
      leastKey = min(leastKey, bits), mostKey = max(mostKey, bits);
      record += at.RECORD_BYTES, box += at.TILE_BOX_BYTES, key += at.KEY_BYTES;
    }
    if (lanes & 4) {
      v128.store(record, v128.shuffle<i64>(p1, p3, 0, 2));
      v128.store(record, v128.shuffle<i64>(q1, q3, 0, 2), 16);
      v128.store(record, v128.shuffle<i64>(r1, r3, 0, 2), 32);
      v128.store64_lane(box, t1, 0);
      v128.store32_lane(key, depth, 2, 4);
      const bits = finishRecord(record, records, box, key, counts, tilesX);
      leastKey = min(leastKey, bits), mostKey = max(mostKey, bits);
      record += at.RECORD_BYTES, box += at.TILE_BOX_BYTES, key += at.KEY_BYTES;
    }
    if (lanes & 8) {
      v128.store(record, v128.shuffle<i64>(p1, p3, 1, 3));
      v128.store(record, v128.shuffle<i64>(q1, q3, 1, 3), 16);
      v128.store(record, v128.shuffle<i64>(r1, r3, 1, 3), 32);
      v128.store64_lane(box, t1, 1);
      v128.store32_lane(key, depth, 3, 4);
      const bits = finishRecord(record, records, box, key, counts, tilesX);
      leastKey = min(leastKey, bits), mostKey = max(mostKey, bits);
      record += at.RECORD_BYTES, box += at.TILE_BOX_BYTES, key += at.KEY_BYTES;
    }
  }
  store<u32>(view, leastKey, at.LEAST_KEY);
  store<u32>(view, mostKey, at.MOST_KEY);
  return <i32>((record - records) / at.RECORD_BYTES);
}

/** Depths of the first two lanes. */
// @ts-ignore: decorator
@inline function depth2(
  x: v128,
  y: v128,
  z: v128,
  d0: v128,
  d1: v128,
  d2: v128,
  d3: v128,
): v128 {
  const along = f64x2.add(
    f64x2.mul(d0, f64x2.promote_low_f32x4(x)),
    f64x2.mul(d1, f64x2.promote_low_f32x4(y)),
  );
  const sum = f64x2.add(f64x2.add(along, f64x2.mul(d2, f64x2.promote_low_f32x4(z))), d3);
  return f32x4.demote_f64x2_zero(sum);
}

// @ts-ignore: decorator
@inline function pixel(value: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(value);
}

/** Completes the key of a record, counts its tiles; returns the bits of its depth. */
// @ts-ignore: decorator
@inline function finishRecord(
  record: usize,
  records: usize,
  box: usize,
  key: usize,
  counts: usize,
  tilesX: i32,
): u32 {
  store<u32>(key, <u32>((record - records) / at.RECORD_BYTES));
  const first = load<u32>(box), more = load<u32>(box, 4);
  if (isLarge(more)) countLarge(record, first, more, counts, tilesX);
  else {
    // At most 2 × 3 tiles: all six are counted, by 0 or 1, because branches would mispredict.
    const right = more & 1, below = more >> 16;
    const second = (below + 1) >> 1, third = below >> 1;
    let tile = counts + first;
    increase(tile, 1);
    increase(tile + 4, right);
    tile += <usize>tilesX << 2;
    increase(tile, second);
    increase(tile + 4, second & right);
    tile += <usize>tilesX << 2;
    increase(tile, third);
    increase(tile + 4, third & right);
  }
  return load<u32>(key, 4);
}

/** Whether a box is wider than two tiles or higher than three. */
// @ts-ignore: decorator
@inline function isLarge(more: u32): bool {
  return (more & 0xfffe) != 0 || more > 0x2ffff;
}

// @ts-ignore: decorator
@inline function increase(pointer: usize, by: u32): void {
  store<u32>(pointer, load<u32>(pointer) + by);
}

function countLarge(record: usize, first: u32, more: u32, counts: usize, tilesX: i32): void {
  const right = more & 0xffff, below = more >> 16;
  const y0 = (first >> 2) / tilesX, x0 = (first >> 2) % tilesX;
  for (let y = y0; y <= y0 + below; y++) {
    const columns = columnsOf(record, y, x0, x0 + right);
    if (columns < 0) continue;
    const row = counts + <usize>((y * tilesX) << 2);
    const last = row + (<usize>(columns >> 16) << 2);
    for (let tile = row + (<usize>(columns & 0xffff) << 2); tile <= last; tile += 4) {
      increase(tile, 1);
    }
  }
}

/** First and last tile that the contour meets in a row of tiles: last << 16 | first, or −1. */
function columnsOf(record: usize, row: i32, x0: i32, x1: i32): i32 {
  if (x1 - x0 < 2) return (x1 << 16) | x0;
  const mx = load<f32>(record), my = load<f32>(record, 4), s = load<f32>(record, 8);
  const k = load<f32>(record, 36), h = load<f32>(record, 40), e = load<f32>(record, 44);
  const top = <f32>(row * at.TILE_HEIGHT) + 0.5 - my;
  const bottom = top + <f32>(at.TILE_HEIGHT - 1);
  const dr = max<f32>(top, min<f32>(bottom, e)), dl = max<f32>(top, min<f32>(bottom, -e));
  // A hair wider than exact: rounding must not lose a pixel that the pixel test would keep.
  const slack = h * 1e-4 + 1e-4;
  const right = mx + s * dr + sqrt<f32>(max<f32>(h + slack - k * dr * dr, 0));
  const left = mx + s * dl - sqrt<f32>(max<f32>(h + slack - k * dl * dl, 0));
  if (right < 0.5) return -1;
  const first = max<i32>(x0, <i32>max<f32>(left - 0.5, 0) >> 4);
  const last = min<i32>(x1, <i32>min<f32>(right - 0.5, 1048575) >> 4);
  return last < first ? -1 : (last << 16) | first;
}

/** Writes the depth of every record into it, from the keys before they are sorted. */
export function keepDepths(view: usize, count: i32): void {
  let record = <usize>load<u32>(view, at.RECORDS);
  let key = <usize>load<u32>(view, at.KEYS);
  const end = key + <usize>(count << 3);
  for (; key < end; key += at.KEY_BYTES, record += at.RECORD_BYTES) {
    store<u32>(record, load<u32>(key, 4), at.RECORD_DEPTH);
  }
}

// ---------------------------------------------------------------------------------------------
// Depth order

/** Sorts the keys by (depth, index), a stable radix sort; returns where the sorted keys are. */
export function sortDepth(view: usize, count: i32): usize {
  let from = <usize>load<u32>(view, at.KEYS), to = <usize>load<u32>(view, at.SPARE_KEYS);
  if (count == 0) return from;
  const histograms = <usize>load<u32>(view, at.HISTOGRAMS);
  const least = load<u32>(view, at.LEAST_KEY), range = load<u32>(view, at.MOST_KEY) - least;
  // Depths are positive, so their bits sort as they do; only as many digits as their range needs.
  const bits = range == 0 ? 1 : 32 - <i32>clz<u32>(range);
  const passes = (bits + 11) / 12;
  const digit = (bits + passes - 1) / passes;
  const mask: u32 = (1 << digit) - 1;
  memory.fill(histograms, 0, passes << 14);
  const end = from + <usize>(count << 3);
  for (let key = from; key < end; key += at.KEY_BYTES) {
    let value = load<u32>(key, 4) - least;
    let bucket = histograms;
    for (let pass = 0; pass < passes; pass++) {
      increase(bucket + <usize>((value & mask) << 2), 1);
      value >>= digit;
      bucket += 16384;
    }
  }
  for (let pass = 0; pass < passes; pass++) {
    const buckets = histograms + <usize>(pass << 14);
    let next = <u32>to;
    const bucketsEnd = buckets + (<usize>(mask + 1) << 2);
    for (let bucket = buckets; bucket < bucketsEnd; bucket += 4) {
      const size = load<u32>(bucket);
      store<u32>(bucket, next);
      next += size << 3;
    }
    const shift = pass * digit;
    const keysEnd = from + <usize>(count << 3);
    for (let key = from; key < keysEnd; key += at.KEY_BYTES) {
      const whole = load<u64>(key);
      const bucket = buckets + <usize>((((<u32>(whole >> 32) - least) >> shift) & mask) << 2);
      const place = load<u32>(bucket);
      store<u64>(place, whole);
      store<u32>(bucket, place + 8);
    }
    const swapped = from;
    from = to, to = swapped;
  }
  return from;
}

// ---------------------------------------------------------------------------------------------
// Lists of tiles

/**
 * Lists the records of the tiles from `firstTile` on, in order of depth, as far as the list has
 * room; returns the tile before which it stopped, the number of tiles when it did not.
 */
export function bin(view: usize, count: i32, keys: usize, firstTile: i32): i32 {
  const tilesX = load<i32>(view, at.TILES_X), tiles = tilesX * load<i32>(view, at.TILES_Y);
  const counts = <usize>load<u32>(view, at.COUNTS), heads = <usize>load<u32>(view, at.HEADS);
  const starts = <usize>load<u32>(view, at.STARTS), list = load<u32>(view, at.LIST);
  const listEnd = list + (load<u32>(view, at.LIST_CAPACITY) << 2);
  let next = list;
  let tile = firstTile;
  for (; tile < tiles; tile++) {
    // One place more than counted: `put` writes there before it knows that it need not.
    const size = (load<u32>(counts + <usize>(tile << 2)) << 2) + 4;
    if (next + size + 4 > listEnd) break;
    store<u32>(starts + <usize>(tile << 2), next);
    store<u32>(heads + <usize>(tile << 2), next);
    next += size;
  }
  const lastTile = tile;
  store<u32>(starts + <usize>(lastTile << 2), next);
  const end = keys + <usize>(count << 3);
  if (firstTile > 0 || lastTile < tiles) {
    fillRange(view, keys, end, firstTile, lastTile);
    return lastTile;
  }
  const spareTiles = tilesX * at.SPARE_ROWS + 2;
  for (let spare = 0; spare < spareTiles; spare++) {
    store<u32>(heads + <usize>((tiles + spare) << 2), next);
  }
  const records = <usize>load<u32>(view, at.RECORDS);
  const boxes = <usize>load<u32>(view, at.TILE_BOXES);
  const row = <usize>tilesX << 2;
  for (let key = keys; key < end; key += at.KEY_BYTES) {
    const index = <usize>load<u32>(key);
    const box = boxes + index * at.TILE_BOX_BYTES;
    const record = <u32>(records + index * at.RECORD_BYTES);
    const first = load<u32>(box), more = load<u32>(box, 4);
    if (isLarge(more)) {
      fillLarge(record, first, more, heads, tilesX, 0, tiles);
      continue;
    }
    const right = (more & 1) << 2, below = more >> 16;
    const second = ((below + 1) >> 1) << 2, third = (below >> 1) << 2;
    let head = heads + first;
    put(head, record, 4);
    put(head + 4, record, right);
    head += row;
    put(head, record, second);
    put(head + 4, record, second & right);
    head += row;
    put(head, record, third);
    put(head + 4, record, third & right);
  }
  return lastTile;
}

/** Writes a record at a list's head and moves the head, by 4 to keep it or by 0 to forget it. */
// @ts-ignore: decorator
@inline function put(head: usize, record: u32, by: u32): void {
  const place = load<u32>(head);
  store<u32>(place, record);
  store<u32>(head, place + by);
}

function fillLarge(
  record: u32,
  first: u32,
  more: u32,
  heads: usize,
  tilesX: i32,
  firstTile: i32,
  lastTile: i32,
): void {
  const right = more & 0xffff, below = more >> 16;
  const y0 = (first >> 2) / tilesX, x0 = (first >> 2) % tilesX;
  for (let y = y0; y <= y0 + below; y++) {
    const columns = columnsOf(record, y, x0, x0 + right);
    if (columns < 0) continue;
    const from = max<i32>(firstTile, y * tilesX + (columns & 0xffff));
    const to = min<i32>(lastTile - 1, y * tilesX + (columns >> 16));
    for (let tile = from; tile <= to; tile++) put(heads + <usize>(tile << 2), record, 4);
  }
}

/** The slow way, for pictures whose lists do not fit at once. */
function fillRange(view: usize, keys: usize, end: usize, firstTile: i32, lastTile: i32): void {
  const tilesX = load<i32>(view, at.TILES_X), heads = <usize>load<u32>(view, at.HEADS);
  const records = <usize>load<u32>(view, at.RECORDS);
  const boxes = <usize>load<u32>(view, at.TILE_BOXES);
  for (let key = keys; key < end; key += at.KEY_BYTES) {
    const index = <usize>load<u32>(key);
    const box = boxes + index * at.TILE_BOX_BYTES;
    const record = <u32>(records + index * at.RECORD_BYTES);
    fillLarge(record, load<u32>(box), load<u32>(box, 4), heads, tilesX, firstTile, lastTile);
  }
}

// ---------------------------------------------------------------------------------------------
// Pixels

// A tile is 16 blocks of 4 × 2 pixels, a block two vectors. Scratch: the blocks' sums of
// (transmittance, R, G, B, coverage) × 2; 64 records; which of the 64 meet which block, as a byte
// for 8 blocks each and, transposed, as 64 bits for each block. Then, only where depths are asked
// for: the blocks' sums of depth × 2; the 64 records' depths.
const BLOCK_BYTES: usize = 160;
const CHUNK: usize = 64;
const CHUNK_RECORD_BYTES: usize = 48;
const SCRATCH_RECORDS: usize = 2560;
const SCRATCH_BYTES_OF_8: usize = 5632;
const SCRATCH_SETS: usize = 5760;
const DEPTH_SUMS_BYTES: usize = 32;
const SCRATCH_DEPTH_SUMS: usize = 5888;
const SCRATCH_DEPTHS: usize = 6400;

/** Draws the tiles from `firstTile` to before `lastTile`. */
export function draw(view: usize, firstTile: i32, lastTile: i32, scratch: usize): void {
  for (let tile = firstTile; tile < lastTile; tile++) drawTile(view, tile, scratch);
}

function drawTile(view: usize, tile: i32, scratch: usize): void {
  const tilesX = load<i32>(view, at.TILES_X);
  const tileX = tile % tilesX, tileY = tile / tilesX;
  const starts = <usize>load<u32>(view, at.STARTS) + <usize>(tile << 2);
  let entry = <usize>load<u32>(starts);
  const end = <usize>load<u32>(starts, 4) - 4;
  const hasDepth = load<i32>(view, at.HAS_DEPTH) != 0;
  if (entry == end && !hasDepth) {
    writeBackground(view, tileX, tileY);
    return;
  }
  const one = f32x4.splat(1), zero = f32x4.splat(0);
  for (let block = scratch; block < scratch + 16 * BLOCK_BYTES; block += BLOCK_BYTES) {
    v128.store(block, one);
    v128.store(block, one, 16);
    for (let sum: usize = 32; sum < BLOCK_BYTES; sum += 16) v128.store(block + sum, zero);
  }
  if (hasDepth) memory.fill(scratch + SCRATCH_DEPTH_SUMS, 0, 16 * DEPTH_SUMS_BYTES);
  const origin = f32x4.replace_lane(
    f32x4.replace_lane(zero, 0, <f32>(tileX * at.TILE_WIDTH)),
    1,
    <f32>(tileY * at.TILE_HEIGHT),
  );
  // Rows of pixel centres that end the four rows of blocks.
  const tops = f32x4(0.5, 2.5, 4.5, 6.5), bottoms = f32x4(1.5, 3.5, 5.5, 7.5);
  const chunkRecords = scratch + SCRATCH_RECORDS, left8 = scratch + SCRATCH_BYTES_OF_8;
  const sets = scratch + SCRATCH_SETS;
  let live: u32 = 0xffff;
  while (entry < end && live != 0) {
    // Copied first, in a loop of independent loads: the cache misses overlap.
    const stop = min<usize>(end, entry + (CHUNK << 2));
    if (hasDepth) copyDepths(entry, stop, scratch + SCRATCH_DEPTHS);
    let record = chunkRecords;
    for (; entry < stop; entry += 4) {
      const from = <usize>load<u32>(entry);
      v128.store(record, f32x4.sub(v128.load(from), origin));
      v128.store(record, v128.load(from, 16), 16);
      v128.store(record, v128.load(from, 32), 32);
      record += CHUNK_RECORD_BYTES;
    }
    const recordsEnd = record;
    for (let i: usize = 0; i < 128; i += 16) v128.store(left8 + i, zero);
    let byte = left8;
    for (record = chunkRecords; record < recordsEnd; record += CHUNK_RECORD_BYTES, byte++) {
      // How far the contour reaches to either side within each row of blocks.
      const mx = v128.load_splat<f32>(record), my = v128.load_splat<f32>(record, 4);
      const s = v128.load_splat<f32>(record, 8), k = v128.load_splat<f32>(record, 36);
      const h = v128.load_splat<f32>(record, 40), e = v128.load_splat<f32>(record, 44);
      const top = f32x4.sub(tops, my), bottom = f32x4.sub(bottoms, my);
      const dr = f32x4.max(top, f32x4.min(bottom, e));
      const dl = f32x4.max(top, f32x4.min(bottom, f32x4.neg(e)));
      // Where the row misses the contour, the root is not a number and nothing compares true.
      const right = f32x4.add(
        madd(s, dr, mx),
        f32x4.sqrt(nmadd(f32x4.mul(k, dr), dr, h)),
      );
      const left = f32x4.sub(
        madd(s, dl, mx),
        f32x4.sqrt(nmadd(f32x4.mul(k, dl), dl, h)),
      );
      store<u8>(byte, meets(left, right, 0.5) | (meets(left, right, 4.5) << 4));
      store<u8>(byte, meets(left, right, 8.5) | (meets(left, right, 12.5) << 4), 64);
    }
    transpose(left8, sets);
    transpose(left8 + 64, sets + 64);
    let todo = live;
    while (todo != 0) {
      const block = ctz(todo);
      todo &= todo - 1;
      const set = load<u64>(sets + (<usize>block << 3));
      if (set == 0) continue;
      const x = <f32>((block >> 2) << 2), y = <f32>((block & 3) << 1);
      const sums = scratch + <usize>block * BLOCK_BYTES;
      const isFull = hasDepth
        ? blendWithDepth(view, sums, chunkRecords, set, x, y, scratch, block)
        : blend(view, sums, chunkRecords, set, x, y);
      if (isFull) live &= ~(1 << block);
    }
  }
  writeTile(view, tileX, tileY, scratch);
  if (hasDepth) writeDepth(view, tileX, tileY, scratch);
}

/** Copies the depths of the records of a chunk. */
function copyDepths(entry: usize, end: usize, to: usize): void {
  for (; entry < end; entry += 4, to += 4) {
    store<f32>(to, load<f32>(<usize>load<u32>(entry), at.RECORD_DEPTH));
  }
}

/** Which of the four rows of blocks are met in the column of blocks whose first centre is `x`. */
// @ts-ignore: decorator
@inline function meets(left: v128, right: v128, x: f32): i32 {
  const hits = v128.and(f32x4.ge(right, f32x4.splat(x)), f32x4.le(left, f32x4.splat(x + 3)));
  return i32x4.bitmask(hits);
}

/** Turns 64 bytes into 8 sets of 64 bits. */
// @ts-ignore: decorator
@inline function transpose(from: usize, to: usize): void {
  let a = v128.load(from), b = v128.load(from, 16);
  let c = v128.load(from, 32), d = v128.load(from, 48);
  for (let set = 56; set >= 0; set -= 8) {
    store<u32>(to + <usize>set, i8x16.bitmask(a) | (i8x16.bitmask(b) << 16));
    store<u32>(to + <usize>set, i8x16.bitmask(c) | (i8x16.bitmask(d) << 16), 4);
    a = i8x16.add(a, a), b = i8x16.add(b, b);
    c = i8x16.add(c, c), d = i8x16.add(d, d);
  }
}

/** Blends the records of a set into a block, nearest first; says whether the block is full. */
function blend(view: usize, sums: usize, records: usize, set: u64, left: f32, top: f32): bool {
  return gather(view, sums, records, set, left, top, 0, 0, false);
}

/** The same, with the depth. Functions of their own: `blend` must not pay for what it has not. */
function blendWithDepth(
  view: usize,
  sums: usize,
  records: usize,
  set: u64,
  left: f32,
  top: f32,
  scratch: usize,
  block: i32,
): bool {
  const depthSums = scratch + SCRATCH_DEPTH_SUMS + <usize>block * DEPTH_SUMS_BYTES;
  return gather(view, sums, records, set, left, top, depthSums, scratch + SCRATCH_DEPTHS, true);
}

// @ts-ignore: decorator
@inline function gather(
  view: usize,
  sums: usize,
  records: usize,
  set: u64,
  left: f32,
  top: f32,
  depthSums: usize,
  depths: usize,
  hasDepth: bool,
): bool {
  let t0 = v128.load(sums), t1 = v128.load(sums, 16);
  let r0 = v128.load(sums, 32), r1 = v128.load(sums, 48);
  let g0 = v128.load(sums, 64), g1 = v128.load(sums, 80);
  let b0 = v128.load(sums, 96), b1 = v128.load(sums, 112);
  let c0 = v128.load(sums, 128), c1 = v128.load(sums, 144);
  let d0 = f32x4.splat(0), d1 = d0;
  if (hasDepth) d0 = v128.load(depthSums), d1 = v128.load(depthSums, 16);
  const x = f32x4.add(f32x4.splat(left), f32x4(0.5, 1.5, 2.5, 3.5));
  const y = f32x4.splat(top + 0.5);
  const k3 = splat(view, at.EXP_3), k2 = splat(view, at.EXP_2);
  const k1 = splat(view, at.EXP_1), k0 = splat(view, at.EXP_0);
  const leastPower = splat(view, at.LEAST_POWER), two = splat(view, at.TWO);
  const maxAlpha = splat(view, at.MAX_ALPHA), stopAt = splat(view, at.STOP_AT);
  do {
    const index = <usize>ctz(set), record = records + index * CHUNK_RECORD_BYTES;
    set &= set - 1;
    const s = v128.load_splat<f32>(record, 8), g = v128.load_splat<f32>(record, 12);
    const c = v128.load_splat<f32>(record, 16);
    const dy = f32x4.sub(y, v128.load_splat<f32>(record, 4));
    const u0 = nmadd(s, dy, f32x4.sub(x, v128.load_splat<f32>(record)));
    const u1 = f32x4.sub(u0, s);
    const cdy = f32x4.mul(c, dy);
    const e0 = madd(cdy, dy, v128.load_splat<f32>(record, 20));
    const e1 = madd(cdy, two, f32x4.add(e0, c));
    // The exponent, scaled; its exponential is a polynomial of degree 4, squared three times.
    const z0 = madd(f32x4.mul(g, u0), u0, e0);
    const z1 = madd(f32x4.mul(g, u1), u1, e1);
    let a0 = madd(madd(madd(f32x4.add(z0, k3), z0, k2), z0, k1), z0, k0);
    let a1 = madd(madd(madd(f32x4.add(z1, k3), z1, k2), z1, k1), z1, k0);
    a0 = f32x4.mul(a0, a0), a1 = f32x4.mul(a1, a1);
    a0 = f32x4.mul(a0, a0), a1 = f32x4.mul(a1, a1);
    a0 = f32x4.mul(a0, a0), a1 = f32x4.mul(a1, a1);
    a0 = v128.and(f32x4.pmin(a0, maxAlpha), f32x4.ge(z0, leastPower));
    a1 = v128.and(f32x4.pmin(a1, maxAlpha), f32x4.ge(z1, leastPower));
    let w0 = f32x4.mul(a0, t0), w1 = f32x4.mul(a1, t1);
    // A full pixel has no transmittance any more: what was left of it is the background's,
    // because colours are gathered as differences from the background.
    const n0 = f32x4.sub(t0, w0), n1 = f32x4.sub(t1, w1);
    const open0 = f32x4.ge(n0, stopAt), open1 = f32x4.ge(n1, stopAt);
    w0 = v128.and(w0, open0), w1 = v128.and(w1, open1);
    t0 = v128.and(n0, open0), t1 = v128.and(n1, open1);
    const red = v128.load_splat<f32>(record, 24), green = v128.load_splat<f32>(record, 28);
    const blue = v128.load_splat<f32>(record, 32);
    r0 = madd(w0, red, r0), r1 = madd(w1, red, r1);
    g0 = madd(w0, green, g0), g1 = madd(w1, green, g1);
    b0 = madd(w0, blue, b0), b1 = madd(w1, blue, b1);
    c0 = f32x4.add(c0, w0), c1 = f32x4.add(c1, w1);
    if (hasDepth) {
      const depth = v128.load_splat<f32>(depths + (index << 2));
      d0 = madd(w0, depth, d0), d1 = madd(w1, depth, d1);
    }
    if (!v128.any_true(v128.or(t0, t1))) break;
  } while (set != 0);
  v128.store(sums, t0), v128.store(sums, t1, 16);
  v128.store(sums, r0, 32), v128.store(sums, r1, 48);
  v128.store(sums, g0, 64), v128.store(sums, g1, 80);
  v128.store(sums, b0, 96), v128.store(sums, b1, 112);
  v128.store(sums, c0, 128), v128.store(sums, c1, 144);
  if (hasDepth) v128.store(depthSums, d0), v128.store(depthSums, d1, 16);
  return !v128.any_true(v128.or(t0, t1));
}

/** From 0…1 to 0…255. */
// @ts-ignore: decorator
@inline function quantize(value: v128, half: v128): v128 {
  const clipped = f32x4.min(f32x4.max(value, f32x4.splat(0)), f32x4.splat(1));
  return i32x4.trunc_sat_f32x4_s(f32x4.add(f32x4.mul(clipped, f32x4.splat(255)), half));
}

function writeTile(view: usize, tileX: i32, tileY: i32, scratch: usize): void {
  const width = load<i32>(view, at.WIDTH), height = load<i32>(view, at.HEIGHT);
  const backR = splat(view, at.BACKGROUND), backG = splat(view, at.BACKGROUND + 4);
  const backB = splat(view, at.BACKGROUND + 8), half = splat(view, at.HALF);
  const opaque = i32x4.splat(load<i32>(view, at.OPAQUE));
  const out = <usize>load<u32>(view, at.OUT);
  for (let column = 0; column < 4; column++) {
    const x = tileX * at.TILE_WIDTH + column * 4;
    if (x >= width) break;
    for (let row = 0; row < at.TILE_HEIGHT; row++) {
      const y = tileY * at.TILE_HEIGHT + row;
      if (y >= height) break;
      const sums = scratch + <usize>(column * 4 + (row >> 1)) * BLOCK_BYTES +
        (<usize>(row & 1) << 4);
      const red = quantize(f32x4.add(v128.load(sums, 32), backR), half);
      const green = quantize(f32x4.add(v128.load(sums, 64), backG), half);
      const blue = quantize(f32x4.add(v128.load(sums, 96), backB), half);
      const alpha = v128.or(quantize(v128.load(sums, 128), half), opaque);
      const pixels = v128.or(
        v128.or(red, i32x4.shl(green, 8)),
        v128.or(i32x4.shl(blue, 16), i32x4.shl(alpha, 24)),
      );
      storeRow(out + (<usize>(y * width + x) << 2), pixels, width - x);
    }
  }
}

/** Writes four pixels, or as many as there is room for. */
// @ts-ignore: decorator
@inline function storeRow(target: usize, pixels: v128, room: i32): void {
  if (room >= 4) v128.store(target, pixels);
  else {
    v128.store32_lane(target, pixels, 0);
    if (room > 1) v128.store32_lane(target, pixels, 1, 4);
    if (room > 2) v128.store32_lane(target, pixels, 2, 8);
  }
}

/** Writes the planes of depth and coverage. */
function writeDepth(view: usize, tileX: i32, tileY: i32, scratch: usize): void {
  const width = load<i32>(view, at.WIDTH), height = load<i32>(view, at.HEIGHT);
  const plane = <usize>(width * height) << 2;
  const depths = <usize>load<u32>(view, at.OUT) + plane, coverages = depths + plane;
  for (let column = 0; column < 4; column++) {
    const x = tileX * at.TILE_WIDTH + column * 4;
    if (x >= width) break;
    for (let row = 0; row < at.TILE_HEIGHT; row++) {
      const y = tileY * at.TILE_HEIGHT + row;
      if (y >= height) break;
      const block = <usize>(column * 4 + (row >> 1)), half = <usize>(row & 1) << 4;
      const coverage = v128.load(scratch + block * BLOCK_BYTES + half, 128);
      const sum = v128.load(scratch + SCRATCH_DEPTH_SUMS + block * DEPTH_SUMS_BYTES + half);
      const depth = f32x4.div(sum, coverage);
      const target = <usize>(y * width + x) << 2;
      const isCovered = f32x4.gt(coverage, f32x4.splat(0));
      storeRow(depths + target, v128.and(depth, isCovered), width - x);
      storeRow(coverages + target, coverage, width - x);
    }
  }
}

function writeBackground(view: usize, tileX: i32, tileY: i32): void {
  const width = load<i32>(view, at.WIDTH), height = load<i32>(view, at.HEIGHT);
  const half = splat(view, at.HALF), out = <usize>load<u32>(view, at.OUT);
  const red = quantize(splat(view, at.BACKGROUND), half);
  const green = quantize(splat(view, at.BACKGROUND + 4), half);
  const blue = quantize(splat(view, at.BACKGROUND + 8), half);
  const alpha = i32x4.splat(load<i32>(view, at.OPAQUE) << 24);
  const pixels = v128.or(
    v128.or(red, i32x4.shl(green, 8)),
    v128.or(i32x4.shl(blue, 16), alpha),
  );
  const right = min(width, (tileX + 1) * at.TILE_WIDTH);
  const bottom = min(height, (tileY + 1) * at.TILE_HEIGHT);
  for (let y = tileY * at.TILE_HEIGHT; y < bottom; y++) {
    for (let x = tileX * at.TILE_WIDTH; x < right; x++) {
      store<i32>(out + (<usize>(y * width + x) << 2), i32x4.extract_lane(pixels, 0));
    }
  }
}
