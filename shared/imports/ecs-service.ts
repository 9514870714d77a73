/** Imports services, and single runs of tasks, as the ECS API takes and tells them. */
import { toText } from '../basics/convert'
import { isObject } from '../basics/json'
import { quote } from '../basics/quote'
import type { Spec } from '../design/design'
import { referencesIn } from '../design/references'
import { isPlaceholder } from '../elements/parts/placeholders'
import { say } from '../texts/text'
import { asInput, leaveOut } from './aws/described'
import { type ServiceDocument, servicesIn } from './aws/service-documents'
import { baseName } from './base-name'
import { type Collector, note } from './collect/collector'
import { parseArn } from './collect/named'
import { addConfigured } from './collect/resources'
import { defineImport } from './format'
import { eachDocument, holdsOnly } from './reading/documents'

export const ecsServiceImport = defineImport({
  id: 'ecs-service',
  title: 'ECS service',
  recognises: (file) => holdsOnly(file, (document) => servicesIn(document) !== undefined),
  read: (collector, files) =>
    eachDocument(collector, files, (one) => {
      for (const document of servicesIn(one) ?? []) {
        if (document.shape === 'run') addTask(collector, document)
        else addService(collector, document)
      }
    }),
})

function addService(collector: Collector, document: ServiceDocument): void {
  const { file, pointer, beside } = document
  if (beside) leaveOut(collector, beside.members, { file, pointer: beside.pointer })
  const body = bodyOf(collector, document)
  const name = nameIn(body.serviceName)
  if (name !== undefined) collector.names.push(name)
  const arn = typeof document.body.serviceArn === 'string' ? document.body.serviceArn : undefined
  const where = arn === undefined ? undefined : parseArn(arn)
  if (where) collector.hints.push({ region: where.region, account: where.account, rank: 0 })
  const called = name ?? baseName(file)
  const id = addConfigured(collector, {
    ...{ kind: 'service', called, body },
    ...(arn === undefined ? {} : { identities: [arn] }),
    origin: { file, pointer, within: '' },
    ...(name === undefined ? { rest: { label: called } } : {}),
  })
  noteNames(collector, id, document)
}

function addTask(collector: Collector, document: ServiceDocument): void {
  const { file, pointer, body } = document
  const label = nameIn(body.startedBy) ?? nameIn(body.group) ?? baseName(file)
  const id = addConfigured(collector, {
    ...{ kind: 'task', called: label, body },
    origin: { file, pointer, within: '' },
    rest: { label },
  })
  noteNames(collector, id, document)
}

/** CreateService input, made of whichever shape the file has. */
function bodyOf(collector: Collector, document: ServiceDocument): Spec {
  const { shape, body, file, pointer } = document
  if (shape === 'answer') return fromAnswer(collector, document)
  if (shape !== 'update') return body
  const { service, forceNewDeployment, ...rest } = body
  if (forceNewDeployment !== undefined) {
    const text = '“forceNewDeployment” is an order to ECS and configures nothing, so it is left out.'
    note(collector, 'dropped', 'order', { file, pointer: `${pointer}/forceNewDeployment` }, text)
  }
  if (typeof service !== 'string') return service === undefined ? rest : { service, ...rest }
  const name = parseArn(service)?.resource.split('/').at(-1) ?? service
  const text = say`“service” became the name of the service, ${quote(name)}.`
  note(collector, 'mapped', 'service-name', { file, pointer: `${pointer}/service` }, text)
  return { serviceName: name, ...rest }
}

/** Members that AWS tells of the deployment in progress, although they are the service's. */
const OF_DEPLOYMENT = [
  'serviceConnectConfiguration',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const

function fromAnswer(collector: Collector, { body, file, pointer }: ServiceDocument): Spec {
  const { clusterArn, roleArn } = body
  const at = (member: string) => ({ file, pointer: `${pointer}/${member}` })
  const lifted: Record<string, unknown> = {}
  if (typeof clusterArn === 'string') {
    lifted.cluster = clusterArn
    note(
      collector,
      'mapped',
      'cluster',
      at('clusterArn'),
      'The cluster’s ARN became the cluster that the service is in.',
    )
  }
  const ownRole = typeof roleArn === 'string' && !roleArn.includes('/aws-service-role/')
  if (ownRole) {
    lifted.role = roleArn
    note(collector, 'mapped', 'role', at('roleArn'), 'The role’s ARN became the service’s role.')
  }
  const deployments = Array.isArray(body.deployments) ? body.deployments : []
  const index = Math.max(
    0,
    deployments.findIndex((one) => isObject(one) && one.status === 'PRIMARY'),
  )
  const primary: unknown = deployments[index]
  for (const member of OF_DEPLOYMENT) {
    const value = isObject(primary) ? primary[member] : undefined
    if (value === undefined || body[member] !== undefined) continue
    lifted[member] = value
    const text = say`${quote(member)} of the primary deployment is the service’s own.`
    note(collector, 'mapped', member, at(`deployments/${index}/${member}`), text)
  }
  const used = [...(typeof clusterArn === 'string' ? ['clusterArn'] : []), ...(ownRole ? ['roleArn'] : [])]
  return { ...asInput(collector, 'service', body, { file, pointer }, used), ...lifted }
}

const BY_NAME = ['cluster', 'taskDefinition'] as const

/** An ARN became the name that it ends with: Region and account are the design's. */
function noteNames(collector: Collector, id: string, { body, file, pointer }: ServiceDocument): void {
  const spec = collector.elements[id]?.spec
  for (const member of BY_NAME) {
    const written = body[member]
    const [reference] = referencesIn(toText(spec?.[member] ?? ''))
    if (typeof written !== 'string' || !reference || parseArn(written) === undefined) continue
    const text = say`The ARN ${quote(written)} became a reference; Region and account are those of the design.`
    note(collector, 'mapped', 'arn', { file, pointer: `${pointer}/${member}` }, text, reference.id)
  }
}

/** A name that is still a placeholder names nothing. */
function nameIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && !isPlaceholder(value) ? value : undefined
}
