import { encodeAddress } from "@threegen/chain/wallet";
import assert from "node:assert/strict";
import { createAddressVerifier } from "./address_verifier.ts";

/** Addresses of as many keys, none of which anybody has. */
function addresses(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const key = new Uint8Array(32);
    new DataView(key.buffer).setUint32(0, index);
    return encodeAddress(key);
  });
}

Deno.test("createAddressVerifier() reads an address once, and remembers 4096 of them", async () => {
  const keys: Uint8Array[] = [];
  const verify = createAddressVerifier((_message, _signature, key) => keys.push(key) > 0);
  const nothing = new Uint8Array();
  const [first, ...others] = addresses(4097);
  const keyOf = async (address: string) => {
    assert.ok(await verify(nothing, nothing, address));
    return keys.pop()!;
  };
  const key = await keyOf(first);
  for (const address of others.slice(0, 4095)) await keyOf(address);
  assert.equal(await keyOf(first), key, "4096 addresses: the key is the same object still");
  await keyOf(others[4095]);
  assert.notEqual(await keyOf(first), key, "one more: it was read again");
  assert.deepEqual(await keyOf(first), key);
});

Deno.test("createAddressVerifier() says no to what is no address, without asking", async () => {
  const verify = createAddressVerifier(() => assert.fail("asked"));
  const [address] = addresses(1);
  for (const text of ["", "x", address.slice(1), address.replace("5", "6"), `${address} `]) {
    assert.equal(await verify(new Uint8Array(), new Uint8Array(64), text), false);
  }
});
