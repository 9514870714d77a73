/** Writes HCL as `terraform fmt` leaves it. */
import { Encoded } from '../../aws/terraform/conversions'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'

/** An expression of Terraform's, as it is written. */
export class Expression {
  constructor(readonly text: string) {}
}

/** A text of which parts are expressions. */
export class Template {
  constructor(readonly parts: readonly (string | Expression)[]) {}
}

export interface Attribute {
  readonly name: string
  readonly value: unknown
  /** After the blocks. */
  readonly last?: true
}

export interface Block {
  /** `resource "aws_ecs_cluster" "main"`, `network_configuration`. */
  readonly head: string
  readonly items: readonly (Attribute | Block)[]
  /** Above it, each on a line of its own. */
  readonly comments?: readonly string[]
}

/** The blocks of a file, with a blank line between them. */
export function hclFile(blocks: readonly Block[]): string {
  return blocks.length === 0
    ? ''
    : `${blocks.map((block) => blockLines(block, '').join('\n')).join('\n\n')}\n`
}

function blockLines({ head, items, comments = [] }: Block, indent: string): string[] {
  const said = comments.map((comment) => `${indent}# ${comment}`)
  if (items.length === 0) return [...said, `${indent}${head} {}`]
  return [...said, `${indent}${head} {`, ...itemLines(items, `${indent}  `), `${indent}}`]
}

/** Attributes on one line first, aligned; what takes several stands by itself, then blocks. */
function itemLines(items: readonly (Attribute | Block)[], indent: string): string[] {
  const attributes = items.filter((item): item is Attribute => 'name' in item)
  const written = attributes.map(({ name, value, last }) => ({
    name,
    last,
    lines: valueLines(value, indent),
  }))
  const whole = ({ name, lines }: Written) => assigned(name, lines, indent)
  const early = written.filter(({ last }) => last !== true)
  const groups = [
    aligned(
      early.filter(({ lines }) => lines.length === 1),
      indent,
    ),
    ...early.filter(({ lines }) => lines.length > 1).map(whole),
    ...items.filter((item): item is Block => 'head' in item).map((block) => blockLines(block, indent)),
    ...written.filter(({ last }) => last === true).map(whole),
  ].filter((lines) => lines.length > 0)
  return groups.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

interface Written {
  readonly name: string
  readonly lines: readonly string[]
}

function aligned(written: readonly Written[], indent: string): string[] {
  const width = Math.max(0, ...written.map(({ name }) => columns(name)))
  return written.map(
    ({ name, lines }) => `${indent}${name}${' '.repeat(width - columns(name))} = ${lines[0]}`,
  )
}

function assigned(name: string, lines: readonly string[], indent: string): string[] {
  return lines.map((line, index) => (index === 0 ? `${indent}${name} = ${line}` : line))
}

/** The first line begins where the value does; the others are whole. */
function valueLines(value: unknown, indent: string): string[] {
  if (value instanceof Encoded) return wrapped(`${value.by}(`, valueLines(value.value, indent), ')')
  if (value instanceof Expression) return [value.text]
  if (value instanceof Template) return [template(value.parts)]
  if (Array.isArray(value)) return listLines(value, indent)
  if (isObject(value)) return objectLines(value, indent)
  if (typeof value === 'string') return [quoted(value)]
  return [typeof value === 'number' ? number(value) : toText(value)]
}

function wrapped(before: string, lines: readonly string[], after: string): string[] {
  return lines.map(
    (line, index) => (index === 0 ? before : '') + line + (index === lines.length - 1 ? after : ''),
  )
}

function listLines(list: readonly unknown[], indent: string): string[] {
  const inner = `${indent}  `
  // A list of one object opens and closes with it.
  if (list.length === 1 && isObject(list[0])) return wrapped('[', valueLines(list[0], indent), ']')
  const items = list.map((item) => valueLines(item, inner))
  const line = `[${items.map((lines) => lines[0]).join(', ')}]`
  const isShort = items.every((lines) => lines.length === 1) && line.length + indent.length <= 90
  if (isShort) return [line]
  return [
    '[',
    ...items.flatMap((lines) => lines.map((text, at) => itemLine(text, at, lines, inner))),
    `${indent}]`,
  ]
}

function itemLine(text: string, at: number, lines: readonly string[], indent: string): string {
  return (at === 0 ? indent : '') + text + (at === lines.length - 1 ? ',' : '')
}

function objectLines(object: Readonly<Record<string, unknown>>, indent: string): string[] {
  const inner = `${indent}  `
  const members = Object.entries(object).map(([key, value]) => ({
    name: keyText(key),
    lines: valueLines(value, inner),
  }))
  if (members.length === 0) return ['{}']
  const lines: string[] = []
  // Neighbours of one line each are aligned with each other.
  let run: Written[] = []
  const flush = () => {
    lines.push(...aligned(run, inner))
    run = []
  }
  for (const member of members) {
    if (member.lines.length === 1) run.push(member)
    else {
      flush()
      lines.push(...assigned(member.name, member.lines, inner))
    }
  }
  flush()
  return ['{', ...lines, `${indent}}`]
}

function keyText(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !/^(?:for|if|null|true|false)$/.test(key)
    ? key
    : quoted(key)
}

function number(value: number): string {
  // HCL knows exponents, but people who read a limit do not want to.
  return Number.isFinite(value)
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : 'null'
}

function template(parts: readonly (string | Expression)[]): string {
  return `"${parts.map((part) => (typeof part === 'string' ? escaped(part) : `\${${part.text}}`)).join('')}"`
}

/** A text in quotes, in which nothing is an expression. */
export function quoted(text: string): string {
  return `"${escaped(text)}"`
}

function escaped(text: string): string {
  return wellFormed(text)
    .replace(/[\\"]/g, '\\$&')
    .replace(/\$\{|%\{/g, (sign) => sign.charAt(0) + sign)
    .replace(CONTROL, control)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g

function control(character: string): string {
  const known: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
  return known[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Halves of surrogate pairs can't be written in UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/** Columns as `terraform fmt` counts them: characters as people see them. */
function columns(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length
}
