import type { Schemas } from "../../api/client.ts";
import type { Catalogue } from "../../i18n/use-words.ts";

interface BatchesWords {
  title: string;
  newBatch: string;
  scheduled: string;
  empty: string;
  emptyDetail: string;
  emptyForReaders: string;
  states: Record<Schemas["BatchState"], string>;
  stoppedBy: Record<Schemas["StoppedBy"], string>;
  generationPaused: string;
  generationPausedDetail: string;
  toSettings: string;
  progress: (done: number, total: number) => string;
  counts: Record<keyof Schemas["BatchCounts"], (count: number) => string>;
  cost: (money: string) => string;
  timeLeft: (seconds: number) => string;
  pause: string;
  resume: string;
  cancel: string;
  cancelSure: string;
  keepGoing: string;
  retryFailed: (count: number) => string;
  file: string;
  chooseFile: string;
  dropHere: string;
  fileKinds: string;
  orPaste: string;
  pasteHint: string;
  readText: string;
  reading: string;
  rows: (rows: number, usable: number) => string;
  inFile: (count: number) => string;
  known: (count: number) => string;
  notIcp: (count: number) => string;
  suppressed: (count: number) => string;
  errors: (count: number) => string;
  downloadErrors: string;
  mapping: string;
  mappingHint: string;
  column: string;
  field: string;
  example: string;
  sure: string;
  guessed: string;
  keepAside: string;
  fields: Record<string, string>;
  firstRows: string;
  options: string;
  name: string;
  duplicates: string;
  onDuplicate: Record<Schemas["OnDuplicate"], string>;
  estimate: (messages: number, money: string | null) => string;
  start: string;
  otherFile: string;
  review: string;
  toReview: string;
  messages: string;
  approveReady: (count: number) => string;
  approveAdvised: (count: number) => string;
  seeAdvised: (count: number) => string;
  approvedMany: (count: number) => string;
  leftAlone: (count: number) => string;
  filterAll: string;
  filterFlagged: string;
  filterAdvised: string;
  filterReady: string;
  filterApproved: string;
  nothingHere: string;
  allDecided: string;
  failedRows: string;
  row: (row: number) => string;
  next: string;
  previous: string;
  back: string;
}

