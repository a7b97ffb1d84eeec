import { languageOf, useLocale, useMessages } from "@yutu/i18n";
import { CURRENCIES } from "@yutu/kernel";
import { CHANNELS } from "@yutu/projects/domain";
import { Form, Input, InputNumber, Select } from "antd";
import type { ReactElement, ReactNode } from "react";
import { DATE_ORDERS } from "../../domain/index.ts";
import { TEXT_ENCODINGS } from "../../domain/text/detect-encoding.ts";
import { DELIMITERS } from "../../domain/text/sniff-delimiter.ts";
import { ingestionTexts } from "../messages.ts";
import type { FilePreview, LayoutChoice, Settings } from "./reading.ts";

interface LayoutFieldsProps {
  readonly preview: FilePreview;
  readonly settings: Settings;
  readonly onLayout: (choice: LayoutChoice) => void;
  readonly onSettings: (settings: Settings) => void;
}

/** How the table is found in the file. */
function FileLayout({ preview, onLayout }: Pick<LayoutFieldsProps, "preview" | "onLayout">): ReactNode {
  const t = useMessages(ingestionTexts);
  const { layout } = preview;
  if (layout.format === "xlsx") {
    return (
      <Form.Item label={t.sheet}>
        <Select
          aria-label={t.sheet}
          value={layout.sheet}
          options={preview.sheets.map((value) => ({ value, label: value }))}
          onChange={(sheet) => onLayout({ sheet })}
        />
      </Form.Item>
    );
  }
  return (
    <>
      <Form.Item label={t.encoding}>
        <Select
          aria-label={t.encoding}
          value={layout.encoding}
          options={TEXT_ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(encoding) => onLayout({ encoding })}
        />
      </Form.Item>
      <Form.Item label={t.delimiter}>
        <Select
          aria-label={t.delimiter}
          value={layout.delimiter}
          options={DELIMITERS.map((value) => ({ value, label: t.delimiters[value] }))}
          onChange={(delimiter) => onLayout({ delimiter })}
        />
      </Form.Item>
    </>
  );
}

/** Reading of the file, and what holds for all its rows. */
export function LayoutFields({ preview, settings, onLayout, onSettings }: LayoutFieldsProps): ReactElement {
  const t = useMessages(ingestionTexts);
  const language = languageOf(useLocale());
  const set = (change: Partial<Settings>): void => onSettings({ ...settings, ...change });
  return (
    <Form layout="vertical" className="in-grid">
      <FileLayout preview={preview} onLayout={onLayout} />
      <Form.Item label={t.headerRow}>
        <InputNumber
          aria-label={t.headerRow}
          min={1}
          max={1000}
          value={preview.layout.headerRow}
          onChange={(value) => value && onLayout({ headerRow: value })}
        />
      </Form.Item>
      <Form.Item label={t.timeZone}>
        <Input
          aria-label={t.timeZone}
          defaultValue={settings.timeZone}
          onBlur={(event) => set({ timeZone: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t.currency}>
        <Select
          aria-label={t.currency}
          showSearch
          value={settings.currency}
          options={CURRENCIES.map((value) => ({ value, label: value }))}
          onChange={(currency) => set({ currency })}
        />
      </Form.Item>
      <Form.Item label={t.dateOrder}>
        <Select
          aria-label={t.dateOrder}
          value={settings.dateOrder}
          options={DATE_ORDERS.map((value) => ({ value, label: t.dateOrders[value] }))}
          onChange={(dateOrder) => set({ dateOrder })}
        />
      </Form.Item>
      <Form.Item label={t.channel}>
        <Select
          aria-label={t.channel}
          value={settings.channel}
          options={CHANNELS.map((c) => ({ value: c.code, label: c.name[language] }))}
          onChange={(channel) => set({ channel })}
        />
      </Form.Item>
    </Form>
  );
}
