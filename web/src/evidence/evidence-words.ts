import { type Schemas } from "../api/client.ts";
import { type Catalogue } from "../i18n/use-words.ts";

interface EvidenceWords {
  verdicts: Record<Schemas["ClaimVerdict"], string>;
  facts: string;
  aboutThem: string;
  aboutUs: string;
  noFacts: string;
  findings: string;
  allClear: string;
  checksPassed: (count: number) => string;
  blocks: string;
  warns: string;
  characters: (used: number, limit: number) => string;
  over: (count: number) => string;
  subject: string;
  body: string;
  field: (path: string) => string;
}

const FIELDS_ES: Record<string, string> = {
  full_name: "Nombre",
  first_name: "Nombre",
  last_name: "Apellidos",
  title: "Cargo",
  headline: "Titular",
  company: "Empresa",
  location: "Lugar",
  about: "Acerca de",
  experience: "Experiencia",
  education: "Formación",
  skills: "Aptitud",
  languages: "Idioma",
  posts: "Publicación",
  custom: "Dato del archivo",
  proof_points: "Prueba nuestra",
  value_proposition: "Lo que hacemos",
  sender: "Quien firma",
};

const FIELDS_EN: Record<string, string> = {
  full_name: "Name",
  first_name: "Name",
  last_name: "Surname",
  title: "Job title",
  headline: "Headline",
  company: "Company",
  location: "Place",
  about: "About",
  experience: "Experience",
  education: "Education",
  skills: "Skill",
  languages: "Language",
  posts: "Post",
  custom: "From the file",
  proof_points: "Our proof",
  value_proposition: "What we do",
  sender: "Who signs",
};

/** "experience[0].company" in words; a file's own heading stays as it is. */
function nameOf(path: string, names: Record<string, string>): string {
  const [root = path, ...rest] = path.split(".");
  const name = names[root.replace(/\[\d+\]$/, "")] ?? root;
  if (root === "custom") return rest.join(".") || name;
  const detail = rest.length > 0 ? names[rest.join(".")] : undefined;
  return detail === undefined ? name : `${name} · ${detail.toLowerCase()}`;
}

export const EVIDENCE: Catalogue<EvidenceWords> = {
  es: {
    verdicts: { verified: "Demostrado", contradicted: "Contradice el perfil", unsupported: "Sin nada que lo pruebe" },
    facts: "Datos",
    aboutThem: "De la persona",
    aboutUs: "De nosotros",
    noFacts: "Todavía no hay datos.",
    findings: "Avisos",
    allClear: "Nada que objetar",
    checksPassed: (count) => `${count} comprobaciones correctas`,
    blocks: "Hay que corregirlo",
    warns: "Consejo",
    characters: (used, limit) => `${used} de ${limit} caracteres`,
    over: (count) => `sobran ${count}`,
    subject: "Asunto",
    body: "Mensaje",
    field: (path) => nameOf(path, FIELDS_ES),
  },
  en: {
    verdicts: { verified: "Proven", contradicted: "Contradicts the profile", unsupported: "Nothing proves it" },
    facts: "Facts",
    aboutThem: "About them",
    aboutUs: "About us",
    noFacts: "No facts yet.",
    findings: "Findings",
    allClear: "Nothing to object to",
    checksPassed: (count) => `${count} checks passed`,
    blocks: "Must be mended",
    warns: "Advice",
    characters: (used, limit) => `${used} of ${limit} characters`,
    over: (count) => `${count} too many`,
    subject: "Subject",
    body: "Message",
    field: (path) => nameOf(path, FIELDS_EN),
  },
};
