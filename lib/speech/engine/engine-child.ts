import { serveEngine } from "./serve-engine.ts";
import { stepBack } from "./step-back.ts";

/* The process that hears, with the engine's own models. */
stepBack();
serveEngine();
