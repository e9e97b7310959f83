import type { Schemas } from "../../api/client.ts";
import type { ManyChange } from "../../message/many.ts";
import type { Catalogue } from "../../i18n/use-words.ts";

type Move = ManyChange["move"];

interface HistoryWords {
  title: string;
  views: { messages: string; due: string };
  search: string;
  searchPlaceholder: string;
  person: string;
  message: string;
  format: string;
  role: string;
  status: string;
  created: string;
  period: string;
  from: string;
  to: string;
  assignee: string;
  any: { status: string; format: string; role: string; period: string; assignee: string };
  lastDays: (days: number) => string;
  otherDays: string;
  nobody: string;
  fromBatch: string;
  remove: (filter: string) => string;
  clear: string;
  empty: string;
  emptyDetail: string;
  emptyAction: string;
  nothing: string;
  nothingDetail: string;
  details: string;
  writtenBy: (model: string) => string;
  offlineWriter: string;
  shown: (count: number, hasMore: boolean) => string;
  table: string;
  next: string;
  previous: string;
  select: (name: string) => string;
  selectAll: string;
  selected: (count: number) => string;
  unselect: string;
  moves: Record<Move, (count: number) => string>;
  sure: Record<"reject" | "send", (count: number) => string>;
  done: Record<Move, (count: number) => string>;
  leftAlone: (count: number) => string;
  assignTo: string;
  export: string;
  exportDetail: string;
  layout: string;
  exportSends: string;
  layouts: Record<Schemas["ExportLayout"], string>;
  layoutFormat: Record<Schemas["ExportFormat"], string>;
  download: string;
  exportFile: string;
  exported: string;
  wholePerson: string;
  back: string;
  written: (format: string) => string;
  happenings: Record<Exclude<Schemas["Happening"], "generated" | "outcome">, string>;
  seeMessage: string;
  noDue: string;
  noDueDetail: string;
  dueSince: (moment: string) => string;
  sentAt: (format: string, moment: string) => string;
  number: (number: number, isLast: boolean) => string;
  writeFollowUp: string;
  writing: string;
  putOff: string;
  days: (count: number) => string;
  giveUp: string;
  putOffTo: (day: string) => string;
  gaveUp: string;
  dueList: string;
  writeMany: (count: number, format: string) => string;
  dueBatch: (format: string, day: string) => string;
  scheduleDue: string;
}

