import type { Schemas } from "../../api/client.ts";
import type { Catalogue } from "../../i18n/use-words.ts";

export type SectionName =
  | "company"
  | "proof"
  | "writing"
  | "icp"
  | "sending"
  | "people"
  | "suppressions"
  | "keys"
  | "webhooks"
  | "usage"
  | "privacy"
  | "audit"
  | "danger";

interface SettingsWords {
  title: string;
  sections: Record<SectionName, string>;
  readOnly: string;
  saved: (what: string) => string;
  copy: string;
  copied: string;
  from: string;
  to: string;
  companyDetail: string;
  workspaceName: string;
  sender: Record<"name" | "company" | "title", string>;
  senderHint: string;
  proposition: Record<Schemas["Language"], string>;
  propositionHint: string;
  proofDetail: string;
  proofMissing: (missing: number) => string;
  proofPoints: string;
  proofHint: string;
  languages: string;
  languagesHint: string;
  register: string;
  tier: string;
  tierHint: string;
  tiers: Record<Schemas["LinkedinTier"], string>;
  defaultRole: string;
  defaultRoleHint: string;
  links: string;
  linksHint: string;
  maxLinks: string;
  checksTitle: string;
  checksHint: string;
  checks: Record<Schemas["AdvisoryCheck"], string>;
  icpDetail: string;
  excludedTitles: string;
  excludedTitlesHint: string;
  excludedSectors: string;
  excludedSectorsHint: string;
  timeZone: string;
  timeZoneHint: string;
  currency: string;
  peopleDetail: string;
  members: string;
  lastSeen: (when: string) => string;
  roleOf: (name: string) => string;
  remove: string;
  removeSure: (name: string) => string;
  inviteEmail: string;
  roleOfInvited: string;
  invite: string;
  inviteToken: (email: string) => string;
  invitations: string;
  until: (when: string) => string;
  revoke: string;
  invitationRevoked: string;
  keysDetail: string;
  keyName: string;
  keyRole: string;
  keyLife: string;
  lives: (days: number) => string;
  createKey: string;
  keyOnce: string;
  scopes: (count: number) => string;
  revokedAt: (when: string) => string;
  noExpiry: string;
  neverUsed: string;
  lastUsed: (when: string) => string;
  rotate: string;
  revokeSure: (name: string) => string;
  suppressionsDetail: string;
  suppressionsFile: string;
  nobodySuppressed: string;
  personOnList: string;
  suppressedBy: Record<string, string>;
  reasons: Record<Schemas["SuppressionReason"], string>;
  address: string;
  addressHint: string;
  suppress: string;
  suppressed: (address: string) => string;
  takeOff: string;
  lifted: string;
  importList: string;
  exportList: string;
  imported: (added: number, known: number, errors: number) => string;
  inRow: (row: number) => string;
  webhooksDetail: string;
  webhookUrl: string;
  webhookUrlHint: string;
  addWebhook: string;
  webhookOnce: string;
  rotateSecret: string;
  rotateOverlap: string;
  overlaps: (seconds: number) => string;
  previousGoodUntil: (when: string) => string;
  previousEnded: string;
  auditFile: string;
  webhookActive: string;
  webhookOff: string;
  failingSince: (when: string) => string;
  events: Record<Schemas["Event"], string>;
  test: string;
  tested: Record<Schemas["DeliveryState"], string>;
  switchOff: string;
  switchOn: string;
  deleteWebhook: string;
  deleteWebhookSure: string;
  showDeliveries: string;
  hideDeliveries: string;
  deliveries: string;
  noDeliveries: string;
  deliveryStates: Record<Schemas["DeliveryState"], string>;
  deliveryErrors: Record<string, string>;
  tries: (count: number) => string;
  redeliver: string;
  used: (used: string, limit: string | null) => string;
  plan: (name: string) => string;
  plans: Record<Schemas["Plan"], string>;
  startsAgain: (when: string) => string;
  auditDetail: string;
  who: string;
  what: string;
  result: string;
  anyone: string;
  auditOutcomes: Record<Schemas["AuditOutcome"], string>;
  actors: Readonly<Record<string, string>>;
  noAudit: string;
  auditReading: string;
  pause: string;
  pauseHint: string;
  pauseStates: { running: string; paused: string };
  deleteWorkspace: (name: string) => string;
  deleteWorkspaceHint: string;
  deleteWorkspaceVerb: string;
  sendingDetail: string;
  invitationLimit: string;
  invitationLimitHint: string;
  notes: string;
  notesHint: string;
  followUpAfter: (format: string) => string;
  followUpAfterHint: string;
  followUpsAtMost: string;
  followUpsAtMostHint: string;
}

