/**
 * What only other tools work out: functions of CloudFormation that an import has kept, and placeholders where a number
 * belongs. A call of AWS takes neither, so they are asked for.
 */
import { toText } from '../../basics/convert'
import { isObject, type Segment } from '../../basics/json'
import { cut } from '../../basics/quote'
import { slug } from '../../basics/slug'
import type { Deployment, DeploymentNote } from '../../deployment/deployment'
import { newInputs } from '../../deployment/inputs'
import type { Spec } from '../../design/design'
import { isPlaceholder } from '../../elements/parts/placeholders'
import { say } from '../../texts/text'

export interface Asked {
  readonly deployment: Deployment
  /** Names of inputs that stand for numbers. */
  readonly numbers: ReadonlySet<string>
}

/** Members of calls that hold lists of texts. */
const LISTS =
  /^(?:subnets|securityGroups|Subnets|SecurityGroups|SubnetIds|SecurityGroupIds|VpcSecurityGroupIds|RouteTableIds|capacityProviders|command|entryPoint)$/

/** Members that hold numbers. */
const NUMBERS =
  /(?:[pP]ort|[cC]ount|Size|Capacity|Seconds|Minutes|InDays|Percent|[wW]eight|^base|Priority|Iops|sizeInGiB|sharedMemorySize|interval|timeout|retries|startPeriod|stopTimeout|startTimeout|memoryReservation)$/

/** The deployment with an input in the place of each of them. */
export function withoutFunctions(deployment: Deployment): Asked {
  const inputs = newInputs()
  const numbers = new Set<string>()
  const notes: DeploymentNote[] = []
  const ask = (value: unknown, member: string, number: boolean, list: boolean): unknown => {
    const written = typeof value === 'string' ? value : JSON.stringify(value)
    const name = nameFor(value, member)
    const text = say`What stands in the design as ${cut(written, 120)}.`
    const reference = inputs.ask({ name, type: list ? 'subnet-ids' : 'text', text, placeholder: written })
    if (number) numbers.add(reference.slice('@{input:'.length, -1))
    return list ? [reference] : reference
  }
  const walk = (value: unknown, path: readonly Segment[], element: string): unknown => {
    const member = toText(path.findLast((segment) => typeof segment === 'string') ?? '')
    const number = isNumber(path, member)
    if (typeof value === 'string') {
      return number && isPlaceholder(value) ? ask(value, member, true, false) : value
    }
    if (Array.isArray(value)) {
      return value
        .map((item, index) => walk(item, [...path, index], element))
        .filter((item) => item !== undefined)
    }
    if (!isObject(value)) return value
    if (!isFunction(value)) {
      const members = Object.entries(value).map(
        ([key, item]) => [key, walk(item, [...path, key], element)] as const,
      )
      return Object.fromEntries(members.filter(([, item]) => item !== undefined))
    }
    if (!givesText(value)) {
      const text = say`“${member}” is worked out by CloudFormation (${cut(JSON.stringify(value), 60)}), so it is left out. Write what it should be.`
      notes.push({ code: 'left-out', element, text })
      return undefined
    }
    return ask(value, member, number, LISTS.test(member) && typeof path.at(-1) === 'string')
  }
  const resources = deployment.resources.map((resource) => ({
    ...resource,
    input: walk(resource.input, [], resource.element) as Spec,
  }))
  const own = inputs.usedBy(resources)
  const known = new Set(deployment.inputs.map(({ name }) => name))
  return {
    deployment: {
      ...deployment,
      resources,
      inputs: [...deployment.inputs, ...own.filter(({ name }) => !known.has(name))],
      notes: [...deployment.notes, ...notes],
    },
    numbers,
  }
}

/** Of a task, size is a text; of a container, a number. */
function isNumber(path: readonly Segment[], member: string): boolean {
  const inContainer = path[0] === 'containerDefinitions' && (member === 'cpu' || member === 'memory')
  return (inContainer || NUMBERS.test(member)) && typeof path.at(-1) === 'string'
}

function isFunction(value: Record<string, unknown>): boolean {
  const [key, ...others] = Object.keys(value)
  return others.length === 0 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'))
}

/** A condition may choose between whole objects or lists. */
function givesText(value: Record<string, unknown>): boolean {
  const branches = value['Fn::If']
  if (!Array.isArray(branches)) return true
  return branches
    .slice(1)
    .every(
      (branch) => typeof branch !== 'object' || (isObject(branch) && isFunction(branch) && givesText(branch)),
    )
}

/** By the words in it: `{ "Ref": "VpcId" }` is `vpc-id`. */
function nameFor(value: unknown, member: string): string {
  const inner =
    typeof value === 'string' ? value : Object.values(value as object).map((one) => JSON.stringify(one))
  const words = toText(inner)
    .replace(/Fn::\w+|Ref\b|AWS::\w+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
  return slug(words, slug(member, 'value')).slice(0, 40).replace(/-$/, '')
}
