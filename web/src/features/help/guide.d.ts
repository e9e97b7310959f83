/** A page of the guide as HTML; vite.config.ts makes it. */
declare module "*.md" {
  const html: string;
  export default html;
}
