/** Says what a file that nothing can be made of seems to be, so that the message can name the way on. */
import { isObject } from '../basics/json'
import { quote } from '../basics/quote'
import { looksLikeDesign } from '../design/serialize'
import { say, type Text, term } from '../texts/text'

interface Known {
  readonly is: (value: Record<string, unknown>) => boolean
  readonly name: string
  readonly mend: Text
}

const EXPECTED =
  'Choose the input of “aws ecs register-task-definition”, the output of “aws ecs describe-task-definition”, or a list of container definitions.'

const known: readonly Known[] = [
  { is: looksLikeDesign, name: 'a Fairlead design', mend: 'It needs no import: open it.' },
  {
    is: (v) =>
      has(v, 'AWSTemplateFormatVersion') ||
      isObject(v.Resources) ||
      isAwsType(v.Type) ||
      has(v, 'ContainerDefinitions'),
    name: 'CloudFormation',
    mend: say`Copy the task definition out of it, with member names that begin with a small letter. ${EXPECTED}`,
  },
  {
    is: (v) =>
      has(v, 'serviceName') ||
      has(v, 'services', Array.isArray) ||
      has(v, 'desiredCount') ||
      has(v, 'forceNewDeployment') ||
      has(v, 'deploymentConfiguration') ||
      has(v, 'service', isObject),
    name: 'an ECS service definition',
    mend: say`The task definition is what its “taskDefinition” names. ${EXPECTED}`,
  },
  {
    is: (v) =>
      typeof v.taskDefinition === 'string' || has(v, 'tasks', Array.isArray) || has(v, 'taskDefinitionArns'),
    name: 'a request or answer about tasks, which names a task definition but does not hold one',
    mend: say`Fetch it with “aws ecs describe-task-definition --task-definition NAME”. ${EXPECTED}`,
  },
  { is: (v) => has(v, 'services', isObject), name: 'a Compose file', mend: EXPECTED },
  { is: (v) => has(v, 'apiVersion') && has(v, 'kind'), name: 'a Kubernetes manifest', mend: EXPECTED },
  {
    is: (v) =>
      has(v, 'terraform_version') ||
      has(v, 'planned_values') ||
      has(v, 'resource', isObject) ||
      has(v, 'container_definitions'),
    name: 'Terraform’s JSON',
    mend: say`Copy the container definitions out of it. ${EXPECTED}`,
  },
  {
    is: (v) => has(v, 'ecsParameters') || has(v, 'a2CTemplateVersion'),
    name: 'App2Container’s deployment.json',
    mend: EXPECTED,
  },
  { is: (v) => has(v, 'imageUri'), name: 'image definitions for CodePipeline', mend: EXPECTED },
  { is: (v) => has(v, 'Statement'), name: 'an IAM policy', mend: EXPECTED },
  {
    is: (v) => ['dependencies', 'devDependencies', 'scripts'].some((key) => has(v, key, isObject)),
    name: 'a package.json',
    mend: EXPECTED,
  },
]

/** What a value seems to be, in the form of which format it is; undefined where that can’t be told. */
export function looksLike(value: unknown): Known | undefined {
  const object = Array.isArray(value) ? value.find((item) => isObject(item)) : value
  return isObject(object) ? known.find(({ is }) => is(object)) : undefined
}

/** What to say about JSON that no task definition can be made of. */
export function noTaskDefinition(value: unknown): { readonly what: Text; readonly mend: Text } {
  const found = looksLike(value)
  if (found) {
    const what = say`This looks like ${term(found.name)}, not like a task definition.`
    return { what, mend: found.mend }
  }
  const list = membersOf(value)
  if (list === undefined) {
    return { what: say`The file holds ${typeName(value ?? null)}, not a task definition.`, mend: EXPECTED }
  }
  const what = say`This is not a task definition: it has ${list}, and none that AWS knows there.`
  return { what, mend: EXPECTED }
}

const IMPORTABLE =
  'Choose a task definition, a service or cluster, a template of CloudFormation, Terraform, a Compose file, a Copilot or Kubernetes manifest, or App2Container’s deployment.json.'

/** What to say about a value that no format recognises. */
export function noFormat(value: unknown): { readonly what: Text; readonly mend: Text } {
  if (value === undefined) return { what: 'The file is empty.', mend: IMPORTABLE }
  const found = looksLike(value)
  if (found) {
    const { name } = found
    const mend = looksLikeDesign(value) ? found.mend : IMPORTABLE
    return { what: say`This looks like ${term(name)}, which can’t be imported.`, mend }
  }
  const list = membersOf(value)
  if (list === undefined) {
    return { what: say`The file holds ${typeName(value)}; nothing can be made of it.`, mend: IMPORTABLE }
  }
  return { what: say`This is no format that can be imported: it has ${list}.`, mend: IMPORTABLE }
}

/** The first members of an object, or of the first object of a list. */
function membersOf(value: unknown): Text | undefined {
  const object = Array.isArray(value) ? value.find((item) => isObject(item)) : value
  if (!isObject(object)) return undefined
  const names = Object.keys(object).slice(0, 5)
  if (names.length === 0) return term('no members')
  return say`the members ${names.map((name) => quote(name, 40)).join(', ')}`
}

function has(value: object, key: string, is: (member: unknown) => boolean = () => true): boolean {
  return Object.hasOwn(value, key) && is((value as Record<string, unknown>)[key])
}

function isAwsType(type: unknown): boolean {
  return typeof type === 'string' && type.startsWith('AWS::')
}

function typeName(value: unknown): Text {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list of plain values'
  return typeof value === 'string' ? 'a text' : say`a ${typeof value}`
}
