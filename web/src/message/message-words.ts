import type { Schemas } from "../api/client.ts";
import type { Catalogue } from "../i18n/use-words.ts";

interface MessageWords {
  edit: string;
  stopEditing: string;
  saveEdit: string;
  checking: string;
  saved: string;
  approve: string;
  approved: string;
  reject: string;
  rejected: string;
  copy: string;
  copyAndSend: string;
  copied: string;
  copiedAndSent: string;
  copyFailed: string;
  markSent: string;
  sent: string;
  reason: string;
  reasonHint: string;
  approveAnyway: string;
  changedElsewhere: string;
  loadAgain: string;
  outcomes: Record<NonNullable<Schemas["OutcomeKind"]>, string>;
  sentiments: Record<Schemas["Sentiment"], string>;
  whatHappened: string;
  noted: string;
  undone: string;
  original: string;
}

export const MESSAGE: Catalogue<MessageWords> = {
  es: {
    edit: "Editar",
    stopEditing: "Dejar como estaba",
    saveEdit: "Guardar el texto",
    checking: "Comprobando…",
    saved: "Texto guardado",
    approve: "Aprobar",
    approved: "Mensaje aprobado",
    reject: "Rechazar",
    rejected: "Mensaje rechazado",
    copy: "Copiar",
    copyAndSend: "Copiar y marcar enviado",
    copied: "Copiado",
    copiedAndSent: "Copiado y marcado como enviado",
    copyFailed: "El navegador no deja copiar: selecciona el texto y cópialo a mano.",
    markSent: "Marcar enviado",
    sent: "Marcado como enviado",
    reason: "Por qué lo apruebas así",
    reasonHint: "Queda escrito junto al mensaje.",
    approveAnyway: "Aprobar con este motivo",
    changedElsewhere: "Otra persona ha cambiado este mensaje mientras lo tenías abierto. Tu texto sigue aquí.",
    loadAgain: "Ver el suyo",
    outcomes: {
      sent: "Enviado",
      accepted: "Ha aceptado",
      replied: "Ha respondido",
      auto_replied: "Respuesta automática",
      out_of_office: "Fuera de la oficina",
      meeting: "Reunión",
      won: "Ganado",
      lost: "Perdido",
      bounced: "Rebotado",
      unsubscribed: "No quiere más mensajes",
    },
    sentiments: { positive: "positiva", neutral: "neutra", negative: "negativa" },
    whatHappened: "Qué ha pasado",
    noted: "Anotado",
    undone: "Deshecho",
    original: "Texto generado",
  },
  en: {
    edit: "Edit",
    stopEditing: "Leave it as it was",
    saveEdit: "Save the text",
    checking: "Checking…",
    saved: "Text saved",
    approve: "Approve",
    approved: "Message approved",
    reject: "Reject",
    rejected: "Message rejected",
    copy: "Copy",
    copyAndSend: "Copy and mark sent",
    copied: "Copied",
    copiedAndSent: "Copied and marked as sent",
    copyFailed: "The browser does not allow copying: select the text and copy it by hand.",
    markSent: "Mark sent",
    sent: "Marked as sent",
    reason: "Why you approve it like this",
    reasonHint: "It is kept with the message.",
    approveAnyway: "Approve for this reason",
    changedElsewhere: "Somebody else has changed this message while you had it open. Your text is still here.",
    loadAgain: "See theirs",
    outcomes: {
      sent: "Sent",
      accepted: "Accepted",
      replied: "Replied",
      auto_replied: "Automatic reply",
      out_of_office: "Out of office",
      meeting: "Meeting",
      won: "Won",
      lost: "Lost",
      bounced: "Bounced",
      unsubscribed: "Wants no more messages",
    },
    sentiments: { positive: "positive", neutral: "neutral", negative: "negative" },
    whatHappened: "What happened",
    noted: "Noted",
    undone: "Undone",
    original: "Generated text",
  },
};
