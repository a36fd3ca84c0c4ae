import { vi } from "vitest";

/*
 * Runs before each test file of a worker that has run others: our own modules are loaded anew, with the environment that this file
 * has, while packages, which take most of the time, stay loaded. What our modules hold beyond themselves goes, too: something that
 * the file before left under way may have opened it again, to that file's database.
 */

vi.resetModules();
const held = globalThis as Record<string, unknown>;
for (const name of Object.keys(held).filter((key) => key.startsWith("talentflow"))) delete held[name];
