/** Roles, secrets, parameters, log groups, buckets and file systems: from the text that names one to the resource. */
import { escapeText } from '../../design/references'
import { isPlaceholder, masked } from '../../elements/parts/placeholders'
import type { Reader, Resource } from './resource'

interface Arn {
  readonly service: string
  readonly region: string
  readonly account: string
  /** Everything after the account. */
  readonly resource: string
  /** Offset of the resource in the text. */
  readonly start: number
}

/** `arn:partition:service:region:account:resource`; placeholders may stand for any part but the service. */
export function parseArn(text: string): Arn | undefined {
  const head = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(?=.)/s.exec(masked(text))
  if (!head) return undefined
  const [whole, partition = '', service = '', region = '', account = ''] = head
  const regionAt = `arn:${partition}:${service}:`.length
  const accountAt = regionAt + region.length + 1
  return {
    service: text.slice(regionAt - service.length - 1, regionAt - 1),
    region: text.slice(regionAt, regionAt + region.length),
    account: text.slice(accountAt, accountAt + account.length),
    resource: text.slice(whole.length),
    start: whole.length,
  }
}

/** A role by ARN, by its bare name, or by a placeholder for its ARN. */
export const role: Reader = (text) => {
  const arn = parseArn(text)
  if (arn) {
    const path = /^role(\/(?:.*\/)?)([^/]+)$/s.exec(arn.resource)
    if (arn.service !== 'iam' || !path?.[1] || !path[2]) return undefined
    const spec = { RoleName: escapeText(path[2]), ...(path[1] === '/' ? {} : { Path: escapeText(path[1]) }) }
    return { ...byArn('iam-role', text, path[2], spec), ...placeOf(arn) }
  }
  if (isPlaceholder(text)) return byArn('iam-role', text, text, {})
  if (!/^[\w+=,.@-]+$/.test(masked(text))) return undefined
  return {
    kind: 'iam-role',
    identity: text,
    called: text,
    element: byName('RoleName', 'name', text),
    attribute: 'name',
  }
}

/** A Secrets Manager secret by ARN, with `:json-key:version-stage:version-id` after it, or a Parameter Store parameter. */
export const secretOrParameter: Reader = (text) => {
  const arn = parseArn(text)
  if (arn?.service === 'secretsmanager') return secretByArn(text, arn)
  if (arn?.service === 'ssm') {
    const name = /^parameter\/?(.+)$/s.exec(arn.resource)?.[1]
    if (name === undefined) return undefined
    // A name with folders begins with a slash; ARNs leave it out.
    const spec = { Name: escapeText(name.includes('/') ? `/${name}` : name) }
    return { ...byArn('ssm-parameter', text, name, spec), attribute: 'arn', ...placeOf(arn) }
  }
  if (arn) return undefined
  const keyed = /^([^:]+)(:[^:]*:[^:]*:[^:]*)$/.exec(masked(text))
  if (keyed?.[1] && isPlaceholder(text.slice(0, keyed[1].length))) {
    const secret = text.slice(0, keyed[1].length)
    return { ...byArn('secret', secret, secret, {}), rest: text.slice(secret.length) }
  }
  // One placeholder can stand for a secret as well as for a parameter.
  if (isPlaceholder(text) || !/^[\w./-]+$/.test(masked(text))) return undefined
  return {
    kind: 'ssm-parameter',
    identity: text,
    called: text,
    element: byName('Name', 'name', text),
  }
}

/** A secret by ARN, by name, or by a placeholder, where only a secret can stand. */
export const secret: Reader = (text) => {
  const arn = parseArn(text)
  if (arn) return arn.service === 'secretsmanager' ? secretByArn(text, arn) : undefined
  if (isPlaceholder(text)) return byArn('secret', text, text, {})
  if (!/^[\w/+=.@-]+$/.test(masked(text))) return undefined
  return {
    kind: 'secret',
    identity: text,
    called: text,
    element: byName('Name', 'name', text),
    attribute: 'name',
  }
}

function secretByArn(text: string, arn: Arn): Resource | undefined {
  const length = /^secret:([^:]+)/s.exec(masked(arn.resource))?.[0].length
  if (length === undefined) return undefined
  const end = arn.start + length
  const name = arn.resource.slice('secret:'.length, length)
  // Secrets Manager adds a hyphen and six random characters to the name.
  const bare = /^(.+)-[A-Za-z0-9]{6}$/s.exec(masked(name))?.[1]
  const shown = bare === undefined ? name : name.slice(0, bare.length)
  const found = byArn('secret', text.slice(0, end), shown, { Name: escapeText(shown) })
  return { ...found, rest: text.slice(end), ...placeOf(arn) }
}

/** The same name in another Region is another log group. */
export const logGroup: Reader = (text, sibling) => {
  const region = sibling('awslogs-region')
  return {
    kind: 'log-group',
    identity: `${text} ${JSON.stringify(region)}`,
    called: text,
    element: byName('logGroupName', 'logGroupName', text),
    ...(typeof region === 'string' ? { region } : {}),
  }
}

/** The bucket of an object's ARN; the key stays text. */
export const bucket: Reader = (text) => {
  const arn = parseArn(text)
  const name = arn?.service === 's3' ? /^[^/]+/.exec(masked(arn.resource))?.[0] : undefined
  if (!arn || name === undefined) return undefined
  const end = arn.start + name.length
  const Bucket = text.slice(arn.start, end)
  const found = byArn('s3-bucket', text.slice(0, end), Bucket, { Bucket: escapeText(Bucket) })
  return { ...found, attribute: 'arn', rest: text.slice(end) }
}

/** A file system by its id; what the id stands for is said by where it stands. */
export function fileSystem(kind: string): Reader {
  return (text) => ({
    kind,
    identity: text,
    called: text,
    element: { spec: {}, existing: { fileSystemId: escapeText(text) } },
  })
}

/** A file system of S3 Files, which is named by its ARN. */
export const s3files: Reader = (text) => {
  const arn = parseArn(text)
  const id = /^file-system\/([^/]+)$/s.exec(arn?.resource ?? '')?.[1]
  if (arn?.service !== 's3files' || id === undefined) return undefined
  const existing = { arn: escapeText(text), fileSystemId: escapeText(id) }
  const element = { spec: {}, existing }
  return { kind: 's3files-file-system', identity: text, called: id, element, ...placeOf(arn) }
}

function byArn(kind: string, arn: string, called: string, spec: Record<string, unknown>): Resource {
  return { kind, identity: arn, called, element: { spec, existing: { arn: escapeText(arn) } } }
}

/** Only its name is known: the rest of it is outside the file, so nothing can be said about what it lacks. */
function byName(member: string, attribute: string, text: string): Resource['element'] {
  const name = escapeText(text)
  return { spec: { [member]: name }, existing: { [attribute]: name } }
}

function placeOf({ region, account }: Arn): Pick<Resource, 'region' | 'account'> {
  return { ...(region === '' ? {} : { region }), ...(account === '' ? {} : { account }) }
}
