import type { Schemas } from "../../api/client.ts";
import type { Catalogue } from "../../i18n/use-words.ts";

interface SignalsWords {
  title: string;
  detail: string;
  back: string;
  period: string;
  days: (days: number) => string;
  any: string;
  messagesThat: (label: string) => string;
  withSignal: string;
  withoutSignal: string;
  share: (part: string, whole: string) => string;
  difference: string;
  between: (low: string, high: string) => string;
  verdicts: Record<Schemas["SignalVerdict"], string>;
  minimum: (messages: string) => string;
  hints: string;
  few: (signals: number) => string;
  empty: string;
  emptyDetail: string;
  wider: string;
  inPeriod: (from: string, to: string) => string;
}

export const SIGNALS: Catalogue<SignalsWords> = {
  es: {
    title: "Señales",
    detail:
      "Qué tienen en común los mensajes con respuesta positiva. Acompañar no es causar: para saberlo, un experimento.",
    back: "Analítica",
    period: "Periodo",
    days: (days) => (days === 365 ? "Un año" : `${days} días`),
    any: "Todos",
    messagesThat: (label) => `Mensajes que ${label}`,
    withSignal: "Con ello",
    withoutSignal: "Sin ello",
    share: (part, whole) => `${part} de ${whole} con respuesta positiva`,
    difference: "Diferencia",
    between: (low, high) => `entre ${low} y ${high} puntos, con un 95 % de confianza`,
    verdicts: { more: "Más positivas", less: "Menos positivas", unclear: "No está claro", too_few: "Pocos mensajes" },
    minimum: (messages) => `Hacen falta ${messages} mensajes con cada señal y sin ella para decir algo.`,
    hints: "Lo que se puede aprovechar",
    few: (signals) => `Con pocos mensajes para decir algo (${signals})`,
    empty: "Aún no hay señales",
    emptyDetail: "Aparecen cuando los mensajes enviados llevan 14 días y se sabe quién contestó.",
    wider: "Mirar un año",
    inPeriod: (from, to) => `Enviados del ${from} al ${to}.`,
  },
  en: {
    title: "Signals",
    detail:
      "What messages with a positive reply have in common. Going together is not causing: an experiment tells that.",
    back: "Analytics",
    period: "Period",
    days: (days) => (days === 365 ? "A year" : `${days} days`),
    any: "All",
    messagesThat: (label) => `Messages that ${label}`,
    withSignal: "With it",
    withoutSignal: "Without it",
    share: (part, whole) => `${part} of ${whole} with a positive reply`,
    difference: "Difference",
    between: (low, high) => `between ${low} and ${high} points, with 95% confidence`,
    verdicts: { more: "More positive", less: "Fewer positive", unclear: "Not clear", too_few: "Few messages" },
    minimum: (messages) => `Each signal needs ${messages} messages with it and without it before it says anything.`,
    hints: "What can be used",
    few: (signals) => `With too few messages to say anything (${signals})`,
    empty: "No signals yet",
    emptyDetail: "They come once messages were sent 14 days ago and it is known who answered.",
    wider: "Look at a year",
    inPeriod: (from, to) => `Sent from ${from} to ${to}.`,
  },
};
