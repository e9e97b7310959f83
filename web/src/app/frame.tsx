import { CircleHelp, Command as CommandIcon } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { Navigate, NavLink, Outlet, useLocation, useNavigate } from "react-router";

import { IconButton } from "../design/button.tsx";
import { classes } from "../design/class-names.ts";
import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";
import { type Shortcut, useShortcuts } from "../keyboard/shortcuts.tsx";
import { APP } from "./app-words.ts";
import { OfflineBar } from "./offline-bar.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { SCREENS } from "./screens.tsx";
import { useIsOffered, useScreens } from "./use-screens.ts";
import { useTourStep } from "../tour/tour.ts";
import { WorkspaceSwitcher } from "./workspace-switcher.tsx";
import { noteUse, screenAt } from "../usage/note-use.ts";

// What opens later is loaded later.
const CommandPalette = lazy(() => import("./command-palette.tsx"));
const HelpSheet = lazy(() => import("./help-sheet.tsx"));
const TourCard = lazy(() => import("./tour-card.tsx"));

/** Rail at the left (icons only on narrow screens, a bar below on a phone), the screen beside it. */
export function Frame() {
  const words = useWords(APP);
  const common = useWords(COMMON);
  const navigate = useNavigate();
  const location = useLocation();
  const screens = useScreens();
  const reachable = screens.map((screen) => screen.path).join(" ");
  const isTouring = useTourStep() !== null;
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { keys: "mod+k", label: words.palette, run: () => setOpen("palette"), whileTyping: true },
      { keys: "?", label: words.help, run: () => setOpen("help") },
      ...SCREENS.filter((screen) => reachable.split(" ").includes(screen.path)).map((screen) => ({
        keys: `g ${screen.key}`,
        label: words.goTo(words.screens[screen.name]),
        run: () => void navigate(screen.path),
      })),
    ],
    [words, navigate, reachable],
  );
  useShortcuts(shortcuts);
  const screen = screenAt(location);
  useEffect(() => {
    if (screen !== null) noteUse("opened");
  }, [screen]);
  const isOffered = useIsOffered(location.pathname);
  return (
    <div className="flex min-h-dvh max-md:flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-raised focus:px-3 focus:py-2"
      >
        {words.skipToContent}
      </a>
      <nav
        aria-label={words.navigation}
        className={classes(
          "z-30 flex shrink-0 border-border bg-raised",
          "md:sticky md:top-0 md:h-dvh md:w-16 md:flex-col md:border-r md:p-2 xl:w-56",
          "max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:px-1 max-md:pb-[env(safe-area-inset-bottom)]",
        )}
      >
        <div className="flex h-12 items-center gap-2 px-2 font-semibold max-md:hidden">
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className="max-xl:hidden">Reteki Outreach</span>
        </div>
        <div className="px-2 pb-1 max-xl:hidden">
          <WorkspaceSwitcher />
        </div>
        <ul className="flex gap-1 max-md:w-full max-md:justify-around md:flex-col md:pt-2">
          {screens.map((screen) => (
            <li key={screen.name} className="max-md:min-w-0 max-md:flex-1">
              <NavLink
                to={screen.path}
                end={screen.path === "/"}
                title={words.screens[screen.name]}
                className={({ isActive }) =>
                  classes(
                    "flex items-center gap-3 rounded-control px-3 py-2 transition-colors max-xl:justify-center",
                    "max-md:flex-col max-md:gap-0.5 max-md:px-1 max-md:text-small",
                    isActive ? "bg-accent-soft font-medium text-text" : "text-muted hover:bg-sunken hover:text-text",
                  )
                }
              >
                {screen.icon}
                <span className="max-xl:hidden">{words.screens[screen.name]}</span>
                <span className="max-w-full truncate md:sr-only xl:hidden">{words.shortNames[screen.name]}</span>
              </NavLink>
            </li>
          ))}
        </ul>
        <div className="mt-auto flex flex-col gap-1 max-md:hidden">
          <RailAction label={words.palette} icon={<CommandIcon size={18} />} onClick={() => setOpen("palette")} />
          <RailAction label={words.help} icon={<CircleHelp size={18} />} onClick={() => setOpen("help")} />
          <PersonMenu />
        </div>
      </nav>
      <header className="flex items-center justify-between gap-3 border-b border-border bg-raised px-4 py-1 md:hidden">
        <div className="min-w-0 flex-1">
          <WorkspaceSwitcher />
        </div>
        <IconButton label={words.help} icon={<CircleHelp size={18} />} onClick={() => setOpen("help")} />
        <PersonMenu />
      </header>
      <main id="content" className="min-w-0 flex-1 max-md:pb-20">
        <OfflineBar />
        <div className="mx-auto w-full max-w-[1280px] px-4 py-4 md:px-6 md:py-6">
          <Suspense fallback={<p className="py-10 text-center text-muted">{common.loading}</p>}>
            {isOffered ? <Outlet /> : <Navigate to={screens[0]?.path ?? "/"} replace />}
          </Suspense>
        </div>
      </main>
      <Suspense>
        {open === "palette" && <CommandPalette onClose={() => setOpen(null)} />}
        {open === "help" && <HelpSheet onClose={() => setOpen(null)} />}
        {isTouring && <TourCard />}
      </Suspense>
    </div>
  );
}

function RailAction({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick: () => void }) {
  return (
    <>
      <button
        type="button"
        onClick={onClick}
        className="flex items-center gap-3 rounded-control px-3 py-2 text-left text-muted transition-colors hover:bg-sunken hover:text-text max-xl:hidden"
      >
        {icon}
        {label}
      </button>
      <IconButton label={label} icon={icon} onClick={onClick} className="self-center xl:hidden" />
    </>
  );
}
