import { serveEngine } from "../../speech/engine/serve-engine.ts";

/* The engine as it is, but with everybody's priority: beside a busy machine's other tests it would wait for minutes. */
serveEngine();
