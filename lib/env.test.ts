import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ENV_NAMES, EnvError, parseEnv } from "./env.ts";

test("everything has a default", () => {
  expect(parseEnv({}, "/srv/talentflow")).toEqual({
    port: 5000,
    publicUrl: "http://localhost:5000",
    database: { kind: "embedded" },
    dataDir: "/srv/talentflow/data",
    logDir: "/srv/talentflow/logs",
    logLevel: "info",
    authSecret: undefined,
    trustProxy: false,
  });
});

test("an empty variable is one that is not set", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: "", LOG_LEVEL: "" })).toEqual(parseEnv({}));
});

test("links begin with PUBLIC_URL, and with the port when it is not set", () => {
  expect(parseEnv({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
  expect(parseEnv({ PORT: "8080", PUBLIC_URL: "https://talent.example.com/" }).publicUrl).toBe(
    "https://talent.example.com",
  );
});

test("all malformed variables are named at once", () => {
  const wrong = {
    PORT: "70000",
    PUBLIC_URL: "talent",
    DATABASE_URL: "mysql://x",
    LOG_LEVEL: "loud",
    AUTH_SECRET: "short",
  };
  const problems = (() => {
    try {
      parseEnv(wrong);
    } catch (error) {
      if (error instanceof EnvError) return error.problems;
    }
    return [];
  })();
  expect(problems.map((problem) => problem.split(" ")[0])).toEqual(Object.keys(wrong));
});

test(".env.example names every variable that is read", () => {
  const listed =
    readFileSync(new URL("../.env.example", import.meta.url), "utf8").match(/^(?:# )?[A-Z_]+(?==)/gm) ?? [];
  const names = listed.map((line) => line.replace("# ", ""));
  expect(names.filter((name) => name !== "CHROMIUM_PATH")).toEqual(ENV_NAMES);
});
