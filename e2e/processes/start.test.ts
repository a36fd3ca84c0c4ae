import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort, freshPlace, startServer } from "../support/server.ts";
import { firstInterview } from "../support/server-client.ts";

const ROOT = resolve(import.meta.dirname, "../..");

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "talentflow-start-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts with these variables, for starts that are refused: what it printed as errors, and its exit code. */
async function refusedStart(variables: Record<string, string>) {
  const environment = {
    ...process.env,
    DATABASE_URL: "",
    DATA_DIR: join(folder, "data"),
    LOG_DIR: join(folder, "logs"),
  };
  const child = spawn(process.execPath, ["lib/cli/main.ts", "start"], {
    cwd: ROOT,
    env: { ...environment, PORT: String(await freePort()), ...variables },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const [code] = await once(child, "exit");
  return { code, lines: errors.trim().split("\n") };
}

describe("a start that cannot work says why in one line, and nothing is started", () => {
  test("the port is taken", async () => {
    const other = createServer().listen(0);
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    const { code, lines } = await refusedStart({ PORT: port });
    other.close();
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`Port ${port} is taken`);
    expect(lines[0]).toMatch(/\bPORT\b/);
  });

  test("the data folder cannot be written", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    const { code, lines } = await refusedStart({ DATA_DIR: join(file, "data") });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/data folder .* cannot be written .*DATA_DIR/);
  });

  test("the database does not answer", async () => {
    const url = `postgresql://somebody:secret-word@127.0.0.1:${await freePort()}/nothing`;
    const { code, lines } = await refusedStart({ DATABASE_URL: url });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/DATABASE_URL.*cannot be reached/);
    expect(lines[0]).not.toContain("secret-word");
  });

  test("the bucket does not answer", async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const s3 = { STORAGE_DRIVER: "s3", S3_BUCKET: "interviews", S3_ENDPOINT: endpoint };
    const keys = { S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "secret-word" };
    const { code, lines } = await refusedStart({ ...s3, ...keys, S3_FORCE_PATH_STYLE: "1" });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/S3_BUCKET: the bucket interviews at .* cannot be used .*ECONNREFUSED/);
    expect(lines[0]).not.toContain("secret-word");
  });

  test("malformed variables, all of them", async () => {
    const { code, lines } = await refusedStart({ PORT: "many", LOG_LEVEL: "loud", PUBLIC_URL: "here" });
    expect(code).toBe(1);
    expect(lines).toHaveLength(3);
    for (const name of ["PORT", "LOG_LEVEL", "PUBLIC_URL"]) expect(lines.join("\n")).toContain(name);
  });
});

test("the first run prints a sign-in and a link, and the log keeps no secret", async () => {
  const server = await startServer(await freshPlace());
  try {
    const printed = server.printed();
    const password = /Password\s+(\S+)/.exec(printed)?.[1] ?? "";
    const token = /\/interview\/([0-9a-f-]{36})/.exec(printed)?.[1] ?? "";
    expect(password.length).toBeGreaterThan(15);
    expect((await fetch(`${server.baseUrl}/interview/${token}`)).status).toBe(200);
    const interview = await firstInterview(server);
    await interview.askAndAnswer("What is your favourite word?");
    await interview.end();
    await expect.poll(() => interview.analysisStatus(), { timeout: 60_000 }).toBe("completed");
    await server.stop();

    const log = await readFile(join(server.dataDir, "logs", "talentflow.log"), "utf8");
    const lines = log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const secret of [password, token, interview.sessionId, "favourite word", "measure it first", "tf_"]) {
      expect(secret).not.toBe("");
      expect(log).not.toContain(secret);
    }
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: "request",
        method: "POST",
        path: "/api/interview/answer/add",
        status: 200,
        request_id: expect.any(String),
        duration_ms: expect.any(Number),
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: "job",
        job: "analysis.run",
        status: "completed",
        duration_ms: expect.any(Number),
      }),
    );
  } finally {
    await server.remove();
  }
});
