/**
 * HTML by construction: what is not made here is text, and text is escaped. So no painter can forget to, and no text of a
 * design is ever markup.
 */
import { toText } from '../../../basics/convert'
import { escapeXml } from '../../../basics/xml'

/** Markup of ours. */
export interface Html {
  readonly html: string
}

export type Child = Html | string | undefined | false | readonly Child[]

export type Attributes = Readonly<Record<string, string | number | undefined>>

const VOID: ReadonlySet<string> = new Set(['meta', 'col', 'br'])

/** An element. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Html {
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}`
  // XML, too: every program reads it in the same way, and a test can.
  return { html: VOID.has(name) ? `${start}/>` : `${start}>${children.map(written).join('')}</${name}>` }
}

/** Texts and elements one after another, as markup. */
export function written(child: Child): string {
  if (child === undefined || child === false) return ''
  if (typeof child === 'string') return escapeXml(child)
  return isList(child) ? child.map(written).join('') : child.html
}

/** Markup that another writer of ours made: a picture, a style sheet. */
export function trusted(html: string): Html {
  return { html }
}

function isList(child: Html | readonly Child[]): child is readonly Child[] {
  return Array.isArray(child)
}

function attribute([name, value]: readonly [string, string | number | undefined]): string {
  return value === undefined ? '' : ` ${name}="${escapeXml(toText(value))}"`
}
