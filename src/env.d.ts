/// <reference path="../.astro/types.d.ts" />

declare module 'virtual:on-record/mdx' {
  export const modules: Record<
    string,
    () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>
  >;
}
declare module 'virtual:on-record/kinds.css' {}
