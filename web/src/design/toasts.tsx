import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";

interface Toast {
  id: number;
  text: string;
  action: { label: string; run: () => void } | undefined;
}

type Show = (text: string, action?: { label: string; run: () => void }) => void;

const ToastContext = createContext<Show>(() => undefined);
const SHOWN_MS = 6000;

/** Says what was done, and how to undo it; announced politely and gone after six seconds. */
export function useToast(): Show {
  return useContext(ToastContext);
}

/** Where toasts appear. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(0);
  const remove = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Show>(
    (text, action) => {
      const id = next.current++;
      setToasts((all) => [...all.slice(-2), { id, text, action }]);
      window.setTimeout(() => remove(id), SHOWN_MS);
    },
    [remove],
  );
  const stack = useMemo(
    () => (
      <div
        role="status"
        aria-live="polite"
        className="fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-4 max-md:bottom-20"
      >
        {toasts.map((toast) => (
          <div
            key={toast.id}
            className="flex max-w-lg items-center gap-3 rounded-control bg-text px-3 py-2 text-base text-surface shadow-raised"
          >
            <span>{toast.text}</span>
            {toast.action && (
              <button
                type="button"
                className="font-semibold underline underline-offset-2"
                onClick={() => {
                  toast.action?.run();
                  remove(toast.id);
                }}
              >
                {toast.action.label}
              </button>
            )}
          </div>
        ))}
      </div>
    ),
    [toasts, remove],
  );
  return (
    <ToastContext value={show}>
      {children}
      {stack}
    </ToastContext>
  );
}
