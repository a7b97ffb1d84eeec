import { defineEvent } from "@yutu/contract";
import { z } from "zod";

/** Tells open browsers of a person that their inbox has changed. */
export const inboxChanged = defineEvent("notifications.inbox-changed", 1, z.object({ memberIds: z.array(z.string()) }));
