import { defineMessages } from "@yutu/i18n";

/** Words of exchange rates. */
export const rateTexts = defineMessages({
  zh: {
    title: "汇率",
    hint: (p: { currency: string }) => `别的币种的订单和投放按这里的汇率折算成 ${p.currency}，看板与 KPI 才能合计。`,
    empty: (p: { currency: string }) => `导入了 ${p.currency} 以外的数据？登记汇率后，它们就会计入合计。`,
    add: "新增汇率",
    change: "修改",
    changeOf: (p: { currency: string; date: string }) => `修改 ${p.currency} 自 ${p.date} 的汇率`,
    currency: "币种",
    from: "生效日",
    fromHint: "用到下一个生效日为止；生效日之前的金额不折算。",
    rate: "汇率",
    since: (p: { date: string }) => `${p.date} 起`,
    pair: (p: { from: string; to: string; rate: string }) => `1 ${p.from} = ${p.rate} ${p.to}`,
    notRate: "请输入大于 0 的数",
    required: "必填",
    save: "保存",
    cancel: "取消",
    saved: "已保存，看板会按新汇率折算",
  },
  en: {
    title: "Exchange rates",
    hint: (p) =>
      `Orders and media costs in other currencies are converted to ${p.currency} at these rates in every sum.`,
    empty: (p) => `Data in a currency other than ${p.currency} counts in sums once its rate is here.`,
    add: "Add rate",
    change: "Change",
    changeOf: (p) => `Change the rate of ${p.currency} from ${p.date}`,
    currency: "Currency",
    from: "Valid from",
    fromHint: "Until the next rate of the currency; amounts of earlier days are not converted.",
    rate: "Rate",
    since: (p) => `from ${p.date}`,
    pair: (p) => `1 ${p.from} = ${p.rate} ${p.to}`,
    notRate: "Enter a number above 0",
    required: "Required",
    save: "Save",
    cancel: "Cancel",
    saved: "Saved; figures follow the new rate",
  },
});
