import { CircleUser, LogOut } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";

import { Button } from "../design/button.tsx";
import { Choice } from "../design/choice.tsx";
import { endSession } from "../features/session/session.ts";
import { chooseLocale, type Locale } from "../i18n/locale.ts";
import { useLocale, useWords } from "../i18n/use-words.ts";
import { APP } from "./app-words.ts";
import { chooseTheme, currentTheme, type Theme } from "./theme.ts";

/** The person's own choices: language, theme, and the way out. */
export function PersonMenu() {
  const words = useWords(APP);
  const locale = useLocale();
  const [theme, setTheme] = useState<Theme>(currentTheme);
  return (
    <Popover.Root>
      <Popover.Trigger className="flex items-center gap-3 rounded-control px-3 py-2 text-left text-muted transition-colors hover:bg-sunken hover:text-text max-xl:justify-center">
        <CircleUser size={18} />
        <span className="max-xl:sr-only">
          {words.theme} · {words.language.split(" ")[0]}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="right"
          align="end"
          sideOffset={8}
          className="z-40 flex flex-col gap-4 rounded-control border border-border bg-raised p-4 shadow-raised"
        >
          <div className="flex flex-col gap-1">
            <span className="text-table font-medium">{words.language}</span>
            <Choice<Locale>
              label={words.language}
              value={locale}
              onChange={chooseLocale}
              options={[
                { value: "es", label: "Español" },
                { value: "en", label: "English" },
              ]}
            />
          </div>
          <div className="flex flex-col gap-1">
            <span className="text-table font-medium">{words.theme}</span>
            <Choice<Theme>
              label={words.theme}
              value={theme}
              onChange={(chosen) => {
                chooseTheme(chosen);
                setTheme(chosen);
              }}
              options={[
                { value: "light", label: words.themes.light },
                { value: "dark", label: words.themes.dark },
                { value: "system", label: words.themes.system },
              ]}
            />
          </div>
          <Button icon={<LogOut size={16} />} onClick={() => void endSession()}>
            {words.signOut}
          </Button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
