import { z } from "zod";

// Runs before anything else of a page. Zod would try whether it may compile code, which the pages' Content-Security-Policy
// forbids and every browser would report.
z.config({ jitless: true });
