"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { parts } from "@/lib/words/en/parts.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActions } from "./dialog.tsx";

const sentences = catalogue({ en: parts });

type LeaveGuardProps = {
  /** There is something on the page that is not saved. */
  active: boolean;
  title: string;
  /** What becomes of it. */
  description: string;
};

type Go = () => void;

/** The guard that is on the page now. */
let ask: ((go: Go) => void) | null = null;

/** Leaves the page by something that is no link, such as a menu: at once, or after a guard has asked. */
export function leaveBy(go: Go): void {
  if (ask) ask(go);
  else go();
}

/** Asks before the page is left: by a link, by “back”, by `leaveBy`, and, in the browser's own words, by closing or reloading it. */
export function LeaveGuard({ active, title, description }: LeaveGuardProps) {
  const say = useWords(sentences);
  const router = useRouter();
  const [wanted, setWanted] = useState<{ go: Go } | null>(null);
  /** They have said that they want to leave. */
  const released = useRef(false);

  useEffect(() => {
    if (!active) return;
    released.current = false;
    const hold = (go: Go) => setWanted({ go });
    ask = hold;
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!released.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const href = released.current ? null : leadsAway(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      hold(() => router.push(href));
    };
    const onNavigate = (event: NavigateEvent) => {
      const { destination, navigationType, cancelable, hashChange } = event;
      if (released.current || navigationType !== "traverse" || !cancelable || hashChange) return;
      if (!destination.sameDocument) return; // the browser asks by itself
      event.preventDefault();
      hold(() => window.navigation.traverseTo(destination.key));
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    // Browsers that do not have it go back unasked; what was written is kept all the same.
    window.navigation?.addEventListener("navigate", onNavigate);
    return () => {
      if (ask === hold) ask = null;
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
      window.navigation?.removeEventListener("navigate", onNavigate);
    };
  }, [active, router]);

  const leave = () => {
    released.current = true;
    setWanted(null);
    wanted?.go();
  };
  return (
    <Dialog open={wanted !== null} onOpenChange={() => setWanted(null)} title={title} description={description}>
      <DialogActions>
        <Button onClick={() => setWanted(null)}>{say("stay")}</Button>
        <Button variant="primary" onClick={leave}>
          {say("leave")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Where a click leads within the product, if it leaves this page in this tab; null for every other click. */
function leadsAway(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.target === "_blank" || link.hasAttribute("download")) return null;
  const { origin, pathname, search } = new URL(link.href, window.location.href);
  if (origin !== window.location.origin) return null; // another page altogether: the browser asks
  return pathname === window.location.pathname ? null : `${pathname}${search}`;
}
