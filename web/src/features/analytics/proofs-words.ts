import type { Catalogue } from "../../i18n/use-words.ts";

interface ProofsWords {
  title: string;
  detail: string;
  back: string;
  night: (day: string) => string;
  clean: (days: number) => string;
  mended: (counts: string) => string;
  busy: (days: string) => string;
  show: string;
  hide: string;
  onlySome: (shown: string) => string;
  day: string;
  count: string;
  was: string;
  isNow: string;
  events: Readonly<Record<string, string>>;
  dimensions: Readonly<Record<string, string>>;
  total: string;
  empty: string;
  emptyDetail: string;
}

export const PROOFS: Catalogue<ProofsWords> = {
  es: {
    title: "Recuentos de cada noche",
    detail:
      "La analítica se lee de contadores. Cada noche se vuelven a contar los mensajes, y lo que no cuadra se corrige y se dice aquí.",
    back: "Analítica",
    night: (day) => `Noche del ${day}`,
    clean: (days) => (days === 1 ? "Un día contado: todo cuadra" : `${days} días contados: todo cuadra`),
    mended: (counts) => (counts === "1" ? "Una cifra corregida" : `${counts} cifras corregidas`),
    busy: (days) => `Con trabajo en marcha, se miran la noche siguiente: ${days}`,
    show: "Ver qué se corrigió",
    hide: "Ocultar",
    onlySome: (shown) => `Se muestran las primeras ${shown}.`,
    day: "Día",
    count: "Cifra",
    was: "Decía",
    isNow: "Es",
    events: {
      generated: "Generados",
      needs_review: "Por revisar",
      rejected: "Rechazados",
      cost_micros: "Coste, en millonésimas",
      approved: "Aprobados",
      approved_changed: "Aprobados con cambios",
      approval_seconds: "Segundos hasta aprobar",
      approved_imported: "Aprobados de un fichero",
      import_seconds: "Segundos desde el fichero",
      sent: "Enviados",
      follow_ups: "Seguimientos",
      invited: "Invitaciones",
      emailed: "Correos",
      accepted: "Aceptados",
      replied: "Con respuesta",
      replied_invited: "Invitaciones con respuesta",
      replied_emailed: "Correos con respuesta",
      positive: "Positivas",
      neutral: "Neutras",
      negative: "Negativas",
      auto_replied: "Respuestas automáticas",
      out_of_office: "Ausencias",
      meetings: "Reuniones",
      won: "Ganados",
      lost: "Perdidos",
      bounced: "Rebotados",
      unsubscribed: "Bajas",
      review: "Bloqueos de una comprobación",
      override: "Aprobados pese a una comprobación",
      changed_tenth: "Cambiados al aprobar, por décimas",
    },
    dimensions: {
      role: "rol",
      format: "formato",
      language: "idioma",
      prompt: "prompt",
      "experiment,variant": "variante",
      author: "autor",
      "role,format": "rol y formato",
      day: "día",
      signal: "señal",
    },
    total: "en total",
    empty: "Aún no se ha recontado ninguna noche",
    emptyDetail: "El primer recuento llega la noche después del primer día con mensajes.",
  },
  en: {
    title: "Nightly recounts",
    detail:
      "Analytics are read from counters. Each night the messages are counted anew; what does not agree is mended, and told here.",
    back: "Analytics",
    night: (day) => `Night of ${day}`,
    clean: (days) => (days === 1 ? "One day counted: all agrees" : `${days} days counted: all agrees`),
    mended: (counts) => (counts === "1" ? "One figure mended" : `${counts} figures mended`),
    busy: (days) => `With work under way, looked at the night after: ${days}`,
    show: "See what was mended",
    hide: "Hide",
    onlySome: (shown) => `The first ${shown} are shown.`,
    day: "Day",
    count: "Figure",
    was: "It said",
    isNow: "It is",
    events: {
      generated: "Generated",
      needs_review: "To review",
      rejected: "Rejected",
      cost_micros: "Cost, in millionths",
      approved: "Approved",
      approved_changed: "Approved with changes",
      approval_seconds: "Seconds to approval",
      approved_imported: "Approved, from a file",
      import_seconds: "Seconds from the file",
      sent: "Sent",
      follow_ups: "Follow-ups",
      invited: "Invitations",
      emailed: "E-mails",
      accepted: "Accepted",
      replied: "Replied",
      replied_invited: "Invitations replied to",
      replied_emailed: "E-mails replied to",
      positive: "Positive",
      neutral: "Neutral",
      negative: "Negative",
      auto_replied: "Automatic replies",
      out_of_office: "Absences",
      meetings: "Meetings",
      won: "Won",
      lost: "Lost",
      bounced: "Bounced",
      unsubscribed: "Unsubscribed",
      review: "Blocked by a check",
      override: "Approved against a check",
      changed_tenth: "Changed before approval, by tenths",
    },
    dimensions: {
      role: "role",
      format: "format",
      language: "language",
      prompt: "prompt",
      "experiment,variant": "variant",
      author: "author",
      "role,format": "role and format",
      day: "day",
      signal: "signal",
    },
    total: "in all",
    empty: "No night has been recounted yet",
    emptyDetail: "The first recount comes the night after the first day with messages.",
  },
};