export const HISTORY: Catalogue<HistoryWords> = {
  es: {
    title: "Historial",
    views: { messages: "Mensajes", due: "Seguimientos de hoy" },
    search: "Buscar",
    searchPlaceholder: "Nombre o texto",
    person: "Persona",
    message: "Mensaje",
    format: "Formato",
    role: "Rol",
    status: "Estado",
    created: "Creado",
    period: "Fechas",
    from: "Desde",
    to: "Hasta",
    assignee: "A cargo de",
    any: {
      status: "En cualquier estado",
      format: "De cualquier formato",
      role: "A cualquier rol",
      period: "De cualquier fecha",
      assignee: "A cargo de cualquiera",
    },
    lastDays: (days) => `Últimos ${days} días`,
    otherDays: "Otras fechas",
    nobody: "A cargo de nadie",
    fromBatch: "De un lote",
    remove: (filter) => `Quitar el filtro: ${filter}`,
    clear: "Quitar filtros",
    empty: "Aquí queda cada mensaje",
    emptyDetail: "Lo que escribas se guarda con sus pruebas, su estado y lo que pasó después.",
    emptyAction: "Escribir el primero",
    nothing: "Ningún mensaje cumple los filtros",
    nothingDetail: "Quita alguno para ver más.",
    details: "Mensaje",
    writtenBy: (model) => `Escrito por ${model}`,
    offlineWriter: "Escrito sin modelo, por el redactor local",
    shown: (count, hasMore) =>
      hasMore ? `${count} cargados, hay más` : count === 1 ? "1 mensaje" : `${count} mensajes`,
    table: "Mensajes",
    next: "Mensaje siguiente",
    previous: "Mensaje anterior",
    select: (name) => `Elegir el mensaje a ${name}`,
    selectAll: "Elegir todos los cargados",
    selected: (count) => (count === 1 ? "1 elegido" : `${count} elegidos`),
    unselect: "No elegir ninguno",
    moves: {
      approve: (count) => (count === 1 ? "Aprobar 1 listo" : `Aprobar ${count} listos`),
      reject: (count) => `Rechazar ${count}`,
      send: (count) => (count === 1 ? "Marcar 1 enviado" : `Marcar ${count} enviados`),
      assign: (count) => `Asignar ${count}`,
    },
    sure: {
      reject: (count) =>
        count === 1 ? "Se rechaza un mensaje que no se ha enviado." : `Se rechazan ${count} mensajes sin enviar.`,
      send: (count) =>
        count === 1
          ? "Se anota que has enviado este mensaje."
          : `Se anota que has enviado los ${count} mensajes: cuentan en las cifras desde hoy.`,
    },
    done: {
      approve: (count) => (count === 1 ? "1 aprobado" : `${count} aprobados`),
      reject: (count) => (count === 1 ? "1 rechazado" : `${count} rechazados`),
      send: (count) => (count === 1 ? "1 marcado como enviado" : `${count} marcados como enviados`),
      assign: (count) => (count === 1 ? "1 asignado" : `${count} asignados`),
    },
    leftAlone: (count) => (count === 1 ? "1 se queda como estaba" : `${count} se quedan como estaban`),
    assignTo: "Asignar a…",
    export: "Exportar",
    exportDetail: "Los mensajes que cumplen los filtros de ahora.",
    layout: "Columnas",
    exportSends:
      "Solo lleva mensajes aprobados y sin enviar, de los formatos de la herramienta, y nadie de la lista de exclusión.",
    layouts: {
      full: "Todo lo que se sabe",
      linkedin: "Ayudas de LinkedIn",
      mail: "Instantly, Smartlead, Lemlist",
      hubspot: "HubSpot, contactos",
      salesforce: "Salesforce, candidatos",
    },
    layoutFormat: { csv: "CSV", jsonl: "JSON, una línea por mensaje" },
    download: "Descargar",
    exportFile: "mensajes",
    exported: "Archivo descargado",
    wholePerson: "Todo lo de esta persona",
    back: "Volver al mensaje",
    written: (format) => `Escrito: ${format}`,
    happenings: {
      approved: "Aprobado",
      rejected: "Rechazado",
      suppressed: "En la lista de exclusión",
      suppression_lifted: "Fuera de la lista de exclusión",
    },
    seeMessage: "Ver el mensaje",
    noDue: "Nadie espera un seguimiento hoy",
    noDueDetail:
      "Aquí aparece quien recibió un mensaje y no ha contestado en los días que dicen los ajustes. Quien contesta sale de la lista.",
    dueSince: (moment) => `Toca desde ${moment}`,
    sentAt: (format, moment) => `${format}, ${moment}`,
    number: (number, isLast) => (isLast ? `Seguimiento ${number}, el último` : `Seguimiento ${number}`),
    writeFollowUp: "Escribir seguimiento",
    writing: "Escribiendo y comprobando…",
    putOff: "Aplazar",
    days: (count) => (count === 1 ? "1 día" : `${count} días`),
    giveUp: "No seguir",
    putOffTo: (day) => `Aplazado al ${day}`,
    gaveUp: "No se le sugiere ningún seguimiento más",
    dueList: "Personas a quienes toca escribir",
    writeMany: (count, format) => `Escribir en un lote: ${count} de ${format}`,
    dueBatch: (format, day) => `Seguimientos, ${format}, ${day}`,
    scheduleDue: "Programarlo para cada mañana",
  },
  en: {
    title: "History",
    views: { messages: "Messages", due: "Follow-ups due today" },
    search: "Search",
    searchPlaceholder: "Name or text",
    person: "Person",
    message: "Message",
    format: "Format",
    role: "Role",
    status: "Status",
    created: "Created",
    period: "Dates",
    from: "From",
    to: "To",
    assignee: "Assigned to",
    any: {
      status: "In any status",
      format: "Of any format",
      role: "To any role",
      period: "Of any date",
      assignee: "Assigned to anyone",
    },
    lastDays: (days) => `Last ${days} days`,
    otherDays: "Other dates",
    nobody: "Assigned to nobody",
    fromBatch: "Of one batch",
    remove: (filter) => `Remove the filter: ${filter}`,
    clear: "Clear filters",
    empty: "Every message stays here",
    emptyDetail: "What you write is kept with its proof, its status and what came of it.",
    emptyAction: "Write the first one",
    nothing: "No message passes the filters",
    nothingDetail: "Take one away to see more.",
    details: "Message",
    writtenBy: (model) => `Written by ${model}`,
    offlineWriter: "Written without a model, by the local writer",
    shown: (count, hasMore) =>
      hasMore ? `${count} loaded, there are more` : count === 1 ? "1 message" : `${count} messages`,
    table: "Messages",
    next: "Next message",
    previous: "Previous message",
    select: (name) => `Select the message to ${name}`,
    selectAll: "Select all that are loaded",
    selected: (count) => `${count} selected`,
    unselect: "Select none",
    moves: {
      approve: (count) => `Approve ${count} ready`,
      reject: (count) => `Reject ${count}`,
      send: (count) => `Mark ${count} sent`,
      assign: (count) => `Assign ${count}`,
    },
    sure: {
      reject: (count) =>
        count === 1 ? "One message that was not sent is rejected." : `${count} messages not sent are rejected.`,
      send: (count) =>
        count === 1
          ? "It is noted that you have sent this message."
          : `It is noted that you have sent the ${count} messages: they count in the figures from today.`,
    },
    done: {
      approve: (count) => `${count} approved`,
      reject: (count) => `${count} rejected`,
      send: (count) => `${count} marked as sent`,
      assign: (count) => `${count} assigned`,
    },
    leftAlone: (count) => (count === 1 ? "1 stays as it was" : `${count} stay as they were`),
    assignTo: "Assign to…",
    export: "Export",
    exportDetail: "The messages that pass the filters of now.",
    layout: "Columns",
    exportSends:
      "Holds approved messages that were not sent, of the tool's formats, to nobody on the suppression list.",
    layouts: {
      full: "All that is known",
      linkedin: "LinkedIn helpers",
      mail: "Instantly, Smartlead, Lemlist",
      hubspot: "HubSpot, contacts",
      salesforce: "Salesforce, leads",
    },
    layoutFormat: { csv: "CSV", jsonl: "JSON, a line a message" },
    download: "Download",
    exportFile: "messages",
    exported: "File downloaded",
    wholePerson: "All of this person",
    back: "Back to the message",
    written: (format) => `Written: ${format}`,
    happenings: {
      approved: "Approved",
      rejected: "Rejected",
      suppressed: "On the suppression list",
      suppression_lifted: "Off the suppression list",
    },
    seeMessage: "See the message",
    noDue: "Nobody is due for a follow-up today",
    noDueDetail:
      "Whoever got a message and has not answered within the days of the settings appears here. Whoever answers leaves the list.",
    dueSince: (moment) => `Due since ${moment}`,
    sentAt: (format, moment) => `${format}, ${moment}`,
    number: (number, isLast) => (isLast ? `Follow-up ${number}, the last` : `Follow-up ${number}`),
    writeFollowUp: "Write follow-up",
    writing: "Writing and checking…",
    putOff: "Put off",
    days: (count) => (count === 1 ? "1 day" : `${count} days`),
    giveUp: "Give up",
    putOffTo: (day) => `Put off to ${day}`,
    gaveUp: "No follow-up is suggested any more",
    dueList: "People who are due",
    writeMany: (count, format) => `Write in a batch: ${count} of ${format}`,
    dueBatch: (format, day) => `Follow-ups, ${format}, ${day}`,
    scheduleDue: "Schedule it for each morning",
  },
};
