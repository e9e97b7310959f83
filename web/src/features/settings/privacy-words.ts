import type { Catalogue } from "../../i18n/use-words.ts";

interface PrivacyWords {
  detail: string;
  retention: string;
  retentionHint: string;
  /** What a shorter time takes away. */
  shorter: (days: string) => string;
}

export const PRIVACY: Catalogue<PrivacyWords> = {
  es: {
    detail: "Qué se guarda de las personas y durante cuánto tiempo.",
    retention: "Días que se guarda un mensaje",
    retentionHint:
      "De 30 a 3650. Una persona se borra cuando en ese tiempo no se sabe nada de ella. Las cifras se quedan.",
    shorter: (days) =>
      `Esta noche se borran, sin vuelta atrás, los mensajes de hace más de ${days} días con sus resultados, y las personas de las que no se sabe nada desde entonces.`,
  },
  en: {
    detail: "What is kept of people, and for how long.",
    retention: "Days that a message is kept",
    retentionHint: "30 to 3650. A person is removed once nothing has been heard of them for so long. Figures stay.",
    shorter: (days) =>
      `Tonight messages older than ${days} days are removed for good, with their outcomes, and people of whom nothing has been heard since.`,
  },
};
