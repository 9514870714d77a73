/** All that the core says: what registries hold, and what sources write into texts. For tests of the catalogues. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { regions } from '../aws/facts/regions'
import { meanings } from '../elements/meanings'
import { kinds } from '../elements/registry'
import { traits } from '../elements/traits'
import { exportFormats } from '../exports/registry'
import { counted, nounOf } from '../figures/summary'
import { importFormats } from '../imports/registry'
import { areaTitle } from '../rules/explain'
import { rulesByArea } from '../rules/registry'
import { fieldsOf } from './fields'

/** English words, with the place that says them. */
export type Spoken = ReadonlyMap<string, string>

/** What the registries of rules, kinds and formats say. */
export function spokenByRegistries(): Spoken {
  const said = new Map<string, string>()
  const add = (place: string, ...texts: readonly unknown[]) => {
    for (const text of texts)
      if (typeof text === 'string' && /[A-Za-z]/.test(text) && !said.has(text)) said.set(text, place)
  }
  for (const [area, rules] of Object.entries(rulesByArea)) {
    add(`area ${area}`, areaTitle(area))
    for (const { id, title, message, why, variants } of rules)
      add(id, title, message, why, ...Object.values(variants ?? {}))
  }
  for (const { kind, label, summary, attributes, spec } of kinds) {
    const counts = [1, 2].map((n) => counted(n, nounOf(kind)).words)
    add(kind, label, summary, ...counts, ...Object.values(attributes).map((attribute) => attribute.label))
    for (const [path, field] of fieldsOf(spec)) {
      const { label, help, unit, group } = field.meta() ?? {}
      add(`${kind} ${path}`, label, help, unit, group)
    }
  }
  for (const [id, name] of Object.entries(regions)) add(`Region ${id}`, name)
  for (const [id, { label, help }] of Object.entries(traits)) add(`trait ${id}`, label, help)
  for (const [id, meaning] of Object.entries(meanings)) {
    const verb = 'verb' in meaning ? meaning.verb : meaning.label
    add(`meaning ${id}`, meaning.label, `{0} ${verb} {1}`)
  }
  for (const { id, title } of [...importFormats, ...exportFormats]) add(`format ${id}`, title)
  return said
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Functions whose first argument is the title of a quick fix. */
const TITLED = new Set([
  'setMembers',
  'removeMember',
  'dropItems',
  'dropItemsWith',
  'dropCopies',
  'keepFirst',
])
/** Members that hold a text wherever the core builds one by hand. */
const MEMBERS = new Set(['what', 'mend', 'reason'])
/** Functions that make a text of a literal. */
const MAKERS = new Set(['term', 'refuse', 'word', 'words'])

interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

/** Every literal of the sources: a text that is none of them, nor made of them, is said nowhere. */
export function literalsInSources(): ReadonlySet<string> {
  const found = new Set<string>()
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, value } = node as Node
    if (type === 'Literal' && typeof value === 'string') found.add(value)
    for (const member of Object.values(node)) collect(member)
  }
  for (const file of sources()) collect(parsed(file))
  return found
}

/** What sources say: tagged templates, terms, titles of fixes, failures and refusals. */
export function spokenInSources(): Spoken {
  const said = new Map<string, string>()
  for (const file of sources()) {
    for (const words of spokenBy(parsed(file))) if (!said.has(words)) said.set(words, file)
  }
  return said
}

function parsed(file: string): unknown {
  return parseAst(readFileSync(join(root, file), 'utf8'), { lang: 'ts' })
}

function sources(): readonly string[] {
  return ['shared', 'electron'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^shared\/(?:testing|layout)\//.test(file)),
  )
}

function* spokenBy(node: unknown): Generator<string> {
  if (Array.isArray(node)) {
    for (const item of node) yield* spokenBy(item)
    return
  }
  if (typeof node !== 'object' || node === null) return
  yield* said(node as Node)
  for (const member of Object.values(node)) yield* spokenBy(member)
}

function said(node: Node): readonly string[] {
  if (node.type === 'TaggedTemplateExpression')
    return named(node.tag) === 'say' ? [wordsOf(node.quasi as Node)] : []
  if (node.type === 'CallExpression') {
    const callee = named(node.callee)
    const [first] = node.arguments as Node[]
    if (callee === 'count') return counts(node.arguments as Node[])
    return TITLED.has(callee) || MAKERS.has(callee) ? literals(first) : []
  }
  // A single word there is one of AWS's.
  if (node.type === 'Property' && MEMBERS.has(named(node.key)))
    return literals(node.value as Node).filter((text) => text.includes(' '))
  return []
}

/** `count(n, 'policy', 'policies')` says one of two texts. */
function counts([, one, many]: readonly Node[]): readonly string[] {
  return literals(one).flatMap((noun) => [noun, literals(many)[0] ?? `${noun}s`].map((each) => `{0} ${each}`))
}

/** The plain texts that an expression can become. */
function literals(node: Node | undefined): readonly string[] {
  if (node?.type === 'Literal') return typeof node.value === 'string' && node.value !== '' ? [node.value] : []
  if (node?.type === 'ArrowFunctionExpression') return literals(node.body as Node)
  if (node?.type !== 'ConditionalExpression') return []
  return [...literals(node.consequent as Node), ...literals(node.alternate as Node)]
}

function named(node: unknown): string {
  return typeof node === 'object' && node !== null && 'name' in node ? String(node.name) : ''
}

function wordsOf(template: Node): string {
  const parts = template.quasis as { value: { cooked: string } }[]
  return parts.map(({ value }) => value.cooked).reduce((all, part, i) => `${all}{${i - 1}}${part}`)
}
