/** Finds texts that people read and that are written in the renderer's code, where no other language can reach them. */
import { parseAst } from 'vite'

/** Attributes and properties whose values are shown or read out. */
const SHOWN = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'detail',
  'hint',
  'label',
  'message',
  'placeholder',
  'reason',
  'summary',
  'text',
  'textValue',
  'title',
  'tooltip',
])

/** Functions of the app whose first argument is shown or read out. */
const SPEAKING = new Set(['announce', 'edit', 'confirm', 'alert'])

/** Names that are the same in every language: products, file formats, units, and keys as keyboards show them. */
const NAMES = new Set([
  'AWS',
  'Fairlead',
  'JSON',
  'YAML',
  'PNG',
  'SVG',
  'px',
  'MiB',
  'Alt',
  'Ctrl',
  'Shift',
  'Page Up',
  'Page Down',
])

export interface HardCoded {
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly text: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [member: string]: unknown
}

/** Every text in a file that should be in the strings. */
export function hardCoded(file: string, code: string): readonly HardCoded[] {
  const found = new Map<number, string>()
  const report = (node: Node | undefined) => {
    for (const [at, text] of textsOf(node)) if (isWords(text)) found.set(at, text)
  }
  visit(parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node, (node) => {
    if (node.type === 'JSXText') report(node)
    if (node.type === 'JSXAttribute' && SHOWN.has(nameOf(node.name))) report(node.value as Node)
    if (node.type === 'Property' && SHOWN.has(nameOf(node.key))) report(node.value as Node)
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node.children as Node[]) report(child)
    }
    if (node.type === 'CallExpression' && SPEAKING.has(calleeOf(node))) report((node.arguments as Node[])[0])
    // Anywhere else only what reads like a sentence.
    for (const [at, text] of textsOf(node)) if (isProse(text)) found.set(at, text)
  })
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([at, text]) => ({ file, line: code.slice(0, at).split('\n').length, text: text.trim() }))
}

/** The texts that an expression can become, with their places. */
function textsOf(node: Node | undefined | null): readonly (readonly [at: number, text: string])[] {
  const of = (...members: string[]) => members.flatMap((member) => textsOf(node?.[member] as Node))
  switch (node?.type) {
    case 'JSXText':
    case 'Literal':
      return typeof node.value === 'string' ? [[node.start, node.value]] : []
    case 'TemplateLiteral':
      return (node.quasis as (Node & { value: { cooked: string } })[]).map(
        ({ start, value }) => [start, value.cooked] as const,
      )
    case 'ConditionalExpression':
      return of('consequent', 'alternate')
    case 'LogicalExpression':
      return of('left', 'right')
    case 'BinaryExpression':
      return node.operator === '+' ? of('left', 'right') : []
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return of('expression')
    default:
      return []
  }
}

function isWords(text: string): boolean {
  const parts = text.split(/[^\p{L} ]+/u).map((part) => part.trim())
  return parts.some((part) => /\p{L}/u.test(part) && !NAMES.has(part))
}

/** “Move element”, “이동합니다”: a capital letter and another word after it, or Hangul. */
function isProse(text: string): boolean {
  return (/^\s*\p{Lu}\p{Ll}+\s+\p{L}/u.test(text) || /[가-힣]{2}/.test(text)) && isWords(text)
}

/** Calls back for each node, from the outside in; not for what only a programmer reads. */
function visit(node: Node, see: (node: Node) => void): void {
  if (node.type === 'ImportDeclaration' || (node.type === 'NewExpression' && /Error$/.test(calleeOf(node))))
    return
  see(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, see)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function nameOf(key: unknown): string {
  const { name, value } = key as { readonly name?: unknown; readonly value?: unknown }
  return String(name ?? value ?? '')
}

function calleeOf({ callee }: Node): string {
  const { property } = callee as { readonly property?: unknown }
  return nameOf(property ?? callee)
}
