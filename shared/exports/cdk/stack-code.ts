/** A stack as a class: parameters, resources in an order in which each knows what it names, and outputs. */
import { isIntrinsic, subParts } from '../../aws/cloudformation/intrinsics'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import type { Stack, StackResource } from '../cloudformation/stack-types'
import { type Code, type Known, quoted, rawCode, valueCode } from './code'
import { type ConstructName, constructOf, variableNames } from './names'

interface Made {
  readonly logicalId: string
  readonly type: string
  readonly construct: ConstructName | undefined
  readonly variable: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly dependsOn: readonly string[]
  readonly attributes: Readonly<Record<string, unknown>>
}

const IN = '    '

/** The file of a stack. */
export function stackCode(stack: Stack, className: string): string {
  const section = (name: string) => (isObject(stack.kept[name]) ? stack.kept[name] : {})
  const kept = Object.entries(section('Resources')).flatMap(([id, resource]) => keptResource(id, resource))
  const constructs = [...stack.resources, ...kept].map((resource) => ({
    resource,
    construct: kept.includes(resource) ? undefined : constructOf(resource.type),
  }))
  const aliases = new Map(
    constructs.flatMap(({ construct }) => (construct ? [[construct.alias, construct.module]] : [])),
  )
  const variableFor = variableNames(aliases.keys())
  const parameters = Object.entries({ ...section('Parameters'), ...stack.parameters })
  const known = new Map<string, Known>()
  for (const [name, parameter] of parameters) {
    known.set(name, { variable: variableFor(name), kind: parameterKind(parameter) })
  }
  const made = constructs.map(({ resource, construct }): Made => {
    const variable = variableFor(resource.logicalId)
    known.set(resource.logicalId, { variable, kind: construct ? 'resource' : 'generic' })
    return { ...resource, construct, variable }
  })
  const code: Code = { known: (name) => known.get(name), usesRaw: false }
  const body = [
    ...parameters.map(([name, parameter]) => parameterCode(code, name, parameter)),
    ...Object.entries(section('Mappings')).map(
      ([name, mapping]) => `new cdk.CfnMapping(this, ${quoted(name)}, { mapping: ${rawCode(mapping, IN)} });`,
    ),
    ...Object.entries(section('Conditions')).map(([name, condition]) => conditionCode(code, name, condition)),
    ...inOrder(made).map((resource) => resourceCode(code, resource, known)),
    ...Object.entries({ ...section('Outputs'), ...stack.outputs }).map(([name, output]) =>
      outputCode(code, name, output),
    ),
  ]
  const used = usedVariables(body)
  return [
    "import * as cdk from 'aws-cdk-lib';",
    ...[...aliases].sort().map(([alias, module]) => `import * as ${alias} from ${quoted(module)};`),
    "import type { Construct } from 'constructs';",
    '',
    ...(code.usesRaw ? [RAW, ''] : []),
    ...(stack.name === '' ? [] : [`/** ${comment(stack.name)} */`]),
    `export class ${className} extends cdk.Stack {`,
    '  constructor(scope: Construct, id: string, props?: cdk.StackProps) {',
    '    super(scope, id, props);',
    '',
    body.map((block) => IN + withoutUnused(block, used)).join('\n\n'),
    '  }',
    '}',
    '',
  ].join('\n')
}

const RAW = `/** A function of CloudFormation, as the template had it. */
const raw = (value: unknown): any => cdk.Lazy.any({ produce: () => value });`

