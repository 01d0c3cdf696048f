import {
  addAttribute as astroAttribute,
  unescapeHTML as astroUnescape,
  createAstro,
  createTransitionScope,
  defineScriptVars,
  defineStyleVars,
  Fragment,
  mergeSlots,
  renderTransition,
  spreadAttributes,
} from 'astro/compiler-runtime';

/**
 * Stands in for `astro/compiler-runtime` behind our own components while a site is built: what a compiled component
 * calls, answered with text at once. Astro's own runtime streams into a response and may wait anywhere, which costs
 * ten times as much a page. What both make of our pages is the same to the byte; `tests/site/same-bytes.test.ts` holds
 * them together. A component that waits (`await` in its front matter) is waited for; what only Astro can do
 * (`Astro.url`, collections, islands) is left to Astro, page by page: see `which-renderer.ts`.
 */

/** Text that is HTML already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Made = Html | Promise<Html>;
type Slot = (result: PageResult) => unknown;
type Slots = Record<string, Slot>;

export interface Component {
  (result: PageResult, props: Record<string, unknown>, slots: Slots): unknown;
  isAstroComponentFactory?: boolean;
  moduleId?: string;
  /** Makes a whole page of it. */
  renderPage?(frame: PageFrame, props: Record<string, unknown>): string | Promise<string>;
}

/** What a page gets from its route. */
export interface PageFrame {
  /** Style sheets and scripts for the end of `<head>`. */
  head: string;
  /** The page writes a `<head>`; otherwise `head` goes in front of its first element. */
  hasHead: boolean;
  /** Address the site will have. */
  site?: string;
  /** HTML that loads a script of a component. */
  script(id: string): string;
}

/** One page while it is made. */
export class PageResult {
  readonly frame: PageFrame;
  readonly scripts = new Set<string>();
  isHeadWritten: boolean;

  constructor(frame: PageFrame) {
    this.frame = frame;
    this.isHeadWritten = frame.hasHead;
  }

  createAstro(props: unknown, slots: unknown): ComponentAstro {
    return new ComponentAstro(props, slots, this.frame);
  }
}

/** The `Astro` of a component. */
class ComponentAstro {
  readonly props: unknown;
  readonly slots: unknown;
  /** The component; the compiled code says which. */
  self: unknown;
  readonly #frame: PageFrame;

  constructor(props: unknown, slots: unknown, frame: PageFrame) {
    this.props = props;
    this.slots = slots;
    this.#frame = frame;
  }

  get site(): URL | undefined {
    return this.#frame.site === undefined ? undefined : new URL(this.#frame.site);
  }
}

function renderPage(page: Component, frame: PageFrame, props: Record<string, unknown>): string | Promise<string> {
  const text = textOf(page(new PageResult(frame), props, {}));
  return typeof text === 'string' ? withDoctype(text) : text.then(withDoctype);
}

function withDoctype(text: string): string {
  return /^\s*<!doctype html/i.test(text) ? text : `<!DOCTYPE html>${text}`;
}

export function createComponent(made: Component | { factory: Component; moduleId?: string }, id?: string): Component {
  const component = typeof made === 'function' ? made : made.factory;
  component.isAstroComponentFactory = true;
  component.moduleId = typeof made === 'function' ? id : made.moduleId;
  component.renderPage = (frame, props) => renderPage(component, frame, props);
  return component;
}

/** A template literal: pieces of HTML with values between them. */
export function render(pieces: TemplateStringsArray, ...values: unknown[]): Made {
  let text = pieces[0] as string;
  for (let index = 0; index < values.length; index++) {
    const value = textOf(values[index]);
    if (typeof value !== 'string') return renderRest(text, pieces, values, index, value);
    text += value + pieces[index + 1];
  }
  return new Html(text);
}

async function renderRest(
  begun: string,
  pieces: TemplateStringsArray,
  values: unknown[],
  from: number,
  first: Promise<string>,
): Promise<Html> {
  let text = begun + (await first) + pieces[from + 1];
  for (let index = from + 1; index < values.length; index++) {
    text += (await textOf(values[index])) + pieces[index + 1];
  }
  return new Html(text);
}

const HTML_STRING = Symbol.for('astro:html-string');

