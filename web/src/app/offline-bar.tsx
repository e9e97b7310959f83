import { useSyncExternalStore } from "react";

import { Notice } from "../design/notice.tsx";
import { useWords } from "../i18n/use-words.ts";
import { APP } from "./app-words.ts";

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** Says so while there is no connection. */
export function OfflineBar() {
  const words = useWords(APP);
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <div className="px-4 pt-3 md:px-6">
      <Notice tone="doubt">{words.offline}</Notice>
    </div>
  );
}
