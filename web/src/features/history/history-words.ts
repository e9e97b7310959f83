import type { Catalogue } from "../../i18n/use-words.ts";

interface HistoryWords {
  title: string;
  search: string;
  searchPlaceholder: string;
  person: string;
  message: string;
  format: string;
  role: string;
  status: string;
  created: string;
  from: string;
  to: string;
  any: string;
  anyStatus: string;
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
}

export const HISTORY: Catalogue<HistoryWords> = {
  es: {
    title: "Historial",
    search: "Buscar",
    searchPlaceholder: "Nombre o empresa",
    person: "Persona",
    message: "Mensaje",
    format: "Formato",
    role: "Rol",
    status: "Estado",
    created: "Creado",
    from: "Desde",
    to: "Hasta",
    any: "Todos",
    anyStatus: "Cualquiera",
    clear: "Quitar filtros",
    empty: "Aquí queda cada mensaje",
    emptyDetail: "Lo que escribas se guarda con sus pruebas, su estado y lo que pasó después.",
    emptyAction: "Escribir el primero",
    nothing: "Ningún mensaje cumple los filtros",
    nothingDetail: "Quita alguno para ver más.",
    details: "Mensaje",
    writtenBy: (model) => `Escrito por ${model}`,
    offlineWriter: "Escrito sin modelo, por el redactor local",
    shown: (count, hasMore) => (hasMore ? `${count} cargados, hay más` : `${count} mensajes`),
    table: "Mensajes",
  },
  en: {
    title: "History",
    search: "Search",
    searchPlaceholder: "Name or company",
    person: "Person",
    message: "Message",
    format: "Format",
    role: "Role",
    status: "Status",
    created: "Created",
    from: "From",
    to: "To",
    any: "All",
    anyStatus: "Any",
    clear: "Clear filters",
    empty: "Every message stays here",
    emptyDetail: "What you write is kept with its proof, its status and what came of it.",
    emptyAction: "Write the first one",
    nothing: "No message passes the filters",
    nothingDetail: "Take one away to see more.",
    details: "Message",
    writtenBy: (model) => `Written by ${model}`,
    offlineWriter: "Written without a model, by the local writer",
    shown: (count, hasMore) => (hasMore ? `${count} loaded, there are more` : `${count} messages`),
    table: "Messages",
  },
};
