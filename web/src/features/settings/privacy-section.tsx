import { useWords } from "../../i18n/use-words.ts";
import { ErasureList } from "./erasure-list.tsx";
import { FindPerson } from "./find-person.tsx";
import { PRIVACY } from "./privacy-words.ts";
import { RetentionField } from "./retention-field.tsx";
import { Section } from "./section.tsx";
import { SETTINGS } from "./settings-words.ts";

/** What is kept of people, for how long, and how one of them is erased. */
export function PrivacySection() {
  const words = useWords(SETTINGS);
  const privacy = useWords(PRIVACY);
  return (
    <Section title={words.sections.privacy} detail={privacy.detail}>
      <RetentionField />
      <FindPerson />
      <ErasureList />
    </Section>
  );
}
