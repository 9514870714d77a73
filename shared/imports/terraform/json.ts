/** Resources of `terraform show -json` (of a plan or a state), and of a state file. */
import { argumentAt, isKnownType } from '../../aws/terraform/schema'
import type { Body } from '../../aws/terraform/translate'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import type { TerraformResource } from './resource'
import type { Tokens } from './tokens'

/** Is it what `terraform show -json` prints, or a state file? */
export function isTerraformJson(value: unknown): value is Body {
  if (!isObject(value)) return false
  const isShown =
    typeof value.format_version === 'string' &&
    (isObject(value.planned_values) || isObject(value.values) || Array.isArray(value.resource_changes))
  const isState =
    typeof value.version === 'number' &&
    typeof value.terraform_version === 'string' &&
    Array.isArray(value.resources)
  return isShown || isState
}

/** The resources in it, those of modules included. */
export function resourcesInJson(value: Body, file: string, tokens: Tokens): readonly TerraformResource[] {
  if (Array.isArray(value.resources)) return stateResources(value.resources, file)
  const at = isObject(value.planned_values) ? 'planned_values' : 'values'
  const root = (value[at] as Body | undefined)?.root_module
  const shown = isObject(root) ? shownIn(root, `/${at}/root_module`, file) : []
  const configuration = isObject(value.configuration) ? value.configuration : {}
  const expressions = expressionsIn(configuration.root_module, '')
  return shown.map((resource) => ({
    ...resource,
    body: withReferences(resource.body, expressions.get(withoutKeys(resource.address)), {
      module: moduleOf(resource.address),
      type: resource.type,
      path: '',
      tokens,
    }),
  }))
}

function shownIn(module: Body, pointer: string, file: string): TerraformResource[] {
  const own = objectsIn(module.resources).map(([resource, index]): TerraformResource => {
    const { address, type, name, mode, values, sensitive_values } = resource
    const body = withoutSecrets(isObject(values) ? values : {}, sensitive_values)
    return {
      address: toText(address),
      type: toText(type),
      name: toText(name),
      isData: mode === 'data',
      body,
      file,
      pointer: `${pointer}/resources/${index}/values`,
      identifiers: identifiersOf(body),
    }
  })
  const inner = objectsIn(module.child_modules).flatMap(([child, index]) =>
    shownIn(child, `${pointer}/child_modules/${index}`, file),
  )
  return [...own, ...inner]
}

function stateResources(list: readonly unknown[], file: string): TerraformResource[] {
  return objectsIn(list).flatMap(([{ module, mode, type, name, instances }, at]) =>
    objectsIn(instances).map(
      ([{ attributes, index_key, sensitive_attributes }, index]): TerraformResource => {
        const key = index_key === undefined ? '' : `[${JSON.stringify(index_key)}]`
        const isData = mode === 'data'
        const body = withoutNamed(isObject(attributes) ? attributes : {}, sensitive_attributes)
        return {
          address: `${typeof module === 'string' ? `${module}.` : ''}${isData ? 'data.' : ''}${toText(type)}.${toText(name)}${key}`,
          type: toText(type),
          name: toText(name),
          isData,
          body,
          file,
          pointer: `/resources/${at}/instances/${index}/attributes`,
          identifiers: identifiersOf(body),
        }
      },
    ),
  )
}

/** What other resources call it. */
function identifiersOf(body: Body): Record<string, string> {
  const names = ['id', 'arn', 'name', 'url', 'repository_url', 'dns_name', 'arn_suffix', 'bucket']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = body[name]
      return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
    }),
  )
}

function objectsIn(value: unknown): (readonly [Body, number])[] {
  return (Array.isArray(value) ? value : []).flatMap((item, index) =>
    isObject(item) ? [[item as Body, index] as const] : [],
  )
}

