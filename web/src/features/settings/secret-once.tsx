import { Copy } from "lucide-react";

import { Button } from "../../design/button.tsx";
import { copyText } from "../../design/copy.ts";
import { Notice } from "../../design/notice.tsx";
import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { SETTINGS } from "./settings-words.ts";

/** Something that the server tells once and never again. */
export function SecretOnce({ title, secret, onDone }: { title: string; secret: string; onDone: () => void }) {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const toast = useToast();
  const copy = async () => {
    if (await copyText(secret)) toast(words.copied);
  };
  return (
    <Notice tone="doubt" title={title}>
      <code className="mt-1 block rounded-control bg-raised px-2 py-1 text-table break-all" data-secret>
        {secret}
      </code>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button icon={<Copy size={16} />} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button emphasis="quiet" onClick={onDone}>
          {common.close}
        </Button>
      </div>
    </Notice>
  );
}
