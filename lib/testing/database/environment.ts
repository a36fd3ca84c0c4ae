import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { inject } from "vitest";

/*
 * Runs before each test file, and before the modules that it imports: some of them read the environment as they load.
 * The database of this address does not exist until the file asks for it by `testDatabase()`.
 */

const name = `test_${randomBytes(6).toString("hex")}`;
const url = new URL(inject("templateDatabaseUrl"));
url.pathname = `/${name}`;

process.env.DATABASE_URL = url.href;
process.env.DATA_DIR = join(inject("testFolder"), name, "data");
process.env.LOG_DIR = join(inject("testFolder"), name, "logs");
// A developer's own settings must not decide how tests end.
for (const setting of ["PORT", "PUBLIC_URL", "TRUST_PROXY", "OPENAI_API_KEY", "OPENAI_BASE_URL"])
  delete process.env[setting];
process.env.AUTH_SECRET = randomBytes(32).toString("hex"); // as `npm start` makes one
process.env.SPEECH_MODEL = "off"; // nothing is fetched for a test; those of speech say otherwise