export const BATCHES: Catalogue<BatchesWords> = {
  es: {
    title: "Lotes",
    newBatch: "Lote nuevo",
    scheduled: "Programados",
    empty: "Un mensaje para cada fila de un archivo",
    emptyDetail:
      "Trae un CSV, un Excel o perfiles en PDF; revisa solo lo que no está claro y aprueba el resto de una vez.",
    emptyForReaders: "Quien escribe mensajes trae un archivo y aquí se ve cómo avanza. Tu papel es de lectura.",
    states: {
      queued: "En cola",
      running: "En marcha",
      paused: "En pausa",
      completed: "Terminado",
      cancelled: "Cancelado",
    },
    stoppedBy: { budget: "Se ha llegado al presupuesto", quota: "Se ha llegado al límite de mensajes del mes" },
    generationPaused: "La generación está en pausa",
    generationPausedDetail: "El lote espera y no escribe nada. Sigue por sí solo cuando la generación se reanude.",
    toSettings: "Ver en Ajustes",
    progress: (done, total) => `${done} de ${total}`,
    counts: {
      pending: (count) => (count === 1 ? "1 pendiente" : `${count} pendientes`),
      running: (count) => `${count} en curso`,
      done: (count) => (count === 1 ? "1 escrito" : `${count} escritos`),
      failed: (count) => `${count} con error`,
      cancelled: (count) => (count === 1 ? "1 cancelado" : `${count} cancelados`),
      skipped: (count) => (count === 1 ? "1 saltado" : `${count} saltados`),
    },
    cost: (money) => `${money} hasta ahora`,
    timeLeft: (seconds) => (seconds < 90 ? `quedan unos ${seconds} s` : `quedan unos ${Math.round(seconds / 60)} min`),
    pause: "Pausar",
    resume: "Reanudar",
    cancel: "Cancelar el lote",
    cancelSure: "Lo que falta no se escribirá. Lo ya escrito se conserva.",
    keepGoing: "Seguir",
    retryFailed: (count) => `Reintentar ${count} con error`,
    file: "Archivo",
    chooseFile: "Elegir archivo",
    dropHere: "Suelta aquí un archivo, o elígelo",
    fileKinds: "CSV, Excel, PDF de LinkedIn, JSON o JSONL; hasta 50.000 filas o 20 MB.",
    orPaste: "O pega filas o perfiles",
    pasteHint: "Vale una tabla copiada de una hoja de cálculo.",
    readText: "Leer lo pegado",
    reading: "Leyendo el archivo…",
    rows: (rows, usable) => (rows === 1 ? "1 fila" : `${rows} filas, ${usable} se pueden usar`),
    inFile: (count) => (count === 1 ? "1 repetida en el archivo" : `${count} repetidas en el archivo`),
    known: (count) => (count === 1 ? "1 ya conocida" : `${count} ya conocidas`),
    notIcp: (count) => `${count} fuera de tu cliente ideal`,
    suppressed: (count) => (count === 1 ? "1 no quiere mensajes" : `${count} no quieren mensajes`),
    errors: (count) => (count === 1 ? "1 celda con error" : `${count} celdas con error`),
    downloadErrors: "Descargar errores",
    mapping: "Columnas",
    mappingHint: "Cambia lo que no cuadre: se aplica al momento, sin volver a subir el archivo.",
    column: "Columna",
    field: "Campo",
    example: "Ejemplo",
    sure: "reconocida",
    guessed: "deducida",
    keepAside: "Guardar aparte",
    fields: {
      full_name: "Nombre completo",
      first_name: "Nombre",
      last_name: "Apellidos",
      title: "Cargo",
      headline: "Titular",
      company: "Empresa",
      location: "Lugar",
      email: "Correo",
      linkedin_url: "LinkedIn",
      about: "Acerca de",
      skills: "Aptitudes",
      languages: "Idiomas",
      posts: "Publicaciones",
      experience: "Experiencia",
      education: "Formación",
      custom: "Datos propios",
      role: "Rol del mensaje",
      format: "Formato del mensaje",
      language: "Idioma del mensaje",
      register: "Trato del mensaje",
    },
    firstRows: "Primeras filas",
    options: "Mensajes",
    name: "Nombre del lote",
    duplicates: "Quien ya tiene un mensaje de este formato",
    onDuplicate: { skip: "Saltarlo", update: "Solo actualizar sus datos", generate: "Escribirle otro" },
    estimate: (messages, money) =>
      `${messages === 1 ? "1 mensaje" : `${messages} mensajes`}, ${money === null ? "sin coste" : `unos ${money}`}`,
    start: "Empezar",
    otherFile: "Otro archivo",
    review: "Revisión",
    toReview: "por revisar",
    messages: "Mensajes del lote",
    approveReady: (count) => (count === 1 ? "Aprobar 1 listo" : `Aprobar ${count} listos`),
    approveAdvised: (count) => `Aprobar ${count} con consejos`,
    seeAdvised: (count) => `Ver ${count} con consejos`,
    approvedMany: (count) => (count === 1 ? "1 aprobado" : `${count} aprobados`),
    leftAlone: (count) => `${count} han cambiado y se quedan como estaban`,
    filterAll: "Todos",
    filterFlagged: "Por revisar",
    filterAdvised: "Con consejos",
    filterReady: "Listos",
    filterApproved: "Aprobados",
    nothingHere: "Nada en esta lista.",
    allDecided: "No queda nada por decidir.",
    failedRows: "Filas con error",
    row: (row) => `Fila ${row}`,
    next: "Siguiente",
    previous: "Anterior",
    back: "Todos los lotes",
  },
  en: {
    title: "Batches",
    newBatch: "New batch",
    scheduled: "Scheduled",
    empty: "A message for each row of a file",
    emptyDetail:
      "Bring a CSV, a workbook or PDF profiles; review only what is in doubt and approve the rest in one go.",
    emptyForReaders: "Whoever writes messages brings a file, and its progress shows here. Your role is to read.",
    states: { queued: "Queued", running: "Running", paused: "Paused", completed: "Completed", cancelled: "Cancelled" },
    stoppedBy: { budget: "The budget is used up", quota: "The month's messages are used up" },
    generationPaused: "Generation is paused",
    generationPausedDetail: "The batch waits and writes nothing. It goes on by itself once generation is resumed.",
    toSettings: "See it in Settings",
    progress: (done, total) => `${done} of ${total}`,
    counts: {
      pending: (count) => `${count} pending`,
      running: (count) => `${count} running`,
      done: (count) => `${count} written`,
      failed: (count) => `${count} failed`,
      cancelled: (count) => `${count} cancelled`,
      skipped: (count) => `${count} skipped`,
    },
    cost: (money) => `${money} so far`,
    timeLeft: (seconds) => (seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`),
    pause: "Pause",
    resume: "Resume",
    cancel: "Cancel the batch",
    cancelSure: "What is missing will not be written. What is written stays.",
    keepGoing: "Keep going",
    retryFailed: (count) => `Retry ${count} failed`,
    file: "File",
    chooseFile: "Choose a file",
    dropHere: "Drop a file here, or choose one",
    fileKinds: "CSV, Excel, LinkedIn PDF, JSON or JSONL; up to 50,000 rows or 20 MB.",
    orPaste: "Or paste rows or profiles",
    pasteHint: "A table copied from a spreadsheet will do.",
    readText: "Read what was pasted",
    reading: "Reading the file…",
    rows: (rows, usable) => (rows === 1 ? "1 row" : `${rows} rows, ${usable} can be used`),
    inFile: (count) => `${count} repeated in the file`,
    known: (count) => `${count} known already`,
    notIcp: (count) => `${count} outside your ideal customer`,
    suppressed: (count) => (count === 1 ? "1 wants no messages" : `${count} want no messages`),
    errors: (count) => (count === 1 ? "1 cell with an error" : `${count} cells with errors`),
    downloadErrors: "Download errors",
    mapping: "Columns",
    mappingHint: "Change what does not fit: it is applied at once, without another upload.",
    column: "Column",
    field: "Field",
    example: "Example",
    sure: "recognised",
    guessed: "guessed",
    keepAside: "Keep aside",
    fields: {
      full_name: "Full name",
      first_name: "First name",
      last_name: "Surname",
      title: "Job title",
      headline: "Headline",
      company: "Company",
      location: "Place",
      email: "E-mail",
      linkedin_url: "LinkedIn",
      about: "About",
      skills: "Skills",
      languages: "Languages",
      posts: "Posts",
      experience: "Experience",
      education: "Education",
      custom: "Own data",
      role: "Role of the message",
      format: "Format of the message",
      language: "Language of the message",
      register: "Form of address",
    },
    firstRows: "First rows",
    options: "Messages",
    name: "Name of the batch",
    duplicates: "Who already has a message in this format",
    onDuplicate: { skip: "Skip them", update: "Only update their data", generate: "Write another one" },
    estimate: (messages, money) =>
      `${messages === 1 ? "1 message" : `${messages} messages`}, ${money === null ? "no cost" : `about ${money}`}`,
    start: "Start",
    otherFile: "Another file",
    review: "Review",
    toReview: "to review",
    messages: "Messages of the batch",
    approveReady: (count) => `Approve ${count} ready`,
    approveAdvised: (count) => `Approve ${count} with advice`,
    seeAdvised: (count) => `See ${count} with advice`,
    approvedMany: (count) => `${count} approved`,
    leftAlone: (count) => `${count} have changed and stay as they were`,
    filterAll: "All",
    filterFlagged: "To review",
    filterAdvised: "With advice",
    filterReady: "Ready",
    filterApproved: "Approved",
    nothingHere: "Nothing in this list.",
    allDecided: "Nothing is left to decide.",
    failedRows: "Rows with errors",
    row: (row) => `Row ${row}`,
    next: "Next",
    previous: "Previous",
    back: "All batches",
  },
};