/** The values without those that Terraform marks as secrets. */
function withoutSecrets(value: Body, marks: unknown): Body {
  if (!isObject(marks)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const mark = marks[name]
      if (mark === true) return []
      if (isObject(item) && isObject(mark)) return [[name, withoutSecrets(item, mark)]]
      if (Array.isArray(item) && Array.isArray(mark)) {
        return [
          [
            name,
            item.map((each, i) =>
              mark[i] === true ? null : isObject(each) ? withoutSecrets(each, mark[i]) : each,
            ),
          ],
        ]
      }
      return [[name, item]]
    }),
  )
}

/** A state names them by their paths. */
function withoutNamed(value: Body, paths: unknown): Body {
  const names = (Array.isArray(paths) ? paths : []).flatMap((path) => {
    const [first] = Array.isArray(path) ? path : []
    return isObject(first) && typeof first.value === 'string' ? [first.value] : []
  })
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
}

/** `module.a["x"].aws_lb.this[0]` is configured as `module.a.aws_lb.this`. */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^[\]]*)\]/g, '')
}

function moduleOf(address: string): string {
  return /^(?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?\.)*/.exec(address)?.[0] ?? ''
}

/** What the configuration says about each argument, by the address without keys. */
function expressionsIn(module: unknown, prefix: string): Map<string, Body> {
  const found = new Map<string, Body>()
  if (!isObject(module)) return found
  for (const [{ address, expressions }] of objectsIn(module.resources)) {
    if (isObject(expressions)) found.set(prefix + toText(address), expressions)
  }
  for (const [name, called] of Object.entries(isObject(module.module_calls) ? module.module_calls : {})) {
    const inner = expressionsIn(isObject(called) ? called.module : undefined, `${prefix}module.${name}.`)
    for (const [address, expressions] of inner) found.set(address, expressions)
  }
  return found
}

interface Filling {
  /** `module.web.`, where the references are meant. */
  readonly module: string
  readonly type: string
  readonly path: string
  readonly tokens: Tokens
}

/** In a plan, what is known after the apply is empty; the configuration tells what it will be. */
function withReferences(body: Body, expressions: Body | undefined, at: Filling): Body {
  if (!expressions) return body
  const filled: Body = { ...body }
  for (const [name, expression] of Object.entries(expressions)) {
    const value = filled[name]
    if (Array.isArray(expression)) {
      const items = Array.isArray(value) ? value : []
      filled[name] = expression.map((each, index) => {
        const item: unknown = items[index]
        return isObject(each)
          ? withReferences(isObject(item) ? item : {}, each, { ...at, path: `${at.path}/${name}` })
          : item
      })
      continue
    }
    const isKnown = value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
    const references =
      isObject(expression) && Array.isArray(expression.references) ? expression.references : []
    if (isKnown || references.length === 0) continue
    // Of a reference and what it is in, the longer stands first.
    const marks = references.filter(
      (each, i): each is string =>
        typeof each === 'string' && !toText(references[i - 1] ?? '').startsWith(`${each}.`),
    )
    const texts = marks.map((reference) => referenceMark(reference, at.module, at.tokens))
    filled[name] = isList(at, name) ? texts : texts[0]
  }
  return filled
}

function isList({ type, path }: Filling, name: string): boolean {
  const argument = isKnownType(type) ? argumentAt(type, `${path}/${name}`) : undefined
  return typeof argument === 'string' && argument.endsWith('l')
}

function referenceMark(reference: string, module: string, tokens: Tokens): string {
  const written = `\${${reference}}`
  const [, data = '', type, name, rest = ''] =
    /^(data\.)?([a-z][a-z0-9_]*)\.([A-Za-z_][\w-]*)(?:\[[^\]]*\])?((?:\.\w+)*)/.exec(reference) ?? []
  if (type === undefined || ['var', 'local', 'module', 'each', 'count', 'path'].includes(type)) {
    return tokens.put({ written, reason: 'unknown' })
  }
  const path = rest.split('.').filter((step) => step !== '')
  return tokens.put({ written, address: `${module}${data}${type}.${name}`, path, reason: 'reference' })
}
