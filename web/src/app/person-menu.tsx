import { CircleUser, LogOut } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";

import { Button } from "../design/button.tsx";
import { Choice } from "../design/choice.tsx";
import { endSession } from "../features/session/session.ts";
import { COMMON } from "../i18n/common-words.ts";
import { chooseLocale, type Locale } from "../i18n/locale.ts";
import { useLocale, useWords } from "../i18n/use-words.ts";
import { useMe, useWorkspace } from "../me/use-me.ts";
import { APP } from "./app-words.ts";
import { chooseTheme, currentTheme, type Theme } from "./theme.ts";
import { WorkspaceSwitcher } from "./workspace-switcher.tsx";

/** The person's own choices: language, theme, and the way out. */
export function PersonMenu() {
  const words = useWords(APP);
  const common = useWords(COMMON);
  const locale = useLocale();
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const me = useMe().data;
  const role = useWorkspace()?.role;
  const name = me?.name ?? me?.email ?? words.account;
  return (
    <Popover.Root>
      <Popover.Trigger className="flex items-center gap-3 rounded-control px-3 py-2 text-left text-muted transition-colors hover:bg-sunken hover:text-text max-xl:justify-center">
        <CircleUser size={18} />
        <span className="max-w-40 truncate max-xl:sr-only">{name}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="right"
          align="end"
          sideOffset={8}
          collisionPadding={8}
          className="z-40 flex flex-col gap-4 rounded-control border border-border bg-raised p-4 shadow-raised"
        >
          <div className="flex max-w-64 flex-col gap-1">
            <span className="truncate font-medium">{name}</span>
            <span className="truncate text-table text-muted">
              {[me?.name === null ? null : me?.email, role && common.workspaceRoles[role]].filter(Boolean).join(" · ")}
            </span>
          </div>
          <div className="max-w-64 md:max-xl:block xl:hidden max-md:hidden">
            <WorkspaceSwitcher />
          </div>
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
