// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { openPage, press } from "../../../lib/testing/page.ts";
import { Button } from "../button.tsx";
import type { Column } from "./columns.ts";
import { RowLink } from "./row-link.tsx";
import { useSelection } from "./selection-provider.tsx";
import { Table } from "./table.tsx";

type Row = { id: string; name: string; open: boolean };

const ROWS: Row[] = [
  { id: "1", name: "Ada", open: true },
  { id: "2", name: "Grace", open: false },
  { id: "3", name: "Katherine", open: true },
];
const COLUMNS: Column<Row>[] = [
  {
    head: "Name",
    width: "1fr",
    className: "",
    cell: ({ id, name }) => <RowLink href={`/people/${id}`}>{name}</RowLink>,
    skeleton: [],
  },
];
const remove = vi.fn();

function Remove() {
  const [{ chosen }] = useSelection();
  return <Button onClick={() => remove([...chosen])}>Remove</Button>;
}

const list = (rows: Row[]) => (
  <>
    <input aria-label="Search" />
    <Table
      label="People"
      columns={COLUMNS}
      rows={rows}
      titleOf={({ name }) => name}
      choosing={{ labelOf: ({ name, open }) => (open ? `Choose ${name}` : null), actions: <Remove /> }}
      empty={<p>Nobody is here</p>}
    />
  </>
);

let page: Awaited<ReturnType<typeof openPage>>;
const open = async (rows = ROWS) => {
  page = await openPage(list(rows));
};
afterEach(() => page.close());

const key = (pressed: string, init: KeyboardEventInit = {}) =>
  act(async () => {
    const event = new KeyboardEvent("keydown", { key: pressed, bubbles: true, cancelable: true, ...init });
    (document.activeElement ?? document.body).dispatchEvent(event);
  });
const keyboardAt = () => document.activeElement?.textContent ?? "";
const box = (label: string) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
const click = (label: string) => act(async () => box(label)?.click());

test("keys go from row to row, and stay at the ends", async () => {
  await open();
  await key("j");
  expect(keyboardAt()).toBe("Ada");
  await key("j");
  await key("ArrowDown");
  await key("ArrowDown");
  expect(keyboardAt()).toBe("Katherine");
  await key("k");
  await key("ArrowUp");
  await key("k");
  expect(keyboardAt()).toBe("Ada");
});

test("who is writing, or presses the browser's own keys, goes nowhere", async () => {
  await open();
  box("Search")?.focus();
  await key("j");
  expect(document.activeElement).toBe(box("Search"));
  box("Search")?.blur();
  await key("j", { ctrlKey: true });
  await key("ArrowDown");
  expect(document.activeElement).toBe(document.body);
});

test("rows are chosen by key or by box, all at once, and given up by Escape", async () => {
  await open();
  expect(document.body.textContent).not.toContain("chosen");
  await key("j");
  await key("x");
  expect(document.body.textContent).toContain("1 chosen");
  expect(box("Choose all on this page")?.indeterminate).toBe(true);
  await click("Choose Katherine");
  expect(box("Choose all on this page")?.checked).toBe(true);
  expect(box("Choose Grace")).toBeNull();
  await press("Remove");
  expect(remove).toHaveBeenLastCalledWith(["1", "3"]);
  await key("Escape");
  expect(document.body.textContent).not.toContain("chosen");
  await click("Choose all on this page");
  expect(document.body.textContent).toContain("2 chosen");
});

test("what leaves the list is not chosen any more", async () => {
  await open();
  await click("Choose all on this page");
  await page.show(list(ROWS.slice(0, 2)));
  expect(document.body.textContent).toContain("1 chosen");
});

test("a list without rows says what there is to say", async () => {
  await open([]);
  expect(document.querySelector("ul")).toBeNull();
  expect(document.body.textContent).toContain("Nobody is here");
});
