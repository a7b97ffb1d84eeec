import { installTheme } from "@yutu/ui";
import { createRoot } from "react-dom/client";
import { createApp } from "./app.tsx";
import { modules } from "./modules.ts";
import { keepOffline } from "./offline/updates.ts";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");

installTheme();
// the gallery shows every component without a server; it exists in development and in its own build only
const shown =
  import.meta.env.MODE === "gallery" ? [(await import("./gallery/gallery-module.ts")).galleryModule] : modules;
const App = createApp(shown);
createRoot(place).render(<App />);
if (import.meta.env.MODE === "production") void keepOffline();
