import { serveEngine } from "./serve-engine.ts";

/* The process that hears, with the engine's own models. */
serveEngine();
