import type { Plugin, System } from "swagger-ui-dist/swagger-ui-es-bundle.js";

/**
 * Swagger UI so that it can be operated by everybody: no link inside of a button, and no second `main` on a page that has one. Its own
 * layout is a `main`, so the parts are laid out here; what the page says itself (title, servers) is left out.
 */
export const accessibleReference: Plugin = (system) => ({
  components: { ReferenceLayout: layoutFor(system) },
  // Opening an operation puts it into the address anyway.
  wrapComponents: { DeepLink: (_original, { React }) => wordsOnly(React) },
});

function wordsOnly({ createElement }: System["React"]) {
  return ({ text }: { text: string }) => createElement("span", null, text);
}

function layoutFor({ React: { createElement } }: System) {
  return ({ getComponent }: Pick<System, "getComponent">) => {
    const part = (name: string) => createElement(getComponent(name, true), null);
    const box = (className: string, ...parts: unknown[]) => createElement("div", { className }, ...parts);
    return box(
      "swagger-ui",
      createElement(getComponent("SvgAssets"), null),
      part("errors"),
      box("scheme-container", box("schemes wrapper", part("AuthorizeBtnContainer"))),
      part("FilterContainer"),
      box("wrapper", part("operations"), box("webhooks-container", part("Webhooks"))),
    );
  };
}
