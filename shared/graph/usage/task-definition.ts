/** What the tasks of a task definition do that needs a role. */
import type { z } from 'zod'
import type { RoleUse } from '../../aws/facts/role-uses'
import { own } from '../../basics/own'
import { refer, referencesIn } from '../../design/references'
import { secret } from '../../elements/secret'
import { ssmParameter } from '../../elements/ssm-parameter'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, incoming, outgoing } from '../graph'
import { runsOf } from '../runs'
import { specOf } from '../spec'
import { usesOfFireLens } from './firelens'
import { arnIn, drawnResource, objectInS3, type Resource, repositoryOf } from './resources'
import type { Use, User } from './use'

type Spec = z.output<typeof taskDefinition.spec>
type Container = NonNullable<Spec['containerDefinitions']>[number]
type LogConfiguration = NonNullable<Container['logConfiguration']>

/** What a task definition's containers, volumes and lines use. */
export function usesOfTaskDefinition(graph: Graph, id: string): readonly Use[] {
  const spec = specOf(graph, taskDefinition, id) ?? {}
  const user = { element: id }
  return [
    ...(spec.containerDefinitions ?? []).flatMap((container, index) =>
      usesOfContainer(graph, { ...user, container: index }, container),
    ),
    ...usesOfVolumes(graph, user, spec),
    ...usesOfLines(graph, id),
  ]
}

function usesOfContainer(graph: Graph, user: Required<User>, container: Container): Use[] {
  const at = `/containerDefinitions/${user.container}`
  const uses: Use[] = []
  const repository = privateRepository(graph, container.image)
  if (repository) uses.push({ ...user, use: 'pull-image', at: `${at}/image`, ...repository })
  const login = container.repositoryCredentials?.credentialsParameter
  if (login) {
    const place = `${at}/repositoryCredentials/credentialsParameter`
    uses.push({ ...user, use: 'registry-credentials', at: place, ...storedAt(graph, login) })
  }
  for (const [i, { valueFrom }] of (container.secrets ?? []).entries()) {
    uses.push(...readingOf(graph, user, valueFrom, `${at}/secrets/${i}/valueFrom`))
  }
  if (container.environmentFiles) uses.push(...usesOfFiles(user, container.environmentFiles, at))
  if (container.logConfiguration) {
    uses.push(...usesOfLogging(graph, user, container.logConfiguration, `${at}/logConfiguration`))
  }
  uses.push(...usesOfFireLens(user, container, at))
  return uses
}

function privateRepository(graph: Graph, image: string | undefined): Resource | undefined {
  if (!image) return undefined
  const target = referencesIn(image)[0]?.id
  if (target === undefined) return repositoryOf(image)
  return graph.element(target)?.kind === 'ecr-repository' ? drawnResource(image) : undefined
}

/** Environment files of a container, or of what overrides it at that place. */
export function usesOfFiles(user: User, files: Container['environmentFiles'], at: string): Use[] {
  return (files ?? []).flatMap(({ value }, index): Use[] =>
    value
      ? [
          {
            ...user,
            use: 'environment-files',
            at: `${at}/environmentFiles/${index}/value`,
            ...objectInS3(value),
          },
        ]
      : [],
  )
}

/** Logs go by the driver, its secret options are read before; so too for the proxy of Service Connect. */
export function usesOfLogging(
  graph: Graph,
  user: User,
  logging: LogConfiguration | undefined,
  at: string,
): Use[] {
  const uses: Use[] = []
  const group = logging?.options?.['awslogs-group']
  if (logging?.logDriver === 'awslogs') {
    const resource = drawnResource(group, ':*') ?? literalGroup(graph, group)
    uses.push({ ...user, use: 'write-logs', at: `${at}/logDriver`, ...resource })
    if (logging.options?.['awslogs-create-group']?.toLowerCase() === 'true') {
      uses.push({ ...user, use: 'create-log-group', at: `${at}/options/awslogs-create-group`, ...resource })
    }
  }
  for (const [i, { valueFrom }] of (logging?.secretOptions ?? []).entries()) {
    uses.push(...readingOf(graph, user, valueFrom, `${at}/secretOptions/${i}/valueFrom`))
  }
  return uses
}

function literalGroup(graph: Graph, name: string | undefined): Resource {
  const resource = name === undefined ? undefined : arnIn(graph, 'logs', `log-group:${name}:*`)
  return resource === undefined ? {} : { resource }
}

/** Reading a secret or a parameter, and decrypting it when it has a key of its own. */
function readingOf(graph: Graph, user: User, valueFrom: string | undefined, at: string): Use[] {
  if (!valueFrom) return []
  const stored = storedAt(graph, valueFrom)
  const use: RoleUse = isSecret(graph, valueFrom) ? 'read-secret' : 'read-parameter'
  const key = ownKey(graph, stored.target)
  const reading: Use = { ...user, use, at, ...stored }
  return key === undefined ? [reading] : [reading, { ...user, use: 'decrypt-secret', at, ...key }]
}

