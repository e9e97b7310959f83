import type { Catalogue } from "../../i18n/use-words.ts";

interface MonthsWords {
  title: string;
  detail: string;
  back: string;
  month: string;
  isOpen: string;
  cost: string;
  figure: string;
  thisMonth: string;
  before: string;
  change: string;
  byRole: string;
  role: string;
  positiveRate: string;
  changeInPoints: (points: string) => string;
  empty: string;
  emptyDetail: string;
  export: string;
}

export const MONTHS: Catalogue<MonthsWords> = {
  es: {
    title: "Resumen de cada mes",
    detail: "Las cifras de un mes por rol, junto a las del mes anterior. Se guardan cuando el mes acaba.",
    back: "Analítica",
    month: "Mes",
    isOpen: "Provisional: de lo enviado hace menos de 14 días aún llegan respuestas.",
    cost: "Coste del modelo",
    figure: "Cifra",
    thisMonth: "Este mes",
    before: "Mes anterior",
    change: "Cambio",
    byRole: "Por rol",
    role: "Rol",
    positiveRate: "Respuesta positiva",
    changeInPoints: (points) => `${points} puntos`,
    empty: "Aún no hay ningún mes",
    emptyDetail: "El primer resumen llega la noche después de que acabe un mes con mensajes.",
    export: "Exportar CSV",
  },
  en: {
    title: "Monthly summary",
    detail: "A month's figures by role, beside those of the month before. Kept when the month ends.",
    back: "Analytics",
    month: "Month",
    isOpen: "Provisional: what was sent less than 14 days ago is still being answered.",
    cost: "Cost of the model",
    figure: "Figure",
    thisMonth: "This month",
    before: "Month before",
    change: "Change",
    byRole: "By role",
    role: "Role",
    positiveRate: "Positive reply",
    changeInPoints: (points) => `${points} points`,
    empty: "No month yet",
    emptyDetail: "The first summary comes the night after a month with messages ends.",
    export: "Export CSV",
  },
};
