import { saveFile } from "./save-file.ts";

/** What of a computed style makes a drawing look as it does here. */
const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;
const COLOURS = ["fill", "stroke"];
/** Pixels of the picture for each of the page: sharp on paper and on dense screens. */
const DENSITY = 3;
const MARGIN = 16;

/** Saves a drawing of the page as it looks now, as SVG or as PNG; its name is the file's, without ending. */
export async function savePicture(drawing: SVGSVGElement, name: string, kind: "svg" | "png"): Promise<void> {
  const { width, height, source } = standingAlone(drawing);
  if (kind === "svg") {
    saveFile(`${name}.svg`, source, "image/svg+xml");
    return;
  }
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (picture !== null) saveFile(`${name}.png`, picture);
}

/** The drawing with its styles in itself, on its own ground, with room around it. */
function standingAlone(drawing: SVGSVGElement) {
  const box = drawing.getBoundingClientRect();
  const [width, height] = [Math.ceil(box.width) + 2 * MARGIN, Math.ceil(box.height) + 2 * MARGIN];
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, place) => {
    const original = originals[place];
    if (original !== undefined) takeStyle(original, element);
  });
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--raised");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${width} ${height}`);
  const back = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [attribute, value] of Object.entries({
    x: -MARGIN,
    y: -MARGIN,
    width,
    height,
    fill: plain(ground, drawing),
  }))
    back.setAttribute(attribute, String(value));
  copy.prepend(back);
  return { width, height, source: new XMLSerializer().serializeToString(copy) };
}

function takeStyle(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  for (const property of KEPT) {
    const value = style.getPropertyValue(property);
    copy.setAttribute(property, COLOURS.includes(property) ? plain(value, original) : value);
  }
  copy.removeAttribute("class");
}

/** A colour as every program reads it: few know OKLCH or `light-dark()`. */
function plain(colour: string, where: Element): string {
  if (colour === "none" || colour === "") return colour;
  const probe = document.createElement("span");
  probe.style.color = colour;
  (where.parentElement ?? document.body).append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d");
  if (context === null) return resolved;
  context.fillStyle = resolved;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
