import { useQueryClient } from "@tanstack/react-query";
import { Dialog } from "radix-ui";
import { type ReactNode, useSyncExternalStore } from "react";

import { currentCredential, isCredentialExpired, subscribeToCredential } from "../../api/credential.ts";
import { useWords } from "../../i18n/use-words.ts";
import { CALLBACK_PATH } from "./pending.ts";
import { Returning } from "./returning.tsx";
import { SESSION } from "./session-words.ts";
import { SignIn } from "./sign-in.tsx";
import { WorkspaceGate } from "./workspace-gate.tsx";

/** Lets in who is signed in. If the session ends in the middle, the page stays behind the question, nothing is lost. */
export function SessionGate({ children }: { children: ReactNode }) {
  const token = useSyncExternalStore(subscribeToCredential, currentCredential);
  const isExpired = useSyncExternalStore(subscribeToCredential, isCredentialExpired);
  if (window.location.pathname === CALLBACK_PATH) return <Returning />;
  if (token === null) return <Entrance />;
  return (
    <>
      <WorkspaceGate>{children}</WorkspaceGate>
      {isExpired && <AgainPlease />}
    </>
  );
}

function Entrance() {
  const words = useWords(SESSION);
  return (
    <main className="flex min-h-dvh items-center justify-center p-4">
      <div className="flex w-full max-w-sm flex-col gap-6 rounded-control border border-border bg-raised p-6 shadow-raised">
        <div className="flex flex-col gap-2">
          <img src="/icon.svg" alt="" width={40} height={40} />
          <h1 className="text-title font-semibold">{words.title}</h1>
          <p className="text-muted">{words.promise}</p>
        </div>
        <SignIn />
      </div>
    </main>
  );
}

function AgainPlease() {
  const words = useWords(SESSION);
  const queryClient = useQueryClient();
  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-[oklch(0.2_0.02_280/0.4)]" />
        <Dialog.Content className="fixed top-1/2 left-1/2 z-50 flex w-[min(24rem,calc(100vw-2rem))] -translate-1/2 flex-col gap-4 rounded-control border border-border bg-raised p-6 shadow-raised">
          <Dialog.Title className="text-title font-semibold">{words.expired}</Dialog.Title>
          <Dialog.Description className="text-muted">{words.expiredDetail}</Dialog.Description>
          <SignIn beside onDone={() => void queryClient.invalidateQueries()} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
