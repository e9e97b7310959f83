import { useSyncExternalStore } from "react";

import { currentLocale, type Locale, subscribeToLocale } from "./locale.ts";

/** The words of one part of the page, in both languages; the compiler sees to it that neither lacks one. */
export type Catalogue<Words> = Readonly<Record<Locale, Words>>;

export function useLocale(): Locale {
  return useSyncExternalStore(subscribeToLocale, currentLocale);
}

/** The words of a catalogue in the language of the interface. */
export function useWords<Words>(catalogue: Catalogue<Words>): Words {
  return catalogue[useLocale()];
}
