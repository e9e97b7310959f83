import type { Schemas } from "../../api/client.ts";
import type { Catalogue } from "../../i18n/use-words.ts";

interface ExperimentWords {
  title: string;
  back: string;
  all: string;
  create: string;
  empty: string;
  emptyDetail: string;
  states: Record<Schemas["ExperimentState"], string>;
  place: (role: string, format: string, language: string) => string;
  name: string;
  namePlaceholder: string;
  role: string;
  format: string;
  language: string;
  versions: string;
  versionsHint: string;
  fewVersions: string;
  toPrompts: string;
  version: (version: number, isActive: boolean) => string;
  minimum: string;
  minimumHint: string;
  save: string;
  start: string;
  stop: string;
  stopSure: string;
  remove: string;
  removeSure: string;
  decide: string;
  chosen: string;
  reason: string;
  reasonHint: string;
  decideDetail: string;
  decided: (variant: string) => string;
  started: string;
  stopped: string;
  created: string;
  draftDetail: string;
  verdicts: {
    collecting: (best: string, probability: string, missing: number) => string;
    undecided: (best: string, probability: string) => string;
    winner: (winner: string, probability: string) => string;
  };
  decision: (variant: string, when: string) => string;
  belief: string;
  beliefDetail: string;
  beliefLabel: (variants: string) => string;
  table: string;
  columns: {
    variant: string;
    delivered: string;
    positive: string;
    rate: string;
    best: string;
    loss: string;
    waiting: string;
  };
  lossDetail: string;
  waitingDetail: string;
  points: (value: string) => string;
  asOf: (day: string) => string;
}

