import { expect, test } from "vitest";
import { revoking, stillOpen } from "./revoke-words.ts";

const ADA = { name: "Ada Lovelace" };

test("one invitation is called by whose it is, several by how many there are", () => {
  expect(revoking([ADA], "en")).toEqual({
    title: "Revoking the invitation of Ada Lovelace",
    description: "Its link stops working in a few seconds.",
  });
  expect(revoking([ADA, ADA], "en").title).toBe("Revoking 2 invitations");
  expect(stillOpen([ADA], "en").title).toBe("The invitation of Ada Lovelace is still open");
  expect(stillOpen([ADA, ADA, ADA], "en").title).toBe("3 invitations are still open");
});
