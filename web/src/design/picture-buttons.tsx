import { Image as ImageIcon } from "lucide-react";
import type { RefObject } from "react";

import { COMMON } from "../i18n/common-words.ts";
import { useWords } from "../i18n/use-words.ts";
import { Button } from "./button.tsx";
import { savePicture } from "./save-picture.ts";

interface Props {
  /** What holds the drawing. */
  holder: RefObject<HTMLElement | null>;
  name: string;
}

/** Takes the drawing out, to be put into a document or a slide. */
export function PictureButtons({ holder, name }: Props) {
  const common = useWords(COMMON);
  const save = (kind: "svg" | "png") => {
    const drawing = holder.current?.querySelector("svg[role=img]");
    if (drawing instanceof SVGSVGElement) void savePicture(drawing, name, kind);
  };
  return (
    <>
      {(["png", "svg"] as const).map((kind) => (
        <Button key={kind} icon={<ImageIcon size={16} />} onClick={() => save(kind)}>
          {common.picture} {kind.toUpperCase()}
        </Button>
      ))}
    </>
  );
}
