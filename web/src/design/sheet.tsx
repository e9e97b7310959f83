import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode } from "react";

import { IconButton } from "./button.tsx";

interface Props {
  open: boolean;
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** Evidence beside the work: slides in from the right, from below on a phone. Escape closes it. */
export function Sheet({ open, title, closeLabel, onClose, children }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[oklch(0.2_0.02_280/0.25)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className={
            "fixed z-40 flex flex-col bg-raised shadow-raised md:inset-y-0 md:right-0 md:w-[440px] md:border-l " +
            "border-border max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[85dvh] max-md:rounded-t-[16px] max-md:border-t"
          }
        >
          <div className="flex items-center justify-between gap-2 border-b border-border py-2 pr-2 pl-4">
            <Dialog.Title className="text-title font-semibold">{title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={closeLabel} icon={<X size={18} />} />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
