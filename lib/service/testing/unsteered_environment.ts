/**
 * Returns the environment of this process without what steers our programs, for a program that a
 * test starts with `clearEnv`: what an operator has exported must not decide about the test.
 */
export function unsteeredEnvironment(): Record<string, string> {
  const variables = Object.entries(Deno.env.toObject());
  return Object.fromEntries(variables.filter(([name]) => !/^(BT|THREEGEN)_/.test(name)));
}
