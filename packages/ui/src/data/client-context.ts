import { type Client, createClient } from "@yutu/contract";
import { createContext, useContext } from "react";

/** The typed client of this page. */
export const ClientContext = createContext<Client>(
  createClient({ baseUrl: "/api/v1", fetch: (...call) => fetch(...call) }),
);

export const useClient = (): Client => useContext(ClientContext);
