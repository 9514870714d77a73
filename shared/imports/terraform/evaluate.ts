/** Values of expressions, as far as the files tell them; the rest is kept as it was written. */
import { toNumber, toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { call } from './functions'
import { named, type SyntaxNode } from './syntax'
import type { Tokens } from './tokens'

/** What names mean in a folder of files. */
export interface Scope {
  readonly tokens: Tokens
  /** The value of a variable, local, or attribute of a data source; undefined when the files do not tell. */
  readonly lookUp: (path: readonly (string | number)[], depth: number) => unknown
  /** Is it a resource of these files? */
  readonly isResource: (type: string, name: string) => boolean
}

/** Nodes of the tree and names of values on the way to a value; beyond, something is odd. */
const DEEPEST = 400

/** The value of an expression. What is not known is a text with a mark for it. */
export function evaluate(node: SyntaxNode, scope: Scope, depth = 0): unknown {
  if (depth > DEEPEST) return unknown(node, scope)
  const [first, ...rest] = named(node)
  switch (node.type) {
    case 'expression':
    case 'literal_value':
    case 'collection_value':
    case 'template_expr':
      if (!first) return unknown(node, scope)
      return rest.length > 0
        ? traversal(node, [first, ...rest], scope, depth + 1)
        : evaluate(first, scope, depth + 1)
    case 'string_lit':
    case 'quoted_template':
      return template(node, scope, depth)
    case 'heredoc_template':
      return heredoc(node, scope, depth)
    case 'numeric_lit':
      return toNumber(node.text)
    case 'bool_lit':
      return node.text === 'true'
    case 'null_lit':
      return null
    case 'tuple':
      return named(node)
        .filter(({ type }) => type === 'expression')
        .map((item) => evaluate(item, scope, depth + 1))
    case 'object':
      return object(node, scope, depth)
    case 'variable_expr':
      return traversal(node, [node], scope, depth)
    case 'function_call':
      return functionCall(node, scope, depth)
    case 'conditional':
      return conditional(node, scope, depth)
    case 'operation':
      return operation(node, scope, depth)
    default:
      return unknown(node, scope)
  }
}

function unknown(node: SyntaxNode, { tokens }: Scope): string {
  return tokens.put({ written: `\${${node.text.replace(/\s+/g, ' ')}}`, reason: 'unknown' })
}

/** `var.name`, `aws_ecs_cluster.main.arn`, `local.tags["a"]`. */
function traversal(node: SyntaxNode, parts: readonly SyntaxNode[], scope: Scope, depth: number): unknown {
  const path = pathOf(parts, scope, depth)
  if (!path) {
    const [first, ...rest] = parts
    const base = first && first.type !== 'variable_expr' ? evaluate(first, scope, depth + 1) : undefined
    const steps = rest.length > 0 ? pathOf(rest, scope, depth, []) : undefined
    const found = steps && typeof base === 'object' ? stepInto(base, steps) : undefined
    return found === undefined ? unknown(node, scope) : found
  }
  const [type, name, ...attribute] = path
  if (typeof type === 'string' && typeof name === 'string' && scope.isResource(type, name)) {
    // Of a resource that is made once for each of something, all are one element.
    const of = attribute.filter((step) => typeof step === 'string')
    const written = `\${${node.text}}`
    return scope.tokens.put({ written, address: `${type}.${name}`, path: of, reason: 'reference' })
  }
  const value = scope.lookUp(path, depth + 1)
  return value === undefined ? unknown(node, scope) : value
}

type Path = (string | number)[]

/** The steps of a traversal; undefined when one of them has to be worked out. */
function pathOf(
  parts: readonly SyntaxNode[],
  scope: Scope,
  depth: number,
  path: Path = [],
): Path | undefined {
  for (const part of parts) {
    if (part.type === 'variable_expr') path.push(part.text)
    else if (part.type === 'get_attr') path.push(part.text.replace(/^\.\s*/, ''))
    else if (part.type === 'index') {
      const inner = named(part)[0]
      const expression = inner && named(inner)[0]
      const legacy = inner?.type === 'legacy_index' ? toNumber(inner.text.slice(1)) : undefined
      const step = legacy ?? (expression ? evaluate(expression, scope, depth + 1) : undefined)
      const isStep = typeof step === 'number' || (typeof step === 'string' && !scope.tokens.isIn(step))
      if (!isStep) return undefined
      path.push(step)
    } else return undefined
  }
  return path
}

/** What is at a path in a value. */
export function stepInto(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value
  for (const step of path) {
    if (Array.isArray(found) && typeof step === 'number') found = found[step]
    else if (isObject(found) && Object.hasOwn(found, toText(step))) found = found[toText(step)]
    else return undefined
  }
  return found
}

function object(node: SyntaxNode, scope: Scope, depth: number): unknown {
  const entries: [string, unknown][] = []
  for (const element of named(node)) {
    if (element.type !== 'object_elem') continue
    const [key, value] = named(element)
    if (key && value) entries.push([keyOf(key, scope, depth), evaluate(value, scope, depth + 1)])
  }
  return Object.fromEntries(entries)
}

/** A bare word is a key by itself; what is in brackets is an expression. */
function keyOf(node: SyntaxNode, scope: Scope, depth: number): string {
  if (/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(node.text)) return node.text
  return toText(evaluate(node, scope, depth + 1))
}

function template(node: SyntaxNode, scope: Scope, depth: number): unknown {
  const source = node.text
  return joined(node, source.slice(1, -1), node.startIndex + 1, unescaped, scope, depth)
}

/** Text with `${…}` in it. A text that is one expression is what that is. */
function joined(
  node: SyntaxNode,
  content: string,
  start: number,
  plain: (text: string) => string,
  scope: Scope,
  depth: number,
): unknown {
  const parts: unknown[] = []
  let end = 0
  for (const child of named(node)) {
    if (child.type !== 'template_interpolation' && child.type !== 'template_directive') continue
    parts.push(plain(content.slice(end, child.startIndex - start)))
    end = child.endIndex - start
    const expression = named(child).find(({ type }) => type === 'expression')
    if (child.type === 'template_interpolation' && expression)
      parts.push(evaluate(expression, scope, depth + 1))
    else parts.push(scope.tokens.put({ written: child.text, reason: 'unknown' }))
  }
  parts.push(plain(content.slice(end)))
  const filled = parts.filter((part) => part !== '')
  if (filled.length === 1 && typeof filled[0] !== 'string') return filled[0]
  return filled.every((part) => typeof part !== 'object' || part === null)
    ? filled.map((part) => toText(part ?? '')).join('')
    : unknown(node, scope)
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

function unescaped(text: string): string {
  return text
    .replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (whole, short, long, one: string) => {
      const code = Number.parseInt(short ?? long ?? '', 16)
      if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      return own(ESCAPES, one) ?? whole
    })
    .replace(/(\$\$|%%)(?=\{)/g, (sign) => sign.charAt(0))
}

function heredoc(node: SyntaxNode, scope: Scope, depth: number): unknown {
  const first = node.text.indexOf('\n') + 1
  const last = node.text.lastIndexOf('\n') + 1
  const content = node.text.slice(first, last)
  const isIndented = node.text.startsWith('<<-')
  const spaces = isIndented ? commonIndent(content) : 0
  const plain = (text: string) => {
    const flush = spaces > 0 ? text.replace(new RegExp(`^[ \\t]{${spaces}}`, 'gm'), '') : text
    return flush.replace(/(\$\$|%%)(?=\{)/g, (sign) => sign.charAt(0))
  }
  return joined(node, content, node.startIndex + first, plain, scope, depth)
}

function commonIndent(content: string): number {
  const lines = content.split('\n').filter((line) => line.trim() !== '')
  return lines.length === 0 ? 0 : Math.min(...lines.map((line) => line.length - line.trimStart().length))
}

function functionCall(node: SyntaxNode, scope: Scope, depth: number): unknown {
  const [name, given] = named(node)
  const expressions = given ? named(given) : []
  // A last argument of `…` is a list of them.
  if (expressions.some(({ type }) => type !== 'expression')) return unknown(node, scope)
  const values = expressions.map((each) => evaluate(each, scope, depth + 1))
  const result = call(name?.text ?? '', values, (value) => isOpen(value, scope))
  return result === undefined ? unknown(node, scope) : result
}

function isOpen(value: unknown, { tokens }: Scope): boolean {
  return typeof value === 'string' && tokens.isIn(value)
}

function conditional(node: SyntaxNode, scope: Scope, depth: number): unknown {
  const [condition, yes, no] = named(node)
  const value = condition ? evaluate(condition, scope, depth + 1) : undefined
  const chosen = value === true ? yes : value === false ? no : undefined
  return chosen ? evaluate(chosen, scope, depth + 1) : unknown(node, scope)
}

/** Characters of an operation that is worked out. */
const LONGEST = 2000

function operation(node: SyntaxNode, scope: Scope, depth: number): unknown {
  const inner = named(node)[0]
  // Thousands of terms are nested as deep; nobody adds up so many by hand.
  if (!inner || node.endIndex - node.startIndex > LONGEST) return unknown(node, scope)
  const operands = named(inner).map((each) => evaluate(each, scope, depth + 1))
  const sign =
    inner.children.find((child) => child !== null && !named(inner).includes(child))?.text ??
    inner.text.charAt(0)
  const result =
    inner.type === 'unary_operation'
      ? unary(inner.text.charAt(0), operands[0])
      : binary(sign, operands, scope)
  return result === undefined ? unknown(node, scope) : result
}

function unary(sign: string, value: unknown): unknown {
  if (sign === '-' && typeof value === 'number') return -value
  return sign === '!' && typeof value === 'boolean' ? !value : undefined
}

function binary(sign: string, [a, b]: readonly unknown[], scope: Scope): unknown {
  if ([a, b].some((value) => typeof value === 'string' && scope.tokens.isIn(value))) return undefined
  if (sign === '==') return typeof a !== 'object' && typeof b !== 'object' ? a === b : undefined
  if (sign === '!=') return typeof a !== 'object' && typeof b !== 'object' ? a !== b : undefined
  if (typeof a === 'boolean' && typeof b === 'boolean')
    return sign === '&&' ? a && b : sign === '||' ? a || b : undefined
  if (typeof a !== 'number' || typeof b !== 'number') return undefined
  const results: Readonly<Record<string, number | boolean>> = {
    '+': a + b,
    '-': a - b,
    '*': a * b,
    '/': a / b,
    '%': a % b,
    '<': a < b,
    '<=': a <= b,
    '>': a > b,
    '>=': a >= b,
  }
  const result = own(results, sign)
  return typeof result === 'number' && !Number.isFinite(result) ? undefined : result
}
