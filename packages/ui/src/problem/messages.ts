import { defineMessages } from "@yutu/i18n";

export const problemTexts = defineMessages({
  zh: {
    retry: "重试",
    requestId: (p: { id: string }) => `请求编号 ${p.id}`,
    unknown: "没有成功。请重试；如果还不行，请把请求编号发给管理员。",
    refused: "没有成功：当前状态不允许这样做。请刷新后再看。",
    field: {
      required: "必填",
      invalid: "格式不对",
      tooShort: "太短或太小",
      tooLong: "太长或太大",
      date: "不是有效日期",
      email: "不是有效邮箱",
      taken: "已被使用",
      duplicate: "重复",
      wrong: "不正确",
      unknown: "已不存在",
      check: "请修改这里",
    },
  },
  en: {
    retry: "Try again",
    requestId: (p) => `Request ${p.id}`,
    unknown: "That did not work. Try again; if it still fails, send the request number to your administrator.",
    refused: "That did not work: it is not possible in the current state. Reload and look again.",
    field: {
      required: "Required",
      invalid: "Not the right format",
      tooShort: "Too short or too small",
      tooLong: "Too long or too large",
      date: "Not a valid date",
      email: "Not a valid e-mail address",
      taken: "Already in use",
      duplicate: "Used twice",
      wrong: "Wrong",
      unknown: "No longer there",
      check: "Change this",
    },
  },
});

/** Refusals that any operation may give. */
export const requestProblemTexts = defineMessages({
  zh: {
    "request/invalid": "有些内容不符合要求，请检查标出的位置。",
    "request/unauthenticated": "登录已过期，请重新登录。",
    "request/forbidden": "你的角色不能做这件事。需要的话请联系管理员。",
    "request/not-found": "找不到，可能已被删除，或你没有查看权限。",
    "request/conflict": "刚才有人同时改了它。请刷新后再试。",
    "request/stale-version": "内容已被别人更新。请刷新后再改。",
    "request/too-large": "内容太大了，请拆小后再试。",
    "request/unsupported-type": "不支持这种文件或格式。",
    "request/idempotency-mismatch": "这次提交与之前的重复编号不一致，请刷新后重试。",
    "request/too-many": "操作太频繁，请稍等片刻再试。",
    "service/unavailable": "服务暂时不可用，正在恢复，稍后会自动重试。",
    "service/unreachable": "连不上服务器。请检查网络，恢复后会自动重试。",
  },
  en: {
    "request/invalid": "Some of this is not as required. Check the marked places.",
    "request/unauthenticated": "Your session has ended. Sign in again.",
    "request/forbidden": "Your role may not do this. Ask an administrator if you need it.",
    "request/not-found": "Not found. It may have been deleted, or you may not see it.",
    "request/conflict": "Somebody changed this at the same moment. Reload and try again.",
    "request/stale-version": "Somebody has updated this. Reload before changing it.",
    "request/too-large": "This is too large. Split it and try again.",
    "request/unsupported-type": "This kind of file or format is not accepted.",
    "request/idempotency-mismatch": "This was sent before with other content. Reload and try again.",
    "request/too-many": "Too many requests. Wait a moment and try again.",
    "service/unavailable": "A part of the service is away. It will be tried again by itself.",
    "service/unreachable": "The server cannot be reached. Check the network; it will be tried again by itself.",
  },
});