function comment(text: string): string {
  return text.replace(/\*\//g, '* /').replace(/[\r\n\u2028\u2029]+/g, ' ')
}

function keptResource(logicalId: string, written: unknown): StackResource[] {
  if (!isObject(written) || typeof written.Type !== 'string') return []
  const { Type, Properties, DependsOn, ...attributes } = written
  const properties = isObject(Properties) ? Properties : {}
  const dependsOn = DependsOn === undefined ? [] : [DependsOn].flat().map(toText)
  return [{ id: logicalId, element: '', logicalId, type: Type, properties, dependsOn, attributes }]
}

function parameterKind(parameter: unknown): Known['kind'] {
  const type = isObject(parameter) ? toText(parameter.Type) : ''
  if (/^(?:List<|CommaDelimitedList)/.test(type)) return 'list'
  return type === 'Number' ? 'number' : 'parameter'
}

/** What a block declares counts only where another one names it. */
const DECLARED = /^const (\w+) = /

/** What is read of a construct, what is added to it, and what waits for it. */
const USES = [/\b(\w+)\.(?:ref\b|attr[A-Z]|valueAs|getAtt\(|add[A-Z])/g, /addDependency\((\w+)\)/g]

function usedVariables(blocks: readonly string[]): ReadonlySet<string> {
  const used = new Set<string>()
  for (const block of blocks) {
    const own = DECLARED.exec(block)?.[1]
    const rest = own === undefined ? block : block.replace(DECLARED, '')
    for (const use of USES) for (const { 1: name = '' } of rest.matchAll(use)) used.add(name)
  }
  return used
}

function withoutUnused(block: string, used: ReadonlySet<string>): string {
  const own = DECLARED.exec(block)?.[1]
  return own !== undefined && !used.has(own) ? block.replace(DECLARED, '') : block
}

function parameterCode(code: Code, name: string, parameter: unknown): string {
  const variable = code.known(name)?.variable ?? name
  const props = valueCode({ ...code, known: () => undefined }, asTexts(parameter), IN)
  return `const ${variable} = new cdk.CfnParameter(this, ${quoted(name)}, ${props});`
}

/** YAML reads `true` for what the CDK wants as a text. */
function asTexts(parameter: unknown): unknown {
  if (!isObject(parameter) || !Array.isArray(parameter.AllowedValues)) return parameter
  return { ...parameter, AllowedValues: parameter.AllowedValues.map(toText) }
}

function asText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? toText(value) : value
}

function conditionCode(code: Code, name: string, condition: unknown): string {
  code.usesRaw = true
  return `new cdk.CfnCondition(this, ${quoted(name)}, { expression: raw(${rawCode(condition, IN)}) });`
}

function outputCode(code: Code, name: string, output: unknown): string {
  const { Value, Description, Export, Condition } = isObject(output) ? output : {}
  const members = [
    ...(Description === undefined ? [] : [`description: ${valueCode(code, Description, `${IN}  `)}`]),
    `value: ${valueCode(code, asText(Value), `${IN}  `)}`,
    ...(isObject(Export) ? [`exportName: ${valueCode(code, Export.Name, `${IN}  `)}`] : []),
  ]
  const made = `new cdk.CfnOutput(this, ${quoted(name)}, {\n${members.map((one) => `${IN}  ${one},\n`).join('')}${IN}})`
  if (typeof Condition !== 'string') return `${made};`
  return `${made}.condition = this.node.findChild(${quoted(Condition)}) as cdk.CfnCondition;`
}

/** Each after what it names; those that name each other as they come. */
function inOrder(resources: readonly Made[]): readonly Made[] {
  const byId = new Map(resources.map((resource) => [resource.logicalId, resource]))
  const placed = new Set<string>()
  const sorted: Made[] = []
  const place = (resource: Made, within: ReadonlySet<string>) => {
    if (placed.has(resource.logicalId) || within.has(resource.logicalId)) return
    const inner = new Set([...within, resource.logicalId])
    for (const name of [...namesIn(resource.properties), ...resource.dependsOn]) {
      const needed = byId.get(name)
      if (needed) place(needed, inner)
    }
    if (placed.has(resource.logicalId)) return
    placed.add(resource.logicalId)
    sorted.push(resource)
  }
  for (const resource of resources) place(resource, new Set())
  return sorted
}

/** Logical ids that properties name. */
function namesIn(value: unknown): readonly string[] {
  if (isIntrinsic(value)) {
    const { Ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value
    if (typeof Ref === 'string') return [Ref]
    if (attribute !== undefined)
      return [toText(Array.isArray(attribute) ? attribute[0] : attribute).split('.')[0] ?? '']
    if (typeof text === 'string') {
      return subParts(text, () => true).flatMap((part) =>
        typeof part === 'string' ? [] : [part.variable.split('.')[0] ?? ''],
      )
    }
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : []
}

function resourceCode(code: Code, resource: Made, known: ReadonlyMap<string, Known>): string {
  const { variable, construct, logicalId, type, properties, attributes, dependsOn } = resource
  const props = construct
    ? valueCode(code, properties, IN)
    : `{\n${IN}  type: ${quoted(type)},\n${IN}  properties: ${valueCode(code, properties, `${IN}  `, false)},\n${IN}}`
  const className = construct ? `${construct.alias}.${construct.className}` : 'cdk.CfnResource'
  const more = [
    ...Object.entries(attributes).map(
      ([name, value]) => `${variable}.addOverride(${quoted(name)}, ${rawCode(value, IN)});`,
    ),
    ...dependsOn.flatMap((name) => {
      const needed = known.get(name)?.variable
      return needed === undefined ? [] : [`${variable}.addDependency(${needed});`]
    }),
  ]
  const made = `const ${variable} = new ${className}(this, ${quoted(logicalId)}, ${props});`
  return [made, ...more.map((line) => IN + line)].join('\n')
}
