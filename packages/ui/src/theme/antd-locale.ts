import { type Locale, useLocale } from "@yutu/i18n";
import type { ConfigProviderProps } from "antd";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import updateLocale from "dayjs/plugin/updateLocale";
import { useEffect, useState } from "react";

type AntdLocale = NonNullable<ConfigProviderProps["locale"]>;

dayjs.extend(updateLocale);
dayjs.updateLocale("en", { weekStart: 1 }); // weeks start on Monday in both languages

const loaded: Partial<Record<Locale, AntdLocale>> = { "zh-CN": zhCN };

/** Texts of the component library; English comes when it is first asked for. */
export function useAntdLocale(): AntdLocale {
  const locale = useLocale();
  const [, setArrived] = useState(0);
  useEffect(() => {
    dayjs.locale(locale === "en" ? "en" : "zh-cn");
    if (loaded[locale]) return;
    let alive = true;
    void import("antd/locale/en_US").then((module) => {
      loaded.en = module.default;
      if (alive) setArrived((count) => count + 1);
    });
    return () => {
      alive = false;
    };
  }, [locale]);
  return loaded[locale] ?? zhCN;
}
