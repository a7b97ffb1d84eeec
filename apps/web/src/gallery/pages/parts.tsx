import { useMessages } from "@yutu/i18n";
import { PageHeader, PlusIcon } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { galleryTexts } from "../sample.ts";

export default function Parts(): ReactElement {
  const t = useMessages(galleryTexts);
  return (
    <PageHeader
      title={t.parts}
      action={
        <Button type="primary" icon={<PlusIcon />}>
          {t.primary}
        </Button>
      }
    />
  );
}
