import { Sheet } from "../../design/sheet.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { Message } from "../../message/queries.ts";
import { HISTORY } from "./history-words.ts";
import { useTimeline } from "./queries.ts";
import { Timeline } from "./timeline.tsx";

interface Props {
  /** Whose history is open; the address names them. */
  person: string | null;
  onOpen: (message: Message) => void;
  onClose: () => void;
}

/** Everything that happened with one person, reached by a search or an address. */
export function PersonSheet({ person, onOpen, onClose }: Props) {
  const words = useWords(HISTORY);
  const common = useWords(COMMON);
  const name = useTimeline(person).data?.prospect.full_name;
  return (
    <Sheet open={person !== null} title={name ?? words.details} closeLabel={common.close} onClose={onClose}>
      {person !== null && <Timeline person={person} onOpen={onOpen} />}
    </Sheet>
  );
}
