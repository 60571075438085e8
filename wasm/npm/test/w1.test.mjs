// The line of cailiang in benches/peers: W1 by the module is W1 by hand. The other engines are not needed for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CASES, check } from "../../../benches/peers/same.mjs";

test(`${CASES} cases of W1 are as by hand, to the last digit`, async () => {
  assert.deepEqual(await check("cailiang"), { inexact: 0 });
});
