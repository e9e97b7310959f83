import type { Catalogue } from "../../i18n/use-words.ts";
import type { Length } from "./period.ts";
import type { Grouping } from "./queries.ts";

/** The rates of the six tiles, in their order. */
export const TILES = ["acceptance", "reply_linkedin", "reply_email", "positive", "meeting", "review"] as const;
export type Tile = (typeof TILES)[number];

/** What the trend can show. */
export const MEASURES = ["sent", "replied", "positive", "generated"] as const;
export type Measure = (typeof MEASURES)[number];

/** The steps from a draft to a customer. */
export const STEPS = ["generated", "approved", "sent", "replied", "positive", "meetings", "won"] as const;
type Step = (typeof STEPS)[number];

interface AnalyticsWords {
  title: string;
  parts: string;
  experiments: string;
  signals: string;
  months: string;
  proofs: string;
  period: string;
  lengths: Record<Length, string>;
  from: string;
  to: string;
  compare: string;
  tiles: Record<Tile, string>;
  of: Record<Tile, (part: string, whole: string) => string>;
  few: string;
  immature: string;
  immatureDetail: string;
  interval: (low: string, high: string) => string;
  noData: string;
  points: (difference: string) => string;
  before: string;
  trend: string;
  measure: string;
  measures: Record<Measure, string>;
  trendSummary: (measure: string, total: string, from: string, to: string) => string;
  funnel: string;
  funnelNote: string;
  steps: Record<Step, string>;
  ofStep: (share: string) => string;
  costs: string;
  costPerMessage: string;
  costPerPositive: string;
  costPerMeeting: string;
  totalCost: string;
  toApproval: string;
  fromImport: string;
  edited: string;
  bounced: string;
  unsubscribed: string;
  groups: string;
  grouping: string;
  groupings: Record<Grouping, string>;
  role: string;
  format: string;
  language: string;
  sent: string;
  sentOverTime: string;
  cost: string;
  export: string;
  empty: string;
  emptyDetail: string;
  emptyAction: string;
  nothing: string;
  nothingDetail: string;
  wider: string;
}

