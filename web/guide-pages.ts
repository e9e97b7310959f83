import { Marked } from "marked";
import type { Plugin } from "vite";

const LINK = /^(?:\.\/)?([a-z]+)\.md$/;

/** Turns pages of the guide (`import html from "….md"`) into HTML as the page is built: nothing parses them later. */
export function guidePages(): Plugin {
  const marked = new Marked({
    renderer: {
      // The screen has its own title; the page's stands below it.
      heading({ tokens, depth }) {
        return `<h${depth + 1}>${this.parser.parseInline(tokens)}</h${depth + 1}>\n`;
      },
      // Pages of the guide link each other; what else a file may link lies outside of the application.
      link({ href, tokens }) {
        const page = LINK.exec(href)?.[1];
        const text = this.parser.parseInline(tokens);
        return page === undefined ? text : `<a href="/ayuda/${page}">${text}</a>`;
      },
      table(token) {
        const row = (cells: typeof token.header, tag: "td" | "th") =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("")}</tr>`;
        const body = token.rows.map((cells) => row(cells, "td")).join("");
        return `<table><thead>${row(token.header, "th")}</thead><tbody>${body}</tbody></table>`;
      },
    },
  });
  return {
    name: "guide-pages",
    transform(text, id) {
      if (!id.endsWith(".md")) return null;
      return { code: `export default ${JSON.stringify(marked.parse(text))};`, map: null };
    },
  };
}
