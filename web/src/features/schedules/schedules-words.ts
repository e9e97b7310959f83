import type { Schemas } from "../../api/client.ts";
import type { Catalogue } from "../../i18n/use-words.ts";
import type { Rhythm } from "./when.ts";

interface SchedulesWords {
  title: string;
  back: string;
  empty: string;
  emptyDetail: string;
  emptyForReaders: string;
  create: string;
  change: string;
  name: string;
  namePlaceholder: string;
  whom: string;
  selections: { people: string; followUps: string };
  /** What a card says of them. */
  wholeSelections: { people: string; followUps: string };
  anyRole: string;
  role: string;
  limit: string;
  upTo: (limit: number) => string;
  budget: (money: string) => string;
  when: string;
  rhythms: Record<Rhythm, string>;
  weekday: string;
  day: string;
  dayHint: string;
  time: string;
  timeZone: (zone: string) => string;
  cron: string;
  cronHint: string;
  told: {
    daily: (time: string) => string;
    workdays: (time: string) => string;
    weekly: (weekday: string, time: string) => string;
    monthly: (day: number, time: string) => string;
    cron: (cron: string) => string;
  };
  next: string;
  paused: string;
  pause: string;
  resume: string;
  run: string;
  started: string;
  seeBatch: string;
  remove: string;
  removeSure: string;
  fires: string;
  noFires: string;
  byHand: string;
  andEarlier: string;
  outcomes: Record<Schemas["FireOutcome"], (people: number) => string>;
}

export const SCHEDULES: Catalogue<SchedulesWords> = {
  es: {
    title: "Lotes programados",
    back: "Todos los lotes",
    empty: "Un lote que empieza solo",
    emptyDetail:
      "Cada mañana, por ejemplo, escribe a quien aún no tiene mensaje o los seguimientos que tocan. Nada sale sin que una persona lo apruebe y lo envíe.",
    emptyForReaders: "Quien escribe mensajes programa aquí lotes que empiezan solos. Tu papel es de lectura.",
    create: "Programar un lote",
    change: "Cambiar",
    name: "Nombre",
    namePlaceholder: "Seguimientos de cada mañana",
    whom: "A quién",
    selections: { people: "A quien no tiene mensaje", followUps: "Seguimientos que tocan" },
    wholeSelections: {
      people: "a quien no tiene mensaje de este formato",
      followUps: "seguimientos que tocan",
    },
    anyRole: "Cualquier rol",
    role: "Rol",
    limit: "Mensajes por lote, como mucho",
    upTo: (limit) => `hasta ${limit}`,
    budget: (money) => `${money} por lote`,
    when: "Cuándo",
    rhythms: {
      workdays: "De lunes a viernes",
      daily: "Cada día",
      weekly: "Cada semana",
      monthly: "Cada mes",
      cron: "Otra (cron)",
    },
    weekday: "Día de la semana",
    day: "Día del mes",
    dayHint: "Los meses que no lo tienen se saltan.",
    time: "Hora",
    timeZone: (zone) => `Hora de ${zone}`,
    cron: "Expresión cron",
    cronHint: "Minuto, hora, día, mes y día de la semana: */30 9-18 * * 1-5",
    told: {
      daily: (time) => `Cada día a las ${time}`,
      workdays: (time) => `De lunes a viernes a las ${time}`,
      weekly: (weekday, time) => `Cada ${weekday} a las ${time}`,
      monthly: (day, time) => `El día ${day} de cada mes a las ${time}`,
      cron: (cron) => `Cron ${cron}`,
    },
    next: "Próximos",
    paused: "En pausa",
    pause: "Pausar",
    resume: "Reanudar",
    run: "Ejecutar ahora",
    started: "Lote empezado",
    seeBatch: "Ver el lote",
    remove: "Borrar",
    removeSure: "No empezará ningún lote más. Los que ya hizo se conservan.",
    fires: "Lo que ha hecho",
    noFires: "Todavía nada.",
    byHand: "a mano",
    andEarlier: "y otros antes",
    outcomes: {
      started: (people) => (people === 1 ? "lote de 1 persona" : `lote de ${people} personas`),
      empty: () => "no quedaba nadie a quien escribir",
      skipped: () => "saltado: el servicio no estaba en marcha",
      refused: () => "no se ha podido",
    },
  },
  en: {
    title: "Scheduled batches",
    back: "All batches",
    empty: "A batch that starts by itself",
    emptyDetail:
      "Each morning, for instance, it writes to whoever has no message yet, or the follow-ups that are due. Nothing leaves without a person who approves and sends it.",
    emptyForReaders: "Whoever writes messages schedules batches here that start by themselves. Your role is to read.",
    create: "Schedule a batch",
    change: "Change",
    name: "Name",
    namePlaceholder: "Follow-ups of each morning",
    whom: "To whom",
    selections: { people: "Who has no message", followUps: "Follow-ups due" },
    wholeSelections: { people: "who has no message in this format", followUps: "follow-ups due" },
    anyRole: "Any role",
    role: "Role",
    limit: "Messages a batch, at most",
    upTo: (limit) => `up to ${limit}`,
    budget: (money) => `${money} a batch`,
    when: "When",
    rhythms: {
      workdays: "Monday to Friday",
      daily: "Each day",
      weekly: "Each week",
      monthly: "Each month",
      cron: "Other (cron)",
    },
    weekday: "Day of the week",
    day: "Day of the month",
    dayHint: "Months that have none are left out.",
    time: "Time",
    timeZone: (zone) => `The time of ${zone}`,
    cron: "Cron expression",
    cronHint: "Minute, hour, day, month and day of the week: */30 9-18 * * 1-5",
    told: {
      daily: (time) => `Each day at ${time}`,
      workdays: (time) => `Monday to Friday at ${time}`,
      weekly: (weekday, time) => `Each ${weekday} at ${time}`,
      monthly: (day, time) => `On day ${day} of each month at ${time}`,
      cron: (cron) => `Cron ${cron}`,
    },
    next: "Next",
    paused: "Paused",
    pause: "Pause",
    resume: "Resume",
    run: "Run now",
    started: "Batch started",
    seeBatch: "See the batch",
    remove: "Delete",
    removeSure: "It will start no more batches. Those that it made stay.",
    fires: "What it has done",
    noFires: "Nothing yet.",
    byHand: "by hand",
    andEarlier: "and others before",
    outcomes: {
      started: (people) => (people === 1 ? "a batch for 1 person" : `a batch for ${people} people`),
      empty: () => "nobody was left to write to",
      skipped: () => "left out: the service was not running",
      refused: () => "could not be done",
    },
  },
};
