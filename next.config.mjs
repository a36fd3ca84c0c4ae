/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native code and the database driver stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "@prisma/client", "@prisma/adapter-pg", "pg", "pg-boss", "pino"],
  // The web process logs each request itself, without the tokens in its address.
  logging: { incomingRequests: false },
  // Types and lint are `npm test`'s first steps; a start need not repeat them.
  typescript: { ignoreBuildErrors: true },
  // A route is loaded when it is asked for first: loading all of them kept the first answer waiting, and 75 MiB of memory.
  experimental: { preloadEntriesOnStart: false },
};