export const SETTINGS: Catalogue<SettingsWords> = {
  es: {
    title: "Ajustes",
    sections: {
      company: "Empresa y remitente",
      proof: "Datos que nos avalan",
      writing: "Redacción",
      icp: "Clientes y zona horaria",
      sending: "Límites y seguimientos",
      people: "Equipo",
      suppressions: "Exclusiones",
      keys: "Claves de API",
      webhooks: "Webhooks",
      usage: "Uso",
      privacy: "Privacidad",
      audit: "Actividad",
      danger: "Pausar y eliminar",
    },
    readOnly: "Puedes ver los ajustes. Los cambia quien administra el espacio.",
    saved: (what) => `Guardado: ${what}`,
    copy: "Copiar",
    copied: "Copiado",
    from: "Desde",
    to: "Hasta",
    companyDetail: "Lo que un mensaje puede decir de quien lo envía sale de aquí.",
    workspaceName: "Nombre del espacio",
    sender: { name: "Quién firma", company: "Empresa que se nombra", title: "Cargo de quien firma" },
    senderHint: "Los correos se firman con este nombre.",
    proposition: { es: "Qué hacéis, en español", en: "Qué hacéis, en inglés" },
    propositionHint: "Una frase que se pueda leer detrás de «Trabajo en…:».",
    proofDetail:
      "Hechos vuestros con cifra: un cliente, un resultado, un plazo. Un mensaje solo puede decir de vosotros lo que esté aquí.",
    proofMissing: (missing) =>
      missing === 1
        ? "Falta uno para llegar a tres: con menos, los mensajes suenan iguales."
        : `Faltan ${missing} para llegar a tres: con menos, los mensajes suenan iguales.`,
    proofPoints: "Datos, uno por línea",
    proofHint: "Por ejemplo: Una distribuidora bajó un 31 % las llamadas por retrasos en seis meses",
    languages: "Idiomas, el primero por defecto",
    languagesHint: "En qué idiomas se escribe si nadie pide otro.",
    register: "Tratamiento por defecto",
    tier: "Plan de LinkedIn",
    tierHint: "Decide cuánto puede medir una nota: 200 caracteres, o 300 con Premium.",
    tiers: { free: "Gratuito", premium: "Premium" },
    defaultRole: "Rol por defecto",
    defaultRoleHint: "Para quien tiene un cargo que ningún rol reconoce.",
    links: "Enlaces permitidos, un dominio por línea",
    linksHint: "Un enlace a otro sitio bloquea el mensaje.",
    maxLinks: "Enlaces por mensaje, como máximo",
    checksTitle: "De qué se avisa",
    checksHint: "Son avisos y no bloquean. Lo que bloquea, como un dato sin prueba, no se puede apagar.",
    checks: {
      generic: "Podría ser para cualquiera",
      near_duplicate: "Se parece a otro mensaje del lote o de la empresa",
      cliches: "Frases hechas",
      questions: "Más de una pregunta",
      opening: "Empieza por quien escribe",
      exclamations: "Exclamaciones y emojis",
      shouting: "Palabras en mayúsculas",
      sentence_length: "Frases demasiado largas",
    },
    icpDetail: "A quién no vendéis, y dónde empiezan vuestros días.",
    excludedTitles: "Cargos que no son cliente, uno por línea",
    excludedTitlesHint: "Una importación señala a estas personas.",
    excludedSectors: "Sectores que no son cliente, uno por línea",
    excludedSectorsHint: "Se buscan en la empresa y en el titular.",
    timeZone: "Zona horaria",
    timeZoneHint: "La analítica y la actividad cuentan los días de aquí.",
    currency: "Moneda",
    peopleDetail: "Quién está en el espacio y qué puede hacer.",
    members: "Miembros",
    lastSeen: (when) => `entró ${when}`,
    roleOf: (name) => `Permiso de ${name}`,
    remove: "Quitar",
    removeSure: (name) => `${name} deja de ver el espacio. Sus mensajes se conservan.`,
    inviteEmail: "Correo de quien invitas",
    roleOfInvited: "Permiso de quien invitas",
    invite: "Invitar",
    inviteToken: (email) => `Código para ${email}. Envíaselo: solo se muestra esta vez.`,
    invitations: "Invitaciones abiertas",
    until: (when) => `vale hasta: ${when}`,
    revoke: "Anular",
    invitationRevoked: "Invitación anulada",
    keysDetail: "Para programas que usan la API. Una clave puede lo que pueda su permiso.",
    keyName: "Para qué es",
    keyRole: "Permiso de la clave",
    keyLife: "Cuánto vale",
    lives: (days) => (days === 0 ? "Sin caducidad" : `${days} días`),
    createKey: "Crear clave",
    keyOnce: "Cópiala ahora: no se vuelve a mostrar.",
    scopes: (count) => `${count} permisos`,
    revokedAt: (when) => `anulada ${when}`,
    noExpiry: "sin caducidad",
    neverUsed: "sin usar",
    lastUsed: (when) => `usada ${when}`,
    rotate: "Renovar",
    revokeSure: (name) => `Lo que use «${name}» dejará de funcionar enseguida.`,
    suppressionsDetail: "A estas personas no se les escribe: ni sueltas, ni en un lote, ni al aprobar.",
    suppressionsFile: "exclusiones.csv",
    nobodySuppressed: "Nadie está excluido.",
    personOnList: "Persona borrada",
    suppressedBy: {
      linkedin: "Por su perfil",
      email: "Por su correo",
      prospect: "Por su ficha",
      name: "Por su nombre y su empresa",
    },
    reasons: {
      unsubscribed: "se dio de baja",
      requested: "lo pidió",
      customer: "ya es cliente",
      competitor: "competencia",
      other: "otro motivo",
    },
    address: "Correo o dirección de LinkedIn",
    addressHint: "nombre@empresa.com o linkedin.com/in/nombre",
    suppress: "Excluir",
    suppressed: (address) => `Ya no se escribe a ${address}`,
    takeOff: "Quitar de la lista",
    lifted: "Quitada de la lista",
    importList: "Importar CSV",
    exportList: "Exportar CSV",
    imported: (added, known, errors) =>
      `${added} nuevas, ${known} ya estaban${errors === 0 ? "" : `, ${errors} filas sin leer`}`,
    inRow: (row) => `Fila ${row}`,
    webhooksDetail: "Avisan a otro programa de lo que pasa, con firma (Standard Webhooks). Se intenta ocho veces.",
    webhookUrl: "Dirección que recibe los avisos",
    webhookUrlHint: "Solo direcciones https públicas.",
    addWebhook: "Añadir webhook",
    webhookOnce: "Secreto con el que se comprueba la firma. Cópialo ahora: no se vuelve a mostrar.",
    rotateSecret: "Renovar secreto",
    rotateOverlap: "Cuánto sigue valiendo el anterior",
    overlaps: (seconds) => (seconds === 0 ? "Nada: deja de valer ya" : days(seconds, "día", "días")),
    previousGoodUntil: (when) => `El secreto anterior vale hasta: ${when}`,
    previousEnded: "El secreto anterior ya no vale.",
    auditFile: "actividad.csv",
    webhookActive: "activo",
    webhookOff: "apagado",
    failingSince: (when) => `falla: ${when}`,
    events: {
      "message.generated": "mensaje escrito",
      "message.approved": "mensaje aprobado",
      "message.outcome": "resultado anotado",
      "batch.completed": "lote terminado",
      "summary.monthly": "resumen del mes",
    },
    test: "Probar",
    tested: {
      delivered: "La prueba ha llegado",
      pending: "La prueba está en camino",
      failed: "La prueba no ha llegado",
    },
    switchOff: "Apagar",
    switchOn: "Encender",
    deleteWebhook: "Eliminar",
    deleteWebhookSure: "Se pierde también su registro de entregas.",
    showDeliveries: "Ver entregas",
    hideDeliveries: "Ocultar entregas",
    deliveries: "Entregas",
    noDeliveries: "Aún no se ha entregado nada.",
    deliveryStates: { pending: "pendiente", delivered: "entregado", failed: "sin entregar" },
    deliveryErrors: {
      refused_address: "la dirección no es https pública y no se llama",
      timeout: "el servidor no ha contestado a tiempo",
      connection: "no hay conexión con el servidor",
      tls: "su certificado no vale",
    },
    tries: (count) => (count === 1 ? "1 intento" : `${count} intentos`),
    redeliver: "Volver a entregar",
    used: (used, limit) =>
      limit === null ? `${used} mensajes este mes, sin límite` : `${used} de ${limit} mensajes este mes`,
    plan: (name) => `Plan ${name}`,
    plans: { free: "gratuito", starter: "inicial", professional: "profesional", enterprise: "empresa" },
    startsAgain: (when) => `se renueva: ${when}`,
    auditDetail: "Quién ha hecho qué. Nunca guarda el contenido de los mensajes.",
    who: "Quién",
    what: "Qué",
    result: "Resultado",
    anyone: "Cualquiera",
    auditOutcomes: { done: "Hecho", refused: "Rechazado" },
    actors: { person: "Una persona", key: "Una clave", system: "El sistema" },
    noAudit: "Nada con estos filtros.",
    auditReading: "Consulta de datos",
    pause: "Escritura de mensajes",
    pauseHint: "En pausa no se escribe ningún mensaje, tampoco los de lotes en marcha.",
    pauseStates: { running: "En marcha", paused: "En pausa" },
    deleteWorkspace: (name) => `Eliminar el espacio. Escribe «${name}» para confirmarlo`,
    deleteWorkspaceHint: "Se pierden sus mensajes, personas, prompts, claves y registros. No se puede deshacer.",
    deleteWorkspaceVerb: "Eliminar el espacio",
    sendingDetail: "Lo que LinkedIn deja enviar a cada persona, y cuándo toca volver a escribir a quien no contesta.",
    invitationLimit: "Invitaciones por persona en 7 días",
    invitationLimitHint: "Se cuentan al marcar el mensaje como enviado. Se avisa, nunca se impide.",
    notes: "Notas por persona al mes",
    notesHint: "Vacío: las que permite tu nivel de LinkedIn (5 sin Premium, las que quieras con él).",
    followUpAfter: (format) => `${format}: días hasta el seguimiento`,
    followUpAfterHint: "Vacío: no se sugiere ninguno.",
    followUpsAtMost: "Seguimientos como mucho",
    followUpsAtMostHint: "Por conversación, de 0 a 5. Quien contesta o se da de baja no recibe ninguno más.",
  },
  en: {
    title: "Settings",
    sections: {
      company: "Company and sender",
      proof: "Proof points",
      writing: "Writing",
      icp: "Customers and time zone",
      sending: "Limits and follow-ups",
      people: "Team",
      suppressions: "Suppressions",
      keys: "API keys",
      webhooks: "Webhooks",
      usage: "Use",
      privacy: "Privacy",
      audit: "Activity",
      danger: "Pause and delete",
    },
    readOnly: "You may read the settings. Who administers the workspace changes them.",
    saved: (what) => `Saved: ${what}`,
    copy: "Copy",
    copied: "Copied",
    from: "From",
    to: "To",
    companyDetail: "What a message may say about its sender comes from here.",
    workspaceName: "Name of the workspace",
    sender: { name: "Who signs", company: "Company that is named", title: "Title of who signs" },
    senderHint: "E-mails are signed with this name.",
    proposition: { es: "What you do, in Spanish", en: "What you do, in English" },
    propositionHint: "One sentence that can be read behind “I work at…:”.",
    proofDetail:
      "Facts of your own with a figure: a customer, a result, a time. A message may only say of you what stands here.",
    proofMissing: (missing) => `${missing} missing to have three: with fewer, messages sound alike.`,
    proofPoints: "Proof points, one a line",
    proofHint: "For example: A distributor cut calls about late orders by 31% in six months",
    languages: "Languages, the first by default",
    languagesHint: "What is written in unless somebody asks for another.",
    register: "Register by default, in Spanish",
    tier: "LinkedIn plan",
    tierHint: "Decides how long a note may be: 200 characters, or 300 with Premium.",
    tiers: { free: "Free", premium: "Premium" },
    defaultRole: "Role by default",
    defaultRoleHint: "For people with a title that no role knows.",
    links: "Links allowed, one domain a line",
    linksHint: "A link to another site blocks the message.",
    maxLinks: "Links in a message, at most",
    checksTitle: "What is warned of",
    checksHint: "These warn and do not block. What blocks, like a claim without proof, cannot be switched off.",
    checks: {
      generic: "Could be sent to anyone",
      near_duplicate: "Much like another message of the batch or company",
      cliches: "Stock phrases",
      questions: "More than one question",
      opening: "Begins with who writes",
      exclamations: "Exclamation marks and emoji",
      shouting: "Words in capitals",
      sentence_length: "Sentences too long",
    },
    icpDetail: "Whom you do not sell to, and where your days begin.",
    excludedTitles: "Titles that are no customer, one a line",
    excludedTitlesHint: "An import marks these people.",
    excludedSectors: "Sectors that are no customer, one a line",
    excludedSectorsHint: "Looked for in company and headline.",
    timeZone: "Time zone",
    timeZoneHint: "Analytics and activity count the days of this place.",
    currency: "Currency",
    peopleDetail: "Who is in the workspace and what they may do.",
    members: "Members",
    lastSeen: (when) => `signed in ${when}`,
    roleOf: (name) => `Permission of ${name}`,
    remove: "Remove",
    removeSure: (name) => `${name} no longer sees the workspace. Their messages stay.`,
    inviteEmail: "E-mail of whom you invite",
    roleOfInvited: "Permission of whom you invite",
    invite: "Invite",
    inviteToken: (email) => `Code for ${email}. Send it to them: it is shown this once.`,
    invitations: "Open invitations",
    until: (when) => `good until: ${when}`,
    revoke: "Revoke",
    invitationRevoked: "Invitation revoked",
    keysDetail: "For programs that use the API. A key may do what its permission may.",
    keyName: "What it is for",
    keyRole: "Permission of the key",
    keyLife: "How long it holds",
    lives: (days) => (days === 0 ? "No expiry" : `${days} days`),
    createKey: "Create key",
    keyOnce: "Copy it now: it is not shown again.",
    scopes: (count) => `${count} permissions`,
    revokedAt: (when) => `revoked ${when}`,
    noExpiry: "no expiry",
    neverUsed: "never used",
    lastUsed: (when) => `used ${when}`,
    rotate: "Renew",
    revokeSure: (name) => `What uses “${name}” stops working at once.`,
    suppressionsDetail: "These people are not written to: not singly, not in a batch, not by approval.",
    suppressionsFile: "suppressions.csv",
    nobodySuppressed: "Nobody is suppressed.",
    personOnList: "Erased person",
    suppressedBy: { linkedin: "By profile", email: "By e-mail", prospect: "By record", name: "By name and company" },
    reasons: {
      unsubscribed: "unsubscribed",
      requested: "asked for it",
      customer: "already a customer",
      competitor: "competitor",
      other: "other reason",
    },
    address: "E-mail or LinkedIn address",
    addressHint: "name@company.com or linkedin.com/in/name",
    suppress: "Suppress",
    suppressed: (address) => `${address} is no longer written to`,
    takeOff: "Take off the list",
    lifted: "Taken off the list",
    importList: "Import CSV",
    exportList: "Export CSV",
    imported: (added, known, errors) =>
      `${added} new, ${known} known already${errors === 0 ? "" : `, ${errors} rows not read`}`,
    inRow: (row) => `Row ${row}`,
    webhooksDetail: "Tell another program what happens, signed (Standard Webhooks). Tried eight times.",
    webhookUrl: "Address that receives the events",
    webhookUrlHint: "Public https addresses only.",
    addWebhook: "Add webhook",
    webhookOnce: "The secret that signatures are checked with. Copy it now: it is not shown again.",
    rotateSecret: "Renew secret",
    rotateOverlap: "How long the one before holds",
    overlaps: (seconds) => (seconds === 0 ? "Not at all: it ends now" : days(seconds, "day", "days")),
    previousGoodUntil: (when) => `The secret before holds until: ${when}`,
    previousEnded: "The secret before no longer holds.",
    auditFile: "activity.csv",
    webhookActive: "active",
    webhookOff: "switched off",
    failingSince: (when) => `failing: ${when}`,
    events: {
      "message.generated": "message written",
      "message.approved": "message approved",
      "message.outcome": "outcome noted",
      "batch.completed": "batch completed",
      "summary.monthly": "monthly summary",
    },
    test: "Test",
    tested: {
      delivered: "The test has arrived",
      pending: "The test is on its way",
      failed: "The test has not arrived",
    },
    switchOff: "Switch off",
    switchOn: "Switch on",
    deleteWebhook: "Delete",
    deleteWebhookSure: "Its delivery log is lost too.",
    showDeliveries: "Show deliveries",
    hideDeliveries: "Hide deliveries",
    deliveries: "Deliveries",
    noDeliveries: "Nothing has been delivered yet.",
    deliveryStates: { pending: "pending", delivered: "delivered", failed: "not delivered" },
    deliveryErrors: {
      refused_address: "the address is no public https one and is not called",
      timeout: "the server did not answer in time",
      connection: "no connection to the server",
      tls: "its certificate is not valid",
    },
    tries: (count) => (count === 1 ? "1 try" : `${count} tries`),
    redeliver: "Deliver again",
    used: (used, limit) =>
      limit === null ? `${used} messages this month, no limit` : `${used} of ${limit} messages this month`,
    plan: (name) => `Plan: ${name}`,
    plans: { free: "free", starter: "starter", professional: "professional", enterprise: "enterprise" },
    startsAgain: (when) => `starts again: ${when}`,
    auditDetail: "Who did what. It never holds the content of messages.",
    who: "Who",
    what: "What",
    result: "Result",
    anyone: "Any",
    auditOutcomes: { done: "Done", refused: "Refused" },
    actors: { person: "A person", key: "A key", system: "The system" },
    noAudit: "Nothing with these filters.",
    auditReading: "Data asked for",
    pause: "Writing of messages",
    pauseHint: "While paused no message is written, nor those of batches under way.",
    pauseStates: { running: "Running", paused: "Paused" },
    deleteWorkspace: (name) => `Delete the workspace. Type “${name}” to confirm`,
    deleteWorkspaceHint: "Its messages, people, prompts, keys and logs are lost. This cannot be undone.",
    deleteWorkspaceVerb: "Delete the workspace",
    sendingDetail: "What LinkedIn lets each person send, and when whoever does not answer is written to again.",
    invitationLimit: "Invitations of each person in 7 days",
    invitationLimitHint: "Counted when a message is marked sent. It is told, never enforced.",
    notes: "Notes of each person in a month",
    notesHint: "Empty: what your LinkedIn tier allows (5 without Premium, any number with it).",
    followUpAfter: (format) => `${format}: days until the follow-up`,
    followUpAfterHint: "Empty: none is suggested.",
    followUpsAtMost: "Follow-ups at most",
    followUpsAtMostHint: "In a conversation, 0 to 5. Whoever answers or unsubscribes gets no more.",
  },
};

function days(seconds: number, one: string, more: string): string {
  const count = seconds / 86_400;
  return `${count} ${count === 1 ? one : more}`;
}
