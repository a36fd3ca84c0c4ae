declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  type Request = { url: string; credentials?: RequestCredentials };
  type Options = {
    domNode: HTMLElement;
    spec: object;
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
