import { ConfigProvider } from "antd";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { useAntdLocale } from "./antd-locale.ts";
import { antdTheme } from "./antd-theme.ts";
import { useAppearance } from "./use-appearance.ts";
import { usePhone, useReducedMotion } from "./use-media.ts";

const BUTTON = { autoInsertSpace: false } as const; // else "确 定"

/**
 * Theme, language and sizes of the component library for everything inside. The shell and the sign-in pages do without the
 * library, so it is loaded with the first page that is shown within this.
 */
export function ComponentLibrary({ children }: { readonly children: ReactNode }): ReactElement {
  const { theme } = useAppearance();
  const phone = usePhone();
  const reducedMotion = useReducedMotion();
  const locale = useAntdLocale();
  const config = useMemo(() => antdTheme(theme, { phone, reducedMotion }), [theme, phone, reducedMotion]);
  return (
    <ConfigProvider theme={config} locale={locale} button={BUTTON}>
      {children}
    </ConfigProvider>
  );
}
