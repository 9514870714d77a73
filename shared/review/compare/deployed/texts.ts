/** A reference in one place and an identifier written out in the other may be the same. */
import type { Element } from '../../../design/design'
import { escapeText, partsOf, type Reference } from '../../../design/references'
import { defaultAttribute, kindOf, writtenName } from '../../../elements/kinds'
import { aroundPlaceholders, holdsPlaceholder } from '../../../elements/parts/placeholders'
import { type Graph, resolveReference } from '../../../graph/graph'
import type { Texts } from './align'

/** Texts of a file against texts of a design; the same elements have the same ids in both. */
export function textsOf(file: Graph, design: Graph): Texts {
  const same = (theirs: string, ours: string): boolean => {
    const isOpen = holdsPlaceholder(ours)
    if (!isOpen && !theirs.includes('@{') && !ours.includes('@{')) return theirs === ours
    const [written, known] = [writtenOut(file, theirs), writtenOut(design, ours)]
    const pattern = partsOf(ours)
    if (isOpen) return theirs === ours || fits(written ?? theirs, pattern, design)
    // One name in two accounts is two things, so what AWS calls them counts where it is known.
    if (written !== undefined && known !== undefined) {
      return written === known || (isFamily(ours, design) && withoutRevision(written) === known)
    }
    if (theirs === ours) return true
    if (written !== undefined) return fits(written, pattern, design)
    if (known !== undefined) return fits(known, partsOf(theirs), file)
    return sameParts(partsOf(theirs), file, pattern, design)
  }
  return { same, spelled: (text) => escapeText(writtenOut(file, text) ?? text) }
}

/** A service that names a family runs its newest revision; AWS answers with the one that runs. */
function isFamily(text: string, graph: Graph): boolean {
  const [before, reference, behind] = partsOf(text)
  if (before !== '' || behind !== '' || typeof reference !== 'object') return false
  return graph.element(reference.id)?.kind === 'task-definition'
}

function withoutRevision(text: string): string {
  return text.replace(/^arn:[^/]*\//, '').replace(/:\d+$/, '')
}

/** As AWS has it; undefined where only AWS knows one of its identifiers. */
function writtenOut(graph: Graph, text: string): string | undefined {
  let written = ''
  for (const part of partsOf(text)) {
    const value = typeof part === 'string' ? part : resolveReference(graph, part)
    if (value === undefined || (typeof part !== 'string' && value.includes('<'))) return undefined
    written += value
  }
  return written
}

type Parts = readonly (string | Reference)[]

/** Beyond these a text is no identifier. */
const LONGEST = 2_000
const MOST_OPEN = 4

/** Could the text be what the parts come to? Of an element without an identifier the name must be in the right place. */
function fits(text: string, parts: Parts, graph: Graph): boolean {
  const open = parts.map((part) => (typeof part === 'string' ? aroundPlaceholders(part).length - 1 : 1))
  if (text.length > LONGEST || open.reduce((sum, n) => sum + n, 0) > MOST_OPEN) return false
  const pattern = parts.map((part) => (typeof part === 'string' ? literal(part) : identifier(part, graph)))
  return new RegExp(`^${pattern.join('')}$`).test(text)
}

/** Before a name: nothing, an ARN as far as its resource's name, or the registry of an image. */
const BEFORE = String.raw`(?:arn:[^\s:]*:[^\s]*[/:]|\d{12}\.dkr\.ecr[.-][^\s/]+/)?`
/** Behind it: what Secrets Manager, load balancers and revisions add. */
const BEHIND = String.raw`(?:-[A-Za-z0-9]{6}|/[0-9a-f]{16,17}|:\d+)?`

function identifier(reference: Reference, graph: Graph): string {
  const known = resolveReference(graph, reference)
  if (known !== undefined && !known.includes('<')) return escaped(known)
  const element = graph.element(reference.id)
  const name = element && writtenName(element)
  return name === undefined || name.includes('@{') ? '(?!)' : `${BEFORE}${escaped(name)}${BEHIND}`
}

/** What a pipeline fills in may be anything. */
function literal(text: string): string {
  return aroundPlaceholders(text).map(escaped).join('.+')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

function sameParts(a: Parts, first: Graph, b: Parts, second: Graph): boolean {
  return (
    a.length === b.length &&
    a.every((part, i) => {
      const other = b[i]
      if (typeof part === 'string' || typeof other === 'string' || other === undefined) return part === other
      return part.id === other.id && attributeOf(part, first) === attributeOf(other, second)
    })
  )
}

function attributeOf({ id, attribute }: Reference, graph: Graph): string | undefined {
  const element: Element | undefined = graph.element(id)
  return attribute ?? defaultAttribute(kindOf(element?.kind ?? ''))
}
