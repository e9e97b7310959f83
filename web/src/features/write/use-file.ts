import { useCallback, useEffect, useState } from "react";
import { useNavigate } from "react-router";

import { useToast } from "../../design/toasts.tsx";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { batchAddress, type Import, useReadSource } from "../../imports/use-import.ts";
import { type Person, personOf } from "./person.ts";
import { WRITE } from "./write-words.ts";

interface Props {
  /** Who is in the form now, to be brought back if the file was a mistake. */
  person: Person | undefined;
  onPerson: (person: Person) => void;
}

/**
 * Reads a file that was dropped anywhere on the page, or chosen: a profile of one person fills the form, a list leads
 * to a new batch. What was typed stays: of the list's way in the form's own memory, of the profile's behind "undo".
 */
export function useFile({ person, onPerson }: Props) {
  const words = useWords(WRITE);
  const common = useWords(COMMON);
  const navigate = useNavigate();
  const toast = useToast();
  const { mutate, isPending, error } = useReadSource();
  const take = useCallback(
    (file: File) =>
      mutate(file, {
        onSuccess: (found) => {
          const somebody = isOneProfile(found) ? found.preview[0] : undefined;
          if (somebody === undefined) {
            toast(words.ledToBatch(found.rows));
            void navigate(batchAddress(found));
            return;
          }
          onPerson(personOf(somebody));
          toast(
            words.filledFrom(file.name),
            person === undefined ? undefined : { label: common.undo, run: () => onPerson(person) },
          );
        },
      }),
    [mutate, toast, words, common, navigate, onPerson, person],
  );
  return { take, isReading: isPending, error, isOver: useDrop(take) };
}

/** A table is a list of people however many rows it has; the other kinds are somebody's profile if there is one. */
function isOneProfile({ kind, rows }: Import): boolean {
  return rows === 1 && kind !== "csv" && kind !== "xlsx";
}

/** Takes a file that is dropped anywhere; whether one is held over the page. */
function useDrop(take: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      take(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [take]);
  return isOver;
}
