import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";

interface Props {
  words: { back: string; title: string; detail: string };
  children: ReactNode;
}

/** A part of the analytics with a screen of its own: the way back, what it shows, and its content. */
export function PartScreen({ words, children }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <Link to="/analitica" className="flex items-center gap-1 self-start text-table text-muted hover:text-text">
        <ArrowLeft size={14} aria-hidden="true" />
        {words.back}
      </Link>
      <div>
        <h1 className="text-display font-semibold">{words.title}</h1>
        <p className="max-w-[65ch] text-muted">{words.detail}</p>
      </div>
      {children}
    </div>
  );
}
