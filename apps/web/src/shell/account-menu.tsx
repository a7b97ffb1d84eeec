import { type Locale, localeStore, useLocale, useMessages } from "@yutu/i18n";
import {
  ActionMenu,
  appearanceStore,
  type Density,
  KeyboardIcon,
  MemberAvatar,
  type MenuAction,
  type MenuGroup,
  SignOutIcon,
  type ThemeChoice,
  toast,
  useActor,
  useAppearance,
  useClient,
  useGo,
  useModules,
  useReloadSession,
} from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";

const LANGUAGES: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: "zh-CN", name: "简体中文" },
  { locale: "en", name: "English" },
];

/** Theme, language and row height: kept on this device. */
function useLookGroups(): MenuGroup[] {
  const t = useMessages(shellTexts);
  const locale = useLocale();
  const { choice, density } = useAppearance();
  const theme = (key: ThemeChoice, label: string): MenuAction => ({
    key,
    label,
    checked: choice === key,
    run: () => appearanceStore.setTheme(key),
  });
  const height = (key: Density, label: string): MenuAction => ({
    key,
    label,
    checked: density === key,
    run: () => appearanceStore.setDensity(key),
  });
  return [
    {
      key: "theme",
      title: t.theme,
      actions: [theme("light", t.themeLight), theme("dark", t.themeDark), theme("system", t.themeSystem)],
    },
    {
      key: "language",
      title: t.language,
      actions: LANGUAGES.map((each) => ({
        key: each.locale,
        label: each.name,
        checked: locale === each.locale,
        run: () => localeStore.setLocale(each.locale),
      })),
    },
    {
      key: "density",
      title: t.density,
      actions: [
        height("compact", t.densityCompact),
        height("default", t.densityDefault),
        height("comfortable", t.densityComfortable),
      ],
    },
  ];
}

interface AccountMenuProps {
  readonly onHelp: () => void;
  readonly slim?: boolean;
}

export function AccountMenu({ onHelp, slim = false }: AccountMenuProps): ReactElement {
  const t = useMessages(shellTexts);
  const { member } = useActor();
  const client = useClient();
  const go = useGo();
  const reload = useReloadSession();
  const source = useModules().find((module) => module.session)?.session;
  const look = useLookGroups();
  const signOut = async (): Promise<void> => {
    const result = await source?.signOut(client);
    if (result?.ok === false) return void toast.problem(result.error);
    // to the door first: who comes in next is somebody else, and does not want this page
    if (source) go(source.signInPath, { replace: true });
    await reload();
  };
  const account: MenuGroup = {
    key: "account",
    actions: [
      { key: "shortcuts", label: t.shortcuts, icon: <KeyboardIcon />, hint: "?", run: onHelp },
      { key: "sign-out", label: t.signOut, icon: <SignOutIcon />, run: () => void signOut() },
    ],
  };
  return (
    <ActionMenu
      label={t.account({ name: member.name })}
      className="yt-plain sh-account"
      groups={[...look, account]}
      side="top"
    >
      <MemberAvatar person={member} size={22} named={!slim} />
    </ActionMenu>
  );
}
