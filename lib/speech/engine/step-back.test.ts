import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("the process that hears steps back behind everybody else", async () => {
  const module = new URL("./step-back.ts", import.meta.url);
  const program = `import { getPriority } from "node:os"; const { stepBack } = await import("${module}"); stepBack(); console.log(getPriority());`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
  expect(Number(stdout)).toBe(19);
});
