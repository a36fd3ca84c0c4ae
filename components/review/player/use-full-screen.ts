"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Where the player is: in the page, alone on the screen, or, where a browser cannot do that, over the whole window. */
export type Extent = "page" | "screen" | "window";

/**
 * The whole player, with its controls, over the whole screen. iPhones give the screen to nothing but a bare picture; there it fills the
 * window, so that nothing of it is lost.
 */
export function useFullScreen(player: RefObject<HTMLElement | null>): { extent: Extent; toggle: () => void } {
  const [extent, setExtent] = useState<Extent>("page");
  /** What had the keyboard before. */
  const opener = useRef<Element | null>(null);

  useEffect(() => {
    const onChange = () => {
      const isOn = document.fullscreenElement !== null && document.fullscreenElement === player.current;
      setExtent((before) => (isOn ? "screen" : before === "screen" ? "page" : before));
    };
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, [player]);

  useEffect(() => {
    if (extent === "page") {
      if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
      opener.current = null;
      return;
    }
    opener.current = document.activeElement;
    player.current?.focus({ preventScroll: true }); // so that space plays, instead of leaving again
  }, [extent, player]);

  useEffect(() => {
    if (extent !== "window") return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setExtent("page");
    };
    const { overflow } = document.documentElement.style;
    document.documentElement.style.overflow = "hidden"; // what is below does not scroll along
    document.addEventListener("keydown", onKey);
    return () => {
      document.documentElement.style.overflow = overflow;
      document.removeEventListener("keydown", onKey);
    };
  }, [extent]);

  const toggle = useCallback(() => {
    if (extent === "screen") void document.exitFullscreen();
    else if (extent === "window") setExtent("page");
    else if (!player.current?.requestFullscreen) setExtent("window");
    else player.current.requestFullscreen().catch(() => setExtent("window")); // refused, as inside another site's frame
  }, [extent, player]);
  return { extent, toggle };
}
