import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";

/** A page of a test's own, in a document that is no browser's. */
export async function openPage(content: ReactNode) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(async () => root.render(content));
  return {
    show: (next: ReactNode) => act(async () => root.render(next)),
    close: () => act(async () => root.unmount()),
  };
}

/** The control that a label names. */
export function labelled<Control extends HTMLElement = HTMLInputElement>(label: string): Control {
  const found = [...document.querySelectorAll("label")].find(({ textContent }) => textContent?.startsWith(label));
  const control = found && document.getElementById(found.htmlFor);
  if (!control) throw new Error(`nothing is labelled ${label}`);
  return control as Control;
}

/** Replaces what a control holds, as typing does. */
export async function fill(control: HTMLInputElement, text: string): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value") ?? {};
  await act(async () => {
    set?.call(control, text); // React is told by the event, as of a person
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export async function press(name: string): Promise<void> {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  if (!button) throw new Error(`there is no button ${name}`);
  await act(async () => button.click());
}
