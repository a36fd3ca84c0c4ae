import { stepBack } from "./step-back.ts";

/* The process that hears, with the engine's own models. Whoever uploads comes first already while it loads what it hears with. */
stepBack();
const { serveEngine } = await import("./serve-engine.ts");
serveEngine();
