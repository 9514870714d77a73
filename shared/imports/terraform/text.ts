/** Resources of `.tf` files: all files of a folder are one module, whose locals and variables they share. */
import type { Body } from '../../aws/terraform/translate'
import { toText } from '../../basics/convert'
import { isObject, toPointer } from '../../basics/json'
import { limits } from '../../basics/limits'
import { type Failure, fail, ok, type Result } from '../../basics/result'
import { tooDeep } from '../../design/json-limits'
import { say } from '../../texts/text'
import type { SourceFile } from '../format'
import { evaluate, type Scope, stepInto } from './evaluate'
import { moduleOf, moduleOutput } from './modules'
import { policyDocument } from './policy-document'
import type { OtherBlock, TerraformResource } from './resource'
import { blocksOf, brokenAt, type HclBlock, type HclParser, type SyntaxNode } from './syntax'
import type { Tokens } from './tokens'

export interface Module {
  readonly resources: readonly TerraformResource[]
  readonly others: readonly OtherBlock[]
}

interface Placed {
  readonly block: HclBlock
  readonly file: string
}

/** The module that files of one folder are. */
export function readModule(files: readonly SourceFile[], parse: HclParser, tokens: Tokens): Result<Module> {
  const placed: Placed[] = []
  for (const { name, text } of files) {
    const depth = depthOf(text)
    if (depth > DEEPEST) return fail({ ...tooDeep(depth, ''), file: name })
    // The parser takes a lone object for its language, and a broken one costs it much time.
    const bracket = /^\s*[[{]/.exec(text)?.[0]
    if (bracket !== undefined) return fail(unreadable(name, placeAfter(bracket.slice(0, -1))))
    const root = parse(text)
    const broken = brokenAt(root)
    if (broken) return fail(unreadable(name, broken.startPosition))
    placed.push(...blocksOf(root).map((block) => ({ block, file: name })))
  }
  const scope = scopeOf(placed, tokens)
  const isResource = ({ block }: Placed) => block.type === 'resource' || block.type === 'data'
  const own = placed.filter(isResource).map((one) => resourceOf(one, scope))
  return ok({
    resources: [...own, ...placed.flatMap((one) => moduleResources(one, scope))],
    others: placed.filter((one) => !isResource(one)).map(otherOf),
  })
}

/** As deep as JSON may be, and the blocks around it. */
const DEEPEST = 2 * limits.jsonDepth

/** How deep brackets are in each other, those in texts included. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [bracket] of text.matchAll(/[[({\])}]/g)) {
    if ('[({'.includes(bracket)) deepest = Math.max(deepest, ++depth)
    else if (depth > 0) depth--
  }
  return deepest
}

function placeAfter(text: string): SyntaxNode['startPosition'] {
  const lines = text.split('\n')
  return { row: lines.length - 1, column: lines.at(-1)?.length ?? 0 }
}

function unreadable(file: string, { row, column }: SyntaxNode['startPosition']): Failure {
  const line = row + 1
  return {
    code: 'not-hcl',
    file,
    line,
    column: column + 1,
    what: say`Line ${line} is not in Terraform’s language.`,
    mend: 'Run terraform validate, and mend what it finds.',
  }
}

function resourceOf({ block, file }: Placed, scope: Scope): TerraformResource {
  const [type = '', name = ''] = block.labels
  const isData = block.type === 'data'
  return {
    address: `${isData ? 'data.' : ''}${type}.${name}`,
    ...{ type, name, isData, file },
    body: bodyOf(block, scope),
    pointer: pointerOf(block),
    written: block.node.text,
  }
}

/** What a well-known module makes, as far as its arguments tell. */
function moduleResources({ block, file }: Placed, scope: Scope): TerraformResource[] {
  const [name = ''] = block.labels
  const module = block.type === 'module' ? moduleOf(sourceOf(block)) : undefined
  if (!module) return []
  const pointer = pointerOf(block)
  return module.make({ name, body: bodyOf(block, scope), tokens: scope.tokens }).map((made) => ({
    address: `module.${name}.${made.type}.${made.name}`,
    type: made.type,
    // One of its kind is called like the module.
    name: made.name === 'this' || scope.tokens.isIn(made.name) ? name : made.name,
    isData: false,
    ...{ body: made.body, file, pointer },
    module: name,
  }))
}

function sourceOf(block: HclBlock): string | undefined {
  return /^"(.*)"$/.exec(block.attributes.find(({ name }) => name === 'source')?.expression.text ?? '')?.[1]
}

function otherOf({ block, file }: Placed): OtherBlock {
  const { type, labels, node, attributes } = block
  const expressionOf = (name: string) => attributes.find((one) => one.name === name)?.expression
  const isSecret = type === 'variable' && expressionOf('sensitive')?.text === 'true'
  const value = isSecret ? expressionOf('default') : undefined
  return {
    ...{ type, labels, file },
    pointer: pointerOf(block),
    written: node.text,
    ...(value ? { secretAt: [value.startIndex - node.startIndex, value.endIndex - node.startIndex] } : {}),
  }
}

function pointerOf({ type, labels }: HclBlock): string {
  return toPointer([type, ...labels])
}

/** Arguments with their values; blocks of one name are a list. */
export function bodyOf({ attributes, blocks }: HclBlock, scope: Scope): Body {
  const body: Body = {}
  for (const { name, expression } of attributes) body[name] = evaluate(expression, scope)
  for (const block of blocks) {
    const isDynamic = block.type === 'dynamic' && block.labels[0] !== undefined
    const name = isDynamic ? `dynamic ${block.labels[0]}` : block.type
    const item = isDynamic
      ? scope.tokens.put({ written: block.node.text, reason: 'unknown' })
      : bodyOf(block, scope)
    const before = body[name]
    body[name] = Array.isArray(before) ? [...before, item] : [item]
  }
  return body
}

function scopeOf(placed: readonly Placed[], tokens: Tokens): Scope {
  const resources = new Set<string>()
  const locals = new Map<string, SyntaxNode>()
  const defaults = new Map<string, SyntaxNode>()
  const data = new Map<string, HclBlock>()
  const modules = new Map<string, HclBlock>()
  for (const { block } of placed) {
    const [first = '', second = ''] = block.labels
    if (block.type === 'resource') resources.add(`${first}.${second}`)
    if (block.type === 'module') modules.set(first, block)
    if (block.type === 'data') data.set(`${first}.${second}`, block)
    if (block.type === 'locals')
      for (const { name, expression } of block.attributes) locals.set(name, expression)
    const given =
      block.type === 'variable' ? block.attributes.find(({ name }) => name === 'default') : undefined
    const isSecret = block.attributes.some(
      ({ name, expression }) => name === 'sensitive' && expression.text === 'true',
    )
    if (given && !isSecret) defaults.set(first, given.expression)
  }
  const values = new Map<string, unknown>()
  const namedValue = (root: string, name: string, depth: number): unknown => {
    const key = `${root}.${name}`
    if (values.has(key)) return values.get(key)
    // What refers to itself has no value.
    values.set(key, undefined)
    const node = (root === 'local' ? locals : defaults).get(name)
    const value = node && evaluate(node, scope, depth)
    const isKept = value !== undefined && sizeOf(value) <= LARGEST && !(value === null && root === 'var')
    values.set(key, isKept ? value : undefined)
    return values.get(key)
  }
  const scope: Scope = {
    tokens,
    isResource: (type, name) => resources.has(`${type}.${name}`),
    lookUp: ([root, name, ...path], depth) => {
      if (root === 'local' || root === 'var') {
        const value = namedValue(root, toText(name), depth)
        return value === undefined ? undefined : stepInto(value, path)
      }
      if (root === 'module') {
        const block = modules.get(toText(name))
        const module = block && moduleOf(sourceOf(block))
        return module && moduleOutput(module, toText(name), path, tokens)
      }
      return root === 'data' ? dataValue(data, [toText(name), ...path], scope) : undefined
    },
  }
  return scope
}

/** A value of more parts stays a name: values made of values can be larger than any file. */
const LARGEST = 5000

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 1 + value.length / 100
  if (typeof value !== 'object' || value === null) return 1
  let size = 1
  for (const item of Object.values(value)) {
    size += sizeOf(item)
    if (size > LARGEST) break
  }
  return size
}

/** Of the data sources, policy documents are written in the file itself; the others are known in AWS. */
function dataValue(
  data: ReadonlyMap<string, HclBlock>,
  [type, name, ...path]: readonly (string | number)[],
  scope: Scope,
): unknown {
  const block = data.get(`${type}.${name}`)
  if (!block) return undefined
  if (type === 'aws_iam_policy_document' && path[0] === 'json') {
    const document = policyDocument(bodyOf(block, scope))
    return document && JSON.stringify(document)
  }
  const written = `\${data.${[type, name, ...path].join('.')}}`
  const steps = path.filter((step) => typeof step === 'string')
  if (steps.length !== path.length || type === undefined) return undefined
  return scope.tokens.put({ written, address: `data.${type}.${name}`, path: steps, reason: 'reference' })
}

/** Is it an object of arguments? */
export function isBody(value: unknown): value is Body {
  return isObject(value)
}
