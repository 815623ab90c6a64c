/** Colours that a background may be named by, R, G and B, 0 to 1. */
const NAMED: Readonly<Record<string, readonly [number, number, number]>> = {
  white: [1, 1, 1],
  black: [0, 0, 0],
  gray: [0.5, 0.5, 0.5],
  grey: [0.5, 0.5, 0.5],
};

/** Reads `white`, `black`, `gray`, `#rgb` or `#rrggbb`; undefined when it is none of these. */
export function parseBackground(text: string): readonly [number, number, number] | undefined {
  const named = Object.hasOwn(NAMED, text.toLowerCase()) ? NAMED[text.toLowerCase()] : undefined;
  if (named) return named;
  const long = /^#?([0-9a-f]{3})$/i.test(text)
    ? text.replace(/^#/, "").replaceAll(/./g, "$&$&")
    : text.replace(/^#/, "");
  if (!/^[0-9a-f]{6}$/i.test(long)) return undefined;
  const channel = (index: number) => parseInt(long.slice(index * 2, index * 2 + 2), 16) / 255;
  return [channel(0), channel(1), channel(2)];
}
