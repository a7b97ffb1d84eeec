import { theme as antd, type ThemeConfig } from "antd";
import { type ColourTokens, fontFamily, motion, radius, size, type ThemeName, themes } from "./tokens.ts";

type MapToken = ReturnType<typeof antd.defaultAlgorithm>;

const seconds = (ms: number): string => `${ms / 1000}s`;

const colourTokens = (c: ColourTokens): NonNullable<ThemeConfig["token"]> => ({
  colorPrimary: c.primary,
  colorPrimaryHover: c.primaryHover,
  colorPrimaryActive: c.primaryHover,
  colorPrimaryText: c.primaryText,
  colorPrimaryTextHover: c.primaryText,
  colorPrimaryBorder: c.primaryText,
  colorInfo: c.primaryText,
  colorLink: c.primaryText,
  colorLinkHover: c.primaryText,
  colorLinkActive: c.primaryText,
  colorSuccess: c.success,
  colorWarning: c.warning,
  colorError: c.error,
  colorErrorText: c.error,
  colorBgLayout: c.layout,
  colorBgContainer: c.surface,
  colorBgElevated: c.raised,
  colorBgContainerDisabled: c.sunken,
  colorFillAlter: c.sunken,
  colorFillSecondary: c.navSelected,
  colorFillTertiary: c.sunken,
  colorBorder: c.controlLine,
  colorBorderSecondary: c.line,
  colorSplit: c.softLine,
  colorText: c.ink,
  colorTextSecondary: c.secondary,
  colorTextTertiary: c.tertiary,
  colorTextDescription: c.tertiary,
  colorTextPlaceholder: c.tertiary,
  colorTextQuaternary: c.tertiary,
  colorIcon: c.tertiary,
  colorIconHover: c.ink,
  colorTextLightSolid: c.onPrimary,
  controlItemBgHover: c.rowHover,
  controlItemBgActive: c.rowSelected,
  controlItemBgActiveHover: c.rowSelected,
  boxShadow: c.shadow,
  boxShadowSecondary: c.shadow,
});

const components = (c: ColourTokens): NonNullable<ThemeConfig["components"]> => ({
  Button: {
    primaryShadow: "none",
    defaultShadow: "none",
    dangerShadow: "none",
    dangerColor: c.onError,
    fontWeight: 500,
    defaultHoverColor: c.ink,
    defaultHoverBorderColor: c.tertiary,
    defaultActiveColor: c.ink,
    defaultActiveBorderColor: c.tertiary,
  },
  Input: { activeShadow: "none" },
  Modal: { borderRadiusLG: radius.modal, titleFontSize: 15 },
  Select: { optionSelectedBg: c.rowSelected, optionActiveBg: c.rowHover, optionSelectedColor: c.ink },
  Segmented: {
    trackBg: c.sunken,
    itemColor: c.secondary,
    itemSelectedBg: c.raised,
    itemSelectedColor: c.ink,
    trackPadding: 2,
  },
  Table: {
    headerBg: c.surface,
    headerColor: c.tertiary,
    headerSplitColor: "transparent",
    borderColor: c.softLine,
    rowHoverBg: c.rowHover,
    rowSelectedBg: c.rowSelected,
    rowSelectedHoverBg: c.rowSelected,
    cellPaddingBlockSM: 7,
    cellPaddingBlock: 9,
  },
  Tabs: { itemColor: c.secondary, itemSelectedColor: c.ink, itemHoverColor: c.ink, inkBarColor: c.ink },
  Tooltip: { colorBgSpotlight: c.ink, colorTextLightSolid: c.surface },
  Form: { labelColor: c.secondary, itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" },
});

/**
 * The theme 群青 for the component library. Variables go on the class `.yta` (the provider wraps the page in it),
 * without hashed class names, so our own style sheets can rely on both.
 */
export function antdTheme(name: ThemeName, options: { phone: boolean; reducedMotion: boolean }): ThemeConfig {
  const colours = themes[name];
  const fixed = colourTokens(colours);
  return {
    // the library's dark palette would darken our seeds once more, so ours are put over its result
    algorithm: [
      name === "dark" ? antd.darkAlgorithm : antd.defaultAlgorithm,
      (seed, map) => ({ ...seed, ...map, ...fixed }) as MapToken,
    ],
    cssVar: { prefix: "yta", key: "yta" },
    hashed: false,
    token: {
      ...fixed,
      fontFamily,
      fontSize: 13,
      lineHeight: 1.54,
      fontWeightStrong: 600,
      borderRadius: radius.control,
      borderRadiusSM: radius.chip,
      borderRadiusXS: radius.chip,
      borderRadiusLG: radius.card,
      controlHeight: options.phone ? size.touch : size.control,
      controlHeightSM: options.phone ? size.controlLarge : size.controlSmall,
      controlHeightLG: options.phone ? size.touch : size.controlLarge,
      controlOutlineWidth: 2,
      motion: !options.reducedMotion,
      motionDurationFast: seconds(motion.quickMs),
      motionDurationMid: seconds(motion.quickMs),
      motionDurationSlow: seconds(motion.calmMs),
      wireframe: false,
    },
    components: components(colours),
  };
}
