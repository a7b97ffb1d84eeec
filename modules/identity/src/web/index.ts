import { defineWebModule } from "@yutu/ui";
import { identityProblemTexts } from "./messages.ts";
import { sessionSource } from "./session-source.ts";
import { settingsNavigation, settingsRoutes, settingsTabs } from "./settings/routes.ts";

export { identityTexts } from "./messages.ts";

export const identityWeb = defineWebModule({
  name: "identity",
  session: sessionSource,
  routes: [
    {
      path: "/sign-in",
      load: () => import("./pages/sign-in.tsx"),
      layout: "bare",
      access: "public",
      light: true,
      title: { zh: "登录", en: "Sign in" },
    },
    {
      path: "/sign-up",
      load: () => import("./pages/sign-up.tsx"),
      layout: "bare",
      access: "public",
      light: true,
      title: { zh: "注册", en: "Sign up" },
    },
    {
      path: "/join/$token",
      load: () => import("./pages/join.tsx"),
      layout: "bare",
      access: "public",
      light: true,
      title: { zh: "加入", en: "Join" },
    },
    ...settingsRoutes,
  ],
  layouts: { settings: () => import("./settings/frame.tsx") },
  tabs: settingsTabs,
  navigation: settingsNavigation,
  problems: identityProblemTexts,
  records: () => import("./record-messages.ts").then(({ identityRecords }) => identityRecords),
});
