/** Names in code that the CDK is used by: modules, classes, properties and attributes follow from CloudFormation's. */

import { own } from '../../basics/own'

/** `AWS::ECS::Service` is `CfnService` of `aws-cdk-lib/aws-ecs`. */
export interface ConstructName {
  readonly module: string
  /** What the module is called in the file. */
  readonly alias: string
  readonly className: string
}

const ALIASES: Readonly<Record<string, string>> = {
  applicationautoscaling: 'appscaling',
  elasticloadbalancing: 'elb',
  elasticloadbalancingv2: 'elbv2',
}

/** The construct of a type; undefined for what the CDK has none of. */
export function constructOf(type: string): ConstructName | undefined {
  const [, service, resource] = /^AWS::(\w+)::(\w+)$/.exec(type) ?? []
  if (service === undefined || resource === undefined) return undefined
  const name = service.toLowerCase()
  return { module: `aws-cdk-lib/aws-${name}`, alias: own(ALIASES, name) ?? name, className: `Cfn${resource}` }
}

/** `EnableECSManagedTags` is `enableEcsManagedTags`: the CDK’s own way of small letters. */
export function propertyName(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z])(?=[a-z])/g, '$1-$2')
    .toLowerCase()
  return words
    .replace(/(?<!-)-+(\w|$)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/(?<=\d)[a-z]/g, (letter) => letter.toUpperCase())
}

/** `Endpoint.Address` is `attrEndpointAddress`. */
export function attributeName(name: string): string {
  const spelled = name.split('.').map((part) => {
    const property = propertyName(part)
    return property.charAt(0).toUpperCase() + property.slice(1)
  })
  return `attr${spelled.join('')}`
}

const RESERVED = new Set(
  'app arguments await break case catch cdk class const construct continue debugger default delete do else enum eval export extends false finally for function id if implements import in instanceof interface let new null package private props protected public raw return scope static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  ),
)

/** Hands out names of variables, unlike each other and those of modules. */
export function variableNames(aliases: Iterable<string>): (logicalId: string) => string {
  const taken = new Set([...RESERVED, ...aliases])
  return (logicalId) => {
    const plain = logicalId.replace(/[^A-Za-z0-9]/g, '')
    const wanted = propertyName(/^\d/.test(plain) || plain === '' ? `R${plain}` : plain)
    let name = taken.has(wanted) ? `${wanted}Resource` : wanted
    for (let n = 2; taken.has(name); n++) name = `${wanted}${n}`
    taken.add(name)
    return name
  }
}
