import { inject } from "vitest";

// Before any test imports lib/db: the tests' own verbs (make an organisation, invite) use the server's database.
process.env.DATABASE_URL = inject("databaseUrl");
process.env.AUTH_SECRET = inject("authSecret"); // what they seal, the server opens
process.env.PUBLIC_URL = inject("baseUrl");
