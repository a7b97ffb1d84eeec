import type { HolidayYear } from "./holiday-year.ts";
import { YEAR_2023 } from "./years/2023.ts";
import { YEAR_2024 } from "./years/2024.ts";
import { YEAR_2025 } from "./years/2025.ts";
import { YEAR_2026 } from "./years/2026.ts";

/** The arrangements that are published, oldest first. A new notice is a new file in `years/` and a line here. */
export const OFFICIAL_YEARS: readonly HolidayYear[] = [YEAR_2023, YEAR_2024, YEAR_2025, YEAR_2026];
