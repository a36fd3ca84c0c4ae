/** What the tests use of the S3 server in `node_modules/s3rver`, which brings no types. */
declare module "s3rver" {
  import type { IncomingMessage, Server } from "node:http";

  export type Context = {
    method: string;
    path: string;
    query: Record<string, string>;
    headers: IncomingMessage["headers"];
    status: number;
    type: string;
    body: unknown;
  };
  export type Middleware = (context: Context, next: () => Promise<void>) => Promise<void>;

  export default class S3rver {
    constructor(options: { address: string; port: number; silent: boolean; directory: string });
    /** Koa's: what each request passes through, in order. */
    middleware: Middleware[];
    store: object;
    context: { store: object };
    /** Once it runs. */
    httpServer: Server;
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
