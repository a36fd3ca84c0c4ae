import { vi } from "vitest";

/*
 * Runs before each test file of a worker that has run others: our own modules are loaded anew, with the environment that this file
 * has, while packages, which take most of the time, stay loaded.
 */

vi.resetModules();
