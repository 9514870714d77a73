/** Specs with references of the design in them, and what else is kept as it was written. */
import type { Body } from '../../aws/terraform/translate'
import { isObject, toPointer, valueAt } from '../../basics/json'
import { quote } from '../../basics/quote'
import { escapeText, refer } from '../../design/references'
import { writtenName } from '../../elements/kinds'
import { say } from '../../texts/text'
import { reference } from '../collect/collector'
import { readerAt } from '../collect/places'
import { noteOddities } from '../collect/resources'
import { moduleOf } from './modules'
import type { OtherBlock, TerraformResource } from './resource'
import type { Open } from './tokens'
import { report, resolved, type Work } from './work'

/** Puts the specs into the design that is being collected. */
export function finishElements(work: Work): void {
  for (const [id, spec] of work.specs) {
    const element = work.collector.elements[id]
    if (!element) continue
    scalableId(work, spec)
    const origin = work.collector.origins[id] ?? { file: '', pointer: '', within: '' }
    const said = new Set<string>()
    const place = { file: origin.file, pointer: origin.pointer }
    const keep = ({ written }: Open, path: readonly (string | number)[]) => {
      if (said.has(written)) return
      said.add(written)
      const text = say`${quote(written)} at ${toPointer(path)} is kept as it was written, because the files do not tell its value.`
      report(work, 'kept', 'not-understood', place, text, id)
    }
    const finished = resolved(work, spec, keep, (text, path) =>
      named(work, element.kind, spec, text, path, place),
    )
    const { label } = element
    work.collector.elements[id] = { ...element, ...(label === undefined ? {} : { label }), spec: finished }
    noteOddities(work.collector, id, origin)
  }
}

/** A text that names a resource by what AWS calls it: one of these files, or one that exists. */
function named(
  work: Work,
  kind: string,
  spec: Body,
  text: string,
  path: readonly (string | number)[],
  place: { readonly file: string; readonly pointer: string },
): string {
  const reader = text === '' ? undefined : readerAt(kind, toPointer(path))
  const sibling = (name: string) => valueAt(spec, toPointer([...path.slice(0, -1), name]))
  const resource = reader?.(text, sibling)
  if (!resource) return escapeText(text)
  const own = [...work.specs].find(([id, other]) => {
    const element = work.collector.elements[id]
    return element?.kind === resource.kind && writtenName({ ...element, spec: other }) === resource.called
  })
  if (own) return refer(own[0], resource.attribute) + escapeText(resource.rest ?? '')
  return reference(work.collector, resource, place)
}

/** `service/${cluster}/${service}`: of all that, the service tells the rest. */
function scalableId({ tokens, elements, identified, collector }: Work, spec: Body): void {
  const { ResourceId } = spec
  if (typeof ResourceId !== 'string') return
  const marks = tokens.in(ResourceId)
  const named = marks.flatMap(({ address }) => (address === undefined ? [] : (elements.get(address) ?? [])))
  const service =
    named.find((id) => collector.elements[id]?.kind === 'service') ?? serviceCalled(identified, ResourceId)
  if (service !== undefined) spec.ResourceId = markFor(tokens, service, elements)
}

function serviceCalled(identified: Work['identified'], resourceId: string): string | undefined {
  const found = [...identified].find(([identifier]) => identifier.endsWith(`:${resourceId}`))
  return found?.[1].id
}

function markFor(tokens: Work['tokens'], id: string, elements: Work['elements']): string {
  const address = [...elements].find(([, element]) => element === id)?.[0] ?? ''
  return tokens.put({ written: refer(id, 'resourceId'), address, path: ['resource_id'], reason: 'reference' })
}

/** Keeps what is no element, so that nothing is lost; what may be a secret is not. */
export function keepOthers(
  work: Work,
  resources: readonly TerraformResource[],
  others: readonly OtherBlock[],
): void {
  const kept: Body[] = []
  for (const resource of resources) {
    // Its module is kept as a whole.
    if (resource.module !== undefined) continue
    const name = quote(resource.address)
    const text = resource.isData
      ? say`${name} is looked up while Terraform runs; it is kept as it was written.`
      : say`${name} is of a type that no design holds; it is kept as it was written.`
    report(work, 'kept', resource.isData ? 'data' : 'other-resource', resource, text)
    kept.push({
      address: resource.address,
      file: resource.file,
      text: withoutSecrets(work, resource, resource.written ?? withoutValues(resource.body)),
    })
  }
  for (const block of others) {
    report(work, 'kept', block.type, block, otherText(block))
    const address = [block.type, ...block.labels].join('.')
    kept.push({ address, file: block.file, text: withoutSecrets(work, block, block.written, block.secretAt) })
  }
  if (kept.length === 0) return
  const before = work.collector.members.terraform
  const list = isObject(before) && Array.isArray(before.kept) ? before.kept : []
  work.collector.members.terraform = { kept: [...list, ...kept] }
}

function withoutSecrets(
  work: Work,
  place: { readonly file: string; readonly pointer: string },
  text: string,
  secretAt?: OtherBlock['secretAt'],
): string {
  const without = safe(text, secretAt)
  if (without !== text) {
    report(
      work,
      'dropped',
      'secret-value',
      place,
      'Texts in it that seem to be secrets are not in the design.',
    )
  }
  return without
}

function otherText({ type, labels, written }: OtherBlock) {
  const name = quote(labels.join('.'))
  switch (type) {
    case 'module': {
      const source = /\bsource\s*=\s*"([^"]*)"/.exec(written)?.[1] ?? ''
      if (moduleOf(source)) {
        return say`Module ${name} is drawn as far as its arguments tell, and kept as it was written: roles, log groups and what else it makes by itself are not drawn. The plan (terraform show -json) has all of it.`
      }
      return say`Module ${name} is kept as it was written: what it makes is in ${quote(source)}, not in these files. The plan (terraform show -json) has all of it.`
    }
    case 'variable':
      return say`Variable ${name} is kept as it was written; where it has a value, that stands in the elements.`
    case 'locals':
      return 'Local values are kept as they were written; their values stand in the elements.'
    case 'output':
      return say`Output ${name} is kept as it was written.`
    default:
      return say`${quote(type)} is kept as it was written.`
  }
}

/** Attributes of a state may be anything, secrets too; only their names are kept. */
function withoutValues(body: Body): string {
  return Object.keys(body).join(', ')
}

const SECRET =
  /((?:^|[{,])[ \t]*"?[\w-]*(?:password|secret_string|secret_binary|token|private_key|api_key)"?\s*[=:]\s*)"(?:[^"\\]|\\.)*"/gim

/** A block's text without texts that look like secrets; expressions stay. */
function safe(text: string, [start, end]: readonly [number, number] = [0, 0]): string {
  // A value of any type may be null.
  const value = text.charAt(start) === '"' ? '"…"' : 'null'
  const bare = end > 0 ? text.slice(0, start) + value + text.slice(end) : text
  return bare.replace(SECRET, (whole, before: string) =>
    /"\$\{[^}]*\}"$/.test(whole) ? whole : `${before}"…"`,
  )
}