export const EXPERIMENTS: Catalogue<ExperimentWords> = {
  es: {
    title: "Experimentos",
    back: "Analítica",
    all: "Todos los experimentos",
    create: "Experimento nuevo",
    empty: "Qué versión consigue más respuestas positivas",
    emptyDetail:
      "Reparte los mensajes de un rol entre dos versiones de su prompt y dice, con números, cuál funciona mejor.",
    states: { draft: "Borrador", running: "En marcha", stopped: "Parado", decided: "Decidido" },
    place: (role, format, language) => `${role} · ${format} · ${language}`,
    name: "Nombre",
    namePlaceholder: "Apertura con una pregunta",
    role: "Rol",
    format: "Formato",
    language: "Idioma",
    versions: "Versiones que se prueban",
    versionsHint: "De dos a cinco; cada persona recibe siempre la misma.",
    fewVersions: "Este prompt tiene una sola versión: guarda otra antes de probarlas.",
    toPrompts: "Ir a Prompts y roles",
    version: (version, isActive) => `Versión ${version}${isActive ? ", la activa" : ""}`,
    minimum: "Muestra mínima por versión",
    minimumHint: "Mensajes entregados hace 14 días o más. Antes no se declara ninguna ganadora.",
    save: "Guardar borrador",
    start: "Empezar",
    stop: "Parar",
    stopSure: "Los mensajes nuevos vuelven al prompt activo. Lo ya enviado sigue contando.",
    remove: "Eliminar borrador",
    removeSure: "El borrador se pierde; los prompts se quedan.",
    decide: "Decidir",
    chosen: "Versión que se activa",
    reason: "Por qué",
    reasonHint: "Hace falta si no es la ganadora declarada; queda escrito.",
    decideDetail: "Se activa para todos los mensajes nuevos de este rol, formato e idioma, y el experimento termina.",
    decided: (variant) => `Decidido: ${variant} es desde ahora la activa`,
    started: "En marcha",
    stopped: "Parado",
    created: "Borrador guardado",
    draftDetail: "Todavía no reparte nada: empiézalo cuando quieras.",
    verdicts: {
      collecting: (best, probability, missing) =>
        `${best} es la mejor con probabilidad ${probability}; ${
          missing === 1 ? "falta 1 mensaje entregado" : `faltan ${missing} mensajes entregados`
        } para poder decidir.`,
      undecided: (best, probability) =>
        `${best} es la mejor con probabilidad ${probability}; la muestra basta, pero aún no hay diferencia clara.`,
      winner: (winner, probability) => `Gana ${winner} con probabilidad ${probability}.`,
    },
    decision: (variant, when) => `Se activó ${variant}, ${when}.`,
    belief: "Lo que se puede creer de cada tasa",
    beliefDetail: "Cuanto más alta y estrecha la curva, más seguro. Si se pisan mucho, no hay nada que decidir.",
    beliefLabel: (variants) => `Curvas de lo que se cree de la tasa de respuesta positiva: ${variants}`,
    table: "Resultados por versión",
    columns: {
      variant: "Versión",
      delivered: "Entregados",
      positive: "Positivas",
      rate: "Tasa",
      best: "Es la mejor",
      loss: "Pérdida esperada",
      waiting: "Por madurar",
    },
    lossDetail: "Cuántos puntos de tasa costaría, de media, elegirla",
    waitingDetail: "Enviados hace menos de 14 días: aún no cuentan",
    points: (value) => `${value} puntos`,
    asOf: (day) => `Datos a ${day}`,
  },
  en: {
    title: "Experiments",
    back: "Analytics",
    all: "All experiments",
    create: "New experiment",
    empty: "Which version gets more positive replies",
    emptyDetail:
      "Divides the messages of a role between two versions of its prompt and tells, in figures, which works.",
    states: { draft: "Draft", running: "Running", stopped: "Stopped", decided: "Decided" },
    place: (role, format, language) => `${role} · ${format} · ${language}`,
    name: "Name",
    namePlaceholder: "Opening with a question",
    role: "Role",
    format: "Format",
    language: "Language",
    versions: "Versions to try",
    versionsHint: "Two to five; each person always gets the same one.",
    fewVersions: "This prompt has one version only: save another before trying them.",
    toPrompts: "Go to Prompts and roles",
    version: (version, isActive) => `Version ${version}${isActive ? ", the active one" : ""}`,
    minimum: "Minimum sample of each version",
    minimumHint: "Messages delivered 14 days ago or more. No winner is declared before.",
    save: "Save draft",
    start: "Start",
    stop: "Stop",
    stopSure: "New messages get the active prompt again. What was sent still counts.",
    remove: "Delete draft",
    removeSure: "The draft is lost; the prompts stay.",
    decide: "Decide",
    chosen: "Version to activate",
    reason: "Why",
    reasonHint: "Needed if it is not the declared winner; it is kept.",
    decideDetail: "It becomes active for all new messages of this role, format and language, and the experiment ends.",
    decided: (variant) => `Decided: ${variant} is the active one from now on`,
    started: "Running",
    stopped: "Stopped",
    created: "Draft saved",
    draftDetail: "It divides nothing yet: start it when you like.",
    verdicts: {
      collecting: (best, probability, missing) =>
        `${best} is the best with probability ${probability}; ${missing} more delivered ${
          missing === 1 ? "message is" : "messages are"
        } needed to decide.`,
      undecided: (best, probability) =>
        `${best} is the best with probability ${probability}; the sample is enough, but no difference is clear yet.`,
      winner: (winner, probability) => `${winner} wins with probability ${probability}.`,
    },
    decision: (variant, when) => `${variant} was activated ${when}.`,
    belief: "What may be believed of each rate",
    beliefDetail: "The higher and narrower the curve, the surer. Where they overlap much, there is nothing to decide.",
    beliefLabel: (variants) => `Curves of what is believed of the positive reply rate: ${variants}`,
    table: "Results by version",
    columns: {
      variant: "Version",
      delivered: "Delivered",
      positive: "Positive",
      rate: "Rate",
      best: "Is the best",
      loss: "Expected loss",
      waiting: "Maturing",
    },
    lossDetail: "How many points of the rate choosing it would cost, on average",
    waitingDetail: "Sent less than 14 days ago: they do not count yet",
    points: (value) => `${value} points`,
    asOf: (day) => `Data as of ${day}`,
  },
};
