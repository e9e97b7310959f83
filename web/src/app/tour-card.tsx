import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";

import { Button, IconButton } from "../design/button.tsx";
import { useWords } from "../i18n/use-words.ts";
import { goToStep, useTourStep } from "../tour/tour.ts";
import { type StepName, TOUR } from "./tour-words.ts";
import { useScreens } from "./use-screens.ts";

interface Step {
  name: StepName;
  screen: string;
  path: string;
  /** What is framed while the step is told. */
  anchor: string;
}

const STEPS: readonly Step[] = [
  { name: "person", screen: "write", path: "/", anchor: "[aria-labelledby=person-title]" },
  { name: "draft", screen: "write", path: "/", anchor: "[aria-labelledby=draft-title]" },
  { name: "batches", screen: "batches", path: "/lotes", anchor: "main h1" },
  { name: "history", screen: "history", path: "/historial", anchor: "main h1" },
  { name: "prompts", screen: "prompts", path: "/prompts", anchor: "main h1" },
  { name: "analytics", screen: "analytics", path: "/analitica", anchor: "[data-tour=rates]" },
  { name: "settings", screen: "settings", path: "/ajustes?ver=datos", anchor: "main section" },
];

/** The tour: one thing of one screen at a time, told in a corner, framed where it stands. */
export default function TourCard() {
  const place = useTourStep();
  const words = useWords(TOUR);
  const navigate = useNavigate();
  const screens = useScreens();
  const next = useRef<HTMLButtonElement>(null);
  const steps = STEPS.filter((step) => screens.some((screen) => screen.name === step.screen));
  const step = place === null ? undefined : steps[place];
  const path = step?.path;
  const anchor = step?.anchor;
  useEffect(() => {
    if (path !== undefined) void navigate(path);
  }, [path, navigate]);
  useEffect(() => (anchor === undefined ? undefined : frame(anchor)), [anchor, path]);
  useEffect(() => next.current?.focus(), [place]);
  if (step === undefined || place === null) return null;
  const told = words.steps[step.name];
  const isLast = place === steps.length - 1;
  return (
    <section
      role="dialog"
      aria-label={words.tour}
      onKeyDown={(event) => event.key === "Escape" && goToStep(null)}
      className="fixed right-6 bottom-6 z-40 flex w-80 flex-col gap-2 rounded-control border border-border bg-raised p-4 shadow-raised max-md:inset-x-4 max-md:bottom-20 max-md:w-auto"
    >
      <div className="-mt-1 -mr-2 flex items-center justify-between">
        <span className="text-small text-muted">{words.place(place + 1, steps.length)}</span>
        <IconButton label={words.leave} icon={<X size={16} />} onClick={() => goToStep(null)} />
      </div>
      <div aria-live="polite" className="flex flex-col gap-1">
        <h2 className="text-message font-semibold">{told.title}</h2>
        <p className="text-muted">{told.text}</p>
      </div>
      <div className="flex justify-end gap-2 pt-2">
        {place > 0 && (
          <Button emphasis="quiet" onClick={() => goToStep(place - 1)}>
            {words.back}
          </Button>
        )}
        <Button ref={next} emphasis="primary" onClick={() => goToStep(isLast ? null : place + 1)}>
          {isLast ? words.end : words.next}
        </Button>
      </div>
    </section>
  );
}

/**
 * Frames what the selector finds as soon as it is there, and again if it is replaced: the screen may still be loading,
 * or the one before may not have gone yet. Answers how to take the frame away.
 */
function frame(anchor: string): () => void {
  let framed: Element | null = null;
  const look = () => {
    if (framed?.isConnected === true) return;
    framed = document.querySelector(anchor);
    framed?.setAttribute("data-toured", "");
    framed?.scrollIntoView({ block: "nearest" });
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  look();
  return () => {
    observer.disconnect();
    framed?.removeAttribute("data-toured");
  };
}