export const ANALYTICS: Catalogue<AnalyticsWords> = {
  es: {
    title: "Analítica",
    parts: "Más analítica",
    experiments: "Experimentos",
    signals: "Señales",
    months: "Meses",
    proofs: "Recuentos",
    period: "Periodo",
    lengths: { "7": "7 días", "30": "30 días", "90": "90 días", own: "Otros días" },
    from: "Desde",
    to: "Hasta",
    compare: "Comparar con el periodo anterior",
    tiles: {
      acceptance: "Aceptación",
      reply_linkedin: "Respuesta en LinkedIn",
      reply_email: "Respuesta por correo",
      positive: "Respuesta positiva",
      meeting: "Reunión",
      review: "Por revisar",
    },
    of: {
      acceptance: (part, whole) => `Aceptadas: ${part} de ${whole} invitaciones enviadas`,
      reply_linkedin: (part, whole) => `Con respuesta: ${part} de ${whole} mensajes de LinkedIn enviados`,
      reply_email: (part, whole) => `Con respuesta: ${part} de ${whole} correos entregados`,
      positive: (part, whole) => `Con respuesta positiva: ${part} de ${whole} mensajes entregados`,
      meeting: (part, whole) => `Con reunión: ${part} de ${whole} personas contactadas`,
      review: (part, whole) => `Por revisar: ${part} de ${whole} mensajes generados`,
    },
    few: "Pocos datos: menos de 30",
    immature: "Aún llegan respuestas",
    immatureDetail: "Parte se envió hace menos de 14 días: la cifra puede subir.",
    interval: (low, high) => `Entre ${low} y ${high}, con un 95 % de confianza`,
    noData: "Sin datos en estos días",
    points: (difference) => `${difference} puntos`,
    before: "que en el periodo anterior",
    trend: "Evolución",
    measure: "Qué se muestra",
    measures: { sent: "Enviados", replied: "Respuestas", positive: "Positivas", generated: "Generados" },
    trendSummary: (measure, total, from, to) => `${measure}: ${total} del ${from} al ${to}`,
    funnel: "Embudo",
    funnelNote: "Lo que pasa después de enviar cuenta en el día del envío.",
    steps: {
      generated: "Generados",
      approved: "Aprobados",
      sent: "Enviados",
      replied: "Con respuesta",
      positive: "Positivas",
      meetings: "Reuniones",
      won: "Ganados",
    },
    ofStep: (share) => `${share} del paso anterior`,
    costs: "Coste y trabajo",
    costPerMessage: "Por mensaje",
    costPerPositive: "Por respuesta positiva",
    costPerMeeting: "Por reunión",
    totalCost: "Coste del modelo",
    toApproval: "Hasta aprobar, de media",
    fromImport: "Del fichero a aprobar, de media",
    edited: "Aprobados con cambios",
    bounced: "Correos rebotados",
    unsubscribed: "Bajas",
    groups: "Desglose",
    grouping: "Agrupar por",
    groupings: { role: "Rol", "role,format": "Rol y formato", format: "Formato", language: "Idioma" },
    role: "Rol",
    format: "Formato",
    language: "Idioma",
    sent: "Enviados",
    sentOverTime: "Envíos en el periodo",
    cost: "Coste",
    export: "Exportar CSV",
    empty: "Aquí se ve qué funciona",
    emptyDetail: "Cuando haya mensajes, verás cuántos se aceptan, se responden y acaban en reunión.",
    emptyAction: "Escribir el primero",
    nothing: "Nada en estos días",
    nothingDetail: "En este periodo no se generó ni se envió ningún mensaje.",
    wider: "Ver 90 días",
  },
  en: {
    title: "Analytics",
    parts: "More analytics",
    experiments: "Experiments",
    signals: "Signals",
    months: "Months",
    proofs: "Recounts",
    period: "Period",
    lengths: { "7": "7 days", "30": "30 days", "90": "90 days", own: "Other days" },
    from: "From",
    to: "To",
    compare: "Compare with the period before",
    tiles: {
      acceptance: "Acceptance",
      reply_linkedin: "Reply on LinkedIn",
      reply_email: "Reply by e-mail",
      positive: "Positive reply",
      meeting: "Meeting",
      review: "To review",
    },
    of: {
      acceptance: (part, whole) => `Accepted: ${part} of ${whole} invitations sent`,
      reply_linkedin: (part, whole) => `Answered: ${part} of ${whole} LinkedIn messages sent`,
      reply_email: (part, whole) => `Answered: ${part} of ${whole} e-mails delivered`,
      positive: (part, whole) => `Answered with interest: ${part} of ${whole} messages delivered`,
      meeting: (part, whole) => `With a meeting: ${part} of ${whole} people contacted`,
      review: (part, whole) => `To review: ${part} of ${whole} messages generated`,
    },
    few: "Little data: under 30",
    immature: "Replies still come in",
    immatureDetail: "Some were sent less than 14 days ago: the figure may rise.",
    interval: (low, high) => `Between ${low} and ${high}, with 95% confidence`,
    noData: "No data in these days",
    points: (difference) => `${difference} points`,
    before: "than in the period before",
    trend: "Trend",
    measure: "What is shown",
    measures: { sent: "Sent", replied: "Replies", positive: "Positive", generated: "Generated" },
    trendSummary: (measure, total, from, to) => `${measure}: ${total} from ${from} to ${to}`,
    funnel: "Funnel",
    funnelNote: "What happens after sending counts on the day of sending.",
    steps: {
      generated: "Generated",
      approved: "Approved",
      sent: "Sent",
      replied: "With a reply",
      positive: "Positive",
      meetings: "Meetings",
      won: "Won",
    },
    ofStep: (share) => `${share} of the step before`,
    costs: "Cost and work",
    costPerMessage: "Per message",
    costPerPositive: "Per positive reply",
    costPerMeeting: "Per meeting",
    totalCost: "Cost of the model",
    toApproval: "Until approved, on average",
    fromImport: "From file to approval, on average",
    edited: "Approved with changes",
    bounced: "E-mails bounced",
    unsubscribed: "Unsubscribed",
    groups: "Breakdown",
    grouping: "Group by",
    groupings: { role: "Role", "role,format": "Role and format", format: "Format", language: "Language" },
    role: "Role",
    format: "Format",
    language: "Language",
    sent: "Sent",
    sentOverTime: "Sent over the period",
    cost: "Cost",
    export: "Export CSV",
    empty: "Here you see what works",
    emptyDetail: "Once there are messages, you see how many are accepted, answered and end in a meeting.",
    emptyAction: "Write the first one",
    nothing: "Nothing in these days",
    nothingDetail: "No message was generated or sent in this period.",
    wider: "See 90 days",
  },
};
