import type { Currency } from "@yutu/kernel";
import { toText, ZERO } from "../values/decimal.ts";
import type { CellReader } from "./cell-reader.ts";

/** What an advertising platform states for one day of one ad, ad group, campaign or account. */
export interface AdFact {
  readonly type: "ads";
  readonly factOn: string;
  readonly account: string;
  readonly campaign: string;
  readonly adGroup: string;
  readonly ad: string;
  /** What tells the row from others of its day. */
  readonly lineBase: string;
  readonly currency: Currency;
  readonly spendMinor: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly leads: number;
  /** Decimal text, 3 digits after the point: platforms attribute fractions. */
  readonly conversions: string;
  readonly conversionValueMinor: number;
  readonly channel: string;
  readonly campaignKey: string;
  readonly linkCode: string;
}

/** Reads one row that is no totals or blank line; `reader.problems` says what is wrong with it. */
export function readAdFact(reader: CellReader): AdFact {
  const { on } = reader.when("date");
  const currency = reader.currency();
  const spend = reader.decimal("spend");
  if (spend === null && !reader.problems.some((p) => p.field === "spend")) reader.required("spend", "");
  const [account, campaign] = [reader.line("account"), reader.line("campaign")];
  const [adGroup, ad] = [reader.line("adGroup"), reader.line("ad")];
  const channel = reader.channel();
  const linkCode = reader.line("linkCode");
  return {
    type: "ads",
    factOn: on,
    account,
    campaign,
    adGroup,
    ad,
    lineBase: [account, campaign, adGroup, ad, reader.text("channel") === "" ? "" : channel, linkCode].join("|"),
    currency,
    spendMinor: reader.minor("spend", spend ?? ZERO, currency),
    impressions: reader.count("impressions"),
    clicks: reader.count("clicks"),
    leads: reader.count("leads"),
    conversions: toText(reader.decimal("conversions") ?? ZERO, 3),
    conversionValueMinor: reader.minor("conversionValue", reader.decimal("conversionValue") ?? ZERO, currency),
    channel,
    campaignKey: reader.line("campaignKey").toLowerCase(),
    linkCode,
  };
}
