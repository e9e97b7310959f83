import { useWords } from "../../i18n/use-words.ts";
import { PRIVACY } from "./privacy-words.ts";
import { RetentionField } from "./retention-field.tsx";
import { Section } from "./section.tsx";
import { SETTINGS } from "./settings-words.ts";

/** What is kept of people, and for how long. */
export function PrivacySection() {
  const words = useWords(SETTINGS);
  const privacy = useWords(PRIVACY);
  return (
    <Section title={words.sections.privacy} detail={privacy.detail}>
      <RetentionField />
    </Section>
  );
}
