import { inject } from "vitest";

// Before any test imports lib/db: the tests' own verbs (make an organisation, invite) use the server's database.
process.env.DATABASE_URL = inject("databaseUrl");
process.env.AUTH_SECRET = inject("authSecret"); // what they seal, the server opens
process.env.PUBLIC_URL = inject("baseUrl");
process.env.SPEECH_MODEL = "off"; // as the server has it: what candidates agree to says who writes down what they say
