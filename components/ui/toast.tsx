"use client";

import { X } from "lucide-react";
import { Direction, Toast as RadixToast } from "radix-ui";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { parts } from "@/lib/words/en/parts.ts";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { TONE_ICON, TONE_TEXT, type Tone } from "./tone.tsx";

const sentences = catalogue({ en: parts });

export type ToastMessage = {
  tone?: Tone;
  title: string;
  description?: string;
  /** A way back, such as “Undo”. The message then stays until it is dismissed, by the reader or by who showed it. */
  action?: { label: string; onSelect: () => void };
};

/** Shows a message and gives back what takes it away. */
export type ShowToast = (message: ToastMessage) => () => void;

type Shown = ToastMessage & { id: number; open: boolean };

const SHOWN_MS = 6_000;
/** The time the leaving animation takes. */
const LEAVING_MS = 200;

const ToastContext = createContext<ShowToast | null>(null);

/** Shows a short message at the edge of the page: what was done, and perhaps how to undo it. F8 moves the keyboard there. */
export function useToast(): ShowToast {
  const show = useContext(ToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it.");
  return show;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const say = useWords(sentences);
  const direction = Direction.useDirection();
  const [toasts, setToasts] = useState<Shown[]>([]);
  const lastId = useRef(0);
  const close = useCallback((id: number) => {
    setToasts((before) => before.map((toast) => (toast.id === id ? { ...toast, open: false } : toast)));
    setTimeout(() => setToasts((before) => before.filter((toast) => toast.id !== id)), LEAVING_MS);
  }, []);
  const show: ShowToast = useCallback(
    (message) => {
      lastId.current += 1;
      const id = lastId.current;
      setToasts((before) => [...before, { ...message, id, open: true }]);
      return () => close(id);
    },
    [close],
  );
  return (
    <ToastContext value={show}>
      <RadixToast.Provider label={say("message")} swipeDirection={direction === "rtl" ? "left" : "right"}>
        {children}
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
        <RadixToast.Viewport
          label={say("messages", { key: "{hotkey}" })}
          className="fixed inset-x-4 bottom-4 z-50 flex flex-col gap-3 outline-none sm:start-auto sm:w-96"
        />
      </RadixToast.Provider>
    </ToastContext>
  );
}

function ToastCard({ toast, onClose }: { toast: Shown; onClose: () => void }) {
  const say = useWords(sentences);
  const { tone = "positive", title, description, action } = toast;
  const Icon = TONE_ICON[tone];
  return (
    <RadixToast.Root
      open={toast.open}
      onOpenChange={(open) => open || onClose()}
      type={tone === "negative" ? "foreground" : "background"}
      duration={action ? Number.POSITIVE_INFINITY : SHOWN_MS}
      className="flex animate-rise items-start gap-3 rounded-card border border-hairline bg-raised p-4 text-sm shadow-float data-[state=closed]:opacity-0 data-[state=closed]:transition-opacity"
    >
      <Icon aria-hidden size={20} className={classNames("shrink-0", TONE_TEXT[tone])} />
      <div className="min-w-0 flex-1">
        <RadixToast.Title className="font-strong">{title}</RadixToast.Title>
        {description ? (
          <RadixToast.Description className="mt-1 text-muted">{description}</RadixToast.Description>
        ) : null}
      </div>
      {action ? (
        <Button
          size="small"
          className="-my-1"
          onClick={() => {
            action.onSelect();
            onClose();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <RadixToast.Close asChild>
        <Button variant="quiet" size="small" iconOnly aria-label={say("dismiss")} className="-my-1 -me-2">
          <X aria-hidden size={16} />
        </Button>
      </RadixToast.Close>
    </RadixToast.Root>
  );
}
