import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";

/** Leads from a part of the analytics to the whole. */
export function BackLink({ children }: { children: string }) {
  return (
    <Link to="/analitica" className="flex items-center gap-1 self-start text-table text-muted hover:text-text">
      <ArrowLeft size={14} aria-hidden="true" />
      {children}
    </Link>
  );
}
