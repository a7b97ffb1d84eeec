export { LUNAR_FESTIVALS, type LunarFestival, lunarFestival } from "./festivals.ts";
export { fromLunar, type LunarDate, type LunarRefusal, toLunar } from "./lunar-date.ts";
export { LUNAR_YEARS, type LunarMonth, lunarMonths } from "./lunar-year.ts";
export { SOLAR_TERMS, type SolarTerm, solarTermDate } from "./solar-term.ts";
