import { clear } from "idb-keyval";

import { dropCredential } from "../../api/credential.ts";
import { chooseWorkspace } from "../../api/workspace.ts";

/** Signs out: what was kept in this browser (drafts that were not sent) goes with the session. */
export async function endSession(): Promise<void> {
  await clear();
  chooseWorkspace(null);
  dropCredential();
}
