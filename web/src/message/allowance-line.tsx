import { useQuery } from "@tanstack/react-query";

import { answer, api, type Schemas } from "../api/client.ts";
import { type Catalogue, useWords } from "../i18n/use-words.ts";

type Allowance = Schemas["AllowanceView"];

interface AllowanceWords {
  left: Record<Schemas["AllowanceKind"], (left: number, limit: number) => string>;
  today: (count: number) => string;
}

const ALLOWANCE: Catalogue<AllowanceWords> = {
  es: {
    left: {
      invitations: (left, limit) => `Te quedan ${left} de ${limit} invitaciones en 7 días`,
      notes: (left, limit) => `${left} de ${limit} notas este mes`,
    },
    today: (count) => (count === 1 ? "hoy has enviado 1" : `hoy has enviado ${count}`),
  },
  en: {
    left: {
      invitations: (left, limit) => `${left} of ${limit} invitations left in 7 days`,
      notes: (left, limit) => `${left} of ${limit} notes this month`,
    },
    today: (count) => `${count} sent today`,
  },
};

/** What LinkedIn lets this person still send with a note. It is told and never enforced: they may have sent elsewhere. */
export function AllowanceLine() {
  const words = useWords(ALLOWANCE);
  const allowances = useQuery({
    queryKey: ["allowances"],
    queryFn: ({ signal }) => answer(api.GET("/v1/allowances", { signal })),
    staleTime: 60_000,
  });
  const limited = (allowances.data?.items ?? []).filter((one) => one.limit !== null);
  if (limited.length === 0) return null;
  const isOver = limited.some((one) => one.left === 0);
  const today = Math.max(...limited.map((one) => one.used_today));
  return (
    <p className={`figures text-table ${isOver ? "text-doubt" : "text-muted"}`}>
      {[...limited.map((one) => said(one, words)), words.today(today)].join(" · ")}
    </p>
  );
}

function said({ kind, left, limit }: Allowance, words: AllowanceWords): string {
  return words.left[kind](left ?? 0, limit ?? 0);
}
