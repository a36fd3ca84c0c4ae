declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  type Request = { url: string; credentials?: RequestCredentials };
  /** A component of its own React; what it is made of is nobody's business here. */
  type Component = string | ((props: never) => unknown);
  export type System = {
    React: { createElement: (type: Component, props: object | null, ...children: unknown[]) => unknown };
    /** @param isContainer connected to its state */
    getComponent: (name: string, isContainer?: true) => Component;
  };
  export type Plugin = (system: System) => {
    components?: Record<string, (props: System) => unknown>;
    wrapComponents?: Record<string, (original: Component, system: System) => (props: { text: string }) => unknown>;
  };
  type Options = {
    domNode: HTMLElement;
    spec: object;
    plugins?: Plugin[];
    /** The component that lays out the rest. */
    layout?: string;
    deepLinking?: boolean;
    docExpansion?: "list" | "full" | "none";
    defaultModelsExpandDepth?: number;
    defaultModelExpandDepth?: number;
    defaultModelRendering?: "example" | "model";
    displayRequestDuration?: boolean;
    filter?: boolean;
    tryItOutEnabled?: boolean;
    persistAuthorization?: boolean;
    validatorUrl?: null;
    requestInterceptor?: (request: Request) => Request;
  };
  export default function SwaggerUI(options: Options): void;
}
