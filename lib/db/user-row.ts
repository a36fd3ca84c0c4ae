import type { Role } from "./generated/client.ts";

/** A user without the password hash. */
export type UserRow = { id: string; organizationId: string; email: string; name: string; role: Role };