function isSecret(graph: Graph, valueFrom: string): boolean {
  const target = referencesIn(valueFrom)[0]?.id
  if (target !== undefined) return graph.element(target)?.kind === secret.kind
  return /^arn:[^:]*:secretsmanager:/.test(valueFrom)
}

/** A secret's ARN may have key and version behind it; a parameter may be known by its name alone. */
function storedAt(graph: Graph, valueFrom: string): Resource {
  const stored = drawnResource(valueFrom)
  if (stored) return stored
  if (valueFrom.startsWith('arn:')) return { resource: valueFrom.split(':').slice(0, 7).join(':') }
  const resource = arnIn(graph, 'ssm', `parameter/${valueFrom.replace(/^\//, '')}`)
  return resource === undefined ? {} : { resource }
}

/** AWS's own keys decrypt for whoever may read; a key of the account must be allowed. */
function ownKey(graph: Graph, target: string | undefined): Resource | undefined {
  const key =
    specOf(graph, secret, target)?.KmsKeyId || specOf(graph, ssmParameter, target)?.KeyId || undefined
  if (key === undefined || /(^|\/)alias\/aws\//.test(key) || key.startsWith('aws/')) return undefined
  return key.startsWith('arn:') && !key.includes(':alias/') ? { resource: key } : {}
}

function usesOfVolumes(graph: Graph, user: User, spec: Spec): Use[] {
  return (spec.volumes ?? []).flatMap((volume, index): Use[] => {
    const at = `/volumes/${index}`
    const { efsVolumeConfiguration: efs, s3filesVolumeConfiguration: s3files } = volume
    const share = volume.fsxWindowsFileServerVolumeConfiguration?.authorizationConfig?.credentialsParameter
    if (efs?.authorizationConfig?.iam === 'ENABLED') {
      const place = `${at}/efsVolumeConfiguration/authorizationConfig/iam`
      const file = drawnResource(efs.fileSystemId) ?? literalFileSystem(graph, efs.fileSystemId)
      const use = isReadOnly(spec, volume.name) ? 'mount-efs-read-only' : 'mount-efs'
      return [{ ...user, use, at: place, ...file }]
    }
    if (s3files) {
      const arn = s3files.fileSystemArn
      const file = drawnResource(arn) ?? (arn ? { resource: arn } : {})
      const use = isReadOnly(spec, volume.name) ? 'mount-s3files-read-only' : 'mount-s3files'
      return [{ ...user, use, at: `${at}/s3filesVolumeConfiguration`, ...file }]
    }
    if (!share) return []
    const place = `${at}/fsxWindowsFileServerVolumeConfiguration/authorizationConfig/credentialsParameter`
    return [{ ...user, use: 'share-credentials', at: place, ...storedAt(graph, share) }]
  })
}

function literalFileSystem(graph: Graph, id: string | undefined): Resource {
  const resource = id ? arnIn(graph, 'elasticfilesystem', `file-system/${id}`) : undefined
  return resource === undefined ? {} : { resource }
}

/** Is a volume mounted, and nowhere to be written to? */
function isReadOnly(spec: Spec, volume: string | undefined): boolean {
  const points = (spec.containerDefinitions ?? [])
    .flatMap((container) => container.mountPoints ?? [])
    .filter((point) => point.sourceVolume === volume)
  return points.length > 0 && points.every((point) => point.readOnly === true)
}

type ByKind = Readonly<Record<string, readonly [use: RoleUse, suffix: string]>>

/** What the application calls, by the kind of what a line leads to. A database is called without IAM. */
const called: ByKind = {
  's3-bucket': ['s3-objects', '/*'],
  'dynamodb-table': ['dynamodb-items', ''],
  'sqs-queue': ['sqs-send', ''],
  'sns-topic': ['sns-publish', ''],
  'kinesis-stream': ['kinesis-put', ''],
}

/** What it fetches its work from. */
const feeding: ByKind = {
  'sqs-queue': ['sqs-receive', ''],
  'kinesis-stream': ['kinesis-get', ''],
}

/** Calls of the task definition, and what feeds it or a service that runs it. */
function usesOfLines(graph: Graph, id: string): Use[] {
  const fed = [id, ...runsOf(graph, id).map((run) => run.runner)]
  const feeders = new Set(fed.flatMap((one) => incoming(graph, one, 'feeds').map(({ from }) => from)))
  return [
    ...outgoing(graph, id, 'calls').flatMap(({ to }) => usesOfLine(graph, id, called, to)),
    ...[...feeders].flatMap((from) => usesOfLine(graph, id, feeding, from)),
  ]
}

function usesOfLine(graph: Graph, element: string, byKind: ByKind, other: string): Use[] {
  const kind = graph.element(other)?.kind ?? ''
  // A design may name a kind that every object already knows, such as `constructor`.
  const [use, suffix] = own(byKind, kind) ?? []
  return use === undefined ? [] : [{ use, element, at: '', ...drawnResource(refer(other), suffix) }]
}
