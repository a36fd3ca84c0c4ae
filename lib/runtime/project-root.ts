import { fileURLToPath } from "node:url";

/** The project's folder, without a slash at the end: where package.json, app and prisma are. */
export const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");
