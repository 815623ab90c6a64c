/**
 * Whether this test run may do what a test needs; `deno test` without flags grants nothing.
 * Use as `ignore: !granted("net", "read")`; the runner then shows the test as ignored.
 */
export function granted(...names: Deno.PermissionName[]): boolean {
  return names.every((name) =>
    Deno.permissions.querySync({ name } as Deno.PermissionDescriptor).state === "granted"
  );
}
