import { BookOpen, Route } from "lucide-react";
import { useNavigate } from "react-router";

import { Button } from "../design/button.tsx";
import { Key } from "../design/key.tsx";
import { Sheet } from "../design/sheet.tsx";
import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";
import { shownKeys, useAllShortcuts } from "../keyboard/shortcuts.tsx";
import { useWorkspace } from "../me/use-me.ts";
import { goToStep } from "../tour/tour.ts";
import { APP } from "./app-words.ts";

/** The guide, the tour where there are demo data, and what can be pressed on the screen that is open. */
export default function HelpSheet({ onClose }: { onClose: () => void }) {
  const words = useWords(APP);
  const common = useWords(COMMON);
  const navigate = useNavigate();
  const isDemo = useWorkspace()?.demo === true;
  const go = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <Sheet open title={words.help} closeLabel={common.close} onClose={onClose}>
      <div className="flex flex-col gap-6">
        <div className="flex flex-wrap gap-2">
          <Button icon={<BookOpen size={16} />} onClick={go(() => void navigate("/ayuda"))}>
            {words.guide}
          </Button>
          {isDemo && (
            <Button icon={<Route size={16} />} onClick={go(() => goToStep(0))}>
              {words.tour}
            </Button>
          )}
        </div>
        <section aria-labelledby="shortcuts-title" className="max-md:hidden">
          <h3 id="shortcuts-title" className="pb-1 text-base font-semibold">
            {words.shortcuts}
          </h3>
          <dl className="flex flex-col">
            {useAllShortcuts().map((shortcut) => (
              <div key={shortcut.keys} className="flex items-center justify-between gap-4 border-b border-border py-2">
                <dt>{shortcut.label}</dt>
                <dd>
                  <Key>{shownKeys(shortcut.keys)}</Key>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Sheet>
  );
}