/** A value between pieces of HTML, as text: strings are escaped, lists joined, nothing is nothing. */
function textOf(value: unknown): string | Promise<string> {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Html) return value.text;
  if (!value && value !== 0) return '';
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'function') return textOf(value());
  if (value instanceof Promise) return value.then(textOf);
  if (typeof value === 'object') {
    if ((value as Record<symbol, unknown>)[HTML_STRING] === true) return String(value);
    if (Symbol.iterator in value) return listText([...(value as Iterable<unknown>)]);
  }
  return String(value);
}

function listText(values: readonly unknown[]): string | Promise<string> {
  let text = '';
  for (let index = 0; index < values.length; index++) {
    const piece = textOf(values[index]);
    if (typeof piece !== 'string') {
      return Promise.all([piece, ...values.slice(index + 1).map(textOf)]).then((rest) => text + rest.join(''));
    }
    text += piece;
  }
  return text;
}

const SPECIAL = /[&<>'"]/;

function escapeHtml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  let escaped = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const entity = entityOf(text.charCodeAt(at));
    if (entity === undefined) continue;
    escaped += text.slice(from, at) + entity;
    from = at + 1;
  }
  return escaped + text.slice(from);
}

function entityOf(code: number): string | undefined {
  switch (code) {
    case 0x22:
      return '&quot;';
    case 0x26:
      return '&amp;';
    case 0x27:
      return '&#39;';
    case 0x3c:
      return '&lt;';
    case 0x3e:
      return '&gt;';
    default:
      return undefined;
  }
}

/** Attributes whose value is text and nothing else; all others are asked of Astro. */
const PLAIN =
  /^(?:class|href|id|rel|src|title|alt|name|content|lang|for|type|role|d|x|y|r|cx|cy|width|height|points|viewBox|datetime|tabindex|value|transform|(?:data|aria)-[\w-]+)$/;
const plain = new Map<string, boolean>();

export function addAttribute(value: unknown, name: string, shouldEscape = true, tag = ''): unknown {
  if (value === undefined || value === null) return '';
  let isPlain = plain.get(name);
  if (isPlain === undefined) {
    isPlain = PLAIN.test(name);
    plain.set(name, isPlain);
  }
  if (!isPlain || typeof value === 'object' || !shouldEscape) return astroAttribute(value, name, shouldEscape, tag);
  const text = String(value);
  if (text === '') return new Html(` ${name}`);
  const safe = /[&"]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text;
  return new Html(` ${name}="${safe}"`);
}

/** `set:html`. */
export function unescapeHTML(value: unknown): unknown {
  if (typeof value === 'string') return new Html(value);
  return value instanceof Html ? value : astroUnescape(value);
}

export function renderComponent(
  result: PageResult,
  name: string,
  component: unknown,
  props: Record<string, unknown>,
  slots: Slots = {},
): unknown {
  if (typeof component === 'function' && (component as Component).isAstroComponentFactory) {
    return (component as Component)(result, props, slots);
  }
  if (component === Fragment) return slots.default?.(result);
  if (typeof component === 'string') return customElement(result, component, props, slots);
  throw new Error(`<${name}> is neither an Astro component nor an element: its page must be rendered by Astro`);
}

function customElement(result: PageResult, tag: string, props: Record<string, unknown>, slots: Slots): Made {
  const attributes = Object.entries(props).map(([name, value]) => addAttribute(value, name, true, tag));
  const children = Object.values(slots).map((slot) => slot(result));
  return render`${new Html(`<${tag}`)}${attributes}${new Html('>')}${children}${new Html(`</${tag}>`)}`;
}

export function renderSlot(result: PageResult, slot: Slot | undefined, fallback?: Slot): unknown {
  const shown = slot ?? fallback;
  return typeof shown === 'function' ? shown(result) : shown;
}

export function renderHead(result: PageResult): Html {
  result.isHeadWritten = true;
  return new Html(result.frame.head);
}

export function maybeRenderHead(result: PageResult): unknown {
  return result.isHeadWritten ? '' : renderHead(result);
}

/** Each script once a page, where it is first met. */
export function renderScript(result: PageResult, id: string): unknown {
  if (result.scripts.has(id)) return '';
  result.scripts.add(id);
  return new Html(result.frame.script(id));
}

export function templateEnter(): string {
  return '';
}

export const templateExit = templateEnter;

export {
  createAstro,
  createTransitionScope,
  defineScriptVars,
  defineStyleVars,
  Fragment,
  mergeSlots,
  renderTransition,
  spreadAttributes,
};
