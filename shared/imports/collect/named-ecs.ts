/** What services, clusters and load balancers name: from the text to the resource. */
import { FARGATE, FARGATE_SPOT } from '../../aws/facts/capacity-providers'
import { escapeText } from '../../design/references'
import { isPlaceholder, masked } from '../../elements/parts/placeholders'
import { parseArn } from './named'
import type { Reader, Resource } from './resource'

type Where = Pick<Resource, 'region' | 'account'>

/** A task definition by family, family and revision, or ARN. */
export const taskDefinition: Reader = (text) => {
  const arn = parseArn(text)
  const path = arn ? /^task-definition\/(.+)$/s.exec(arn.resource)?.[1] : text
  if (path === undefined || isPlaceholder(path)) return undefined
  const revision = /:(\d+|[^:/]*)$/s.exec(masked(path))?.[0] ?? ''
  const family = path.slice(0, path.length - revision.length)
  if (!isName(family)) return undefined
  return {
    ...byName('task-definition', 'family', 'family', family, 'task'),
    rest: path.slice(family.length),
    ...whereOf(arn),
  }
}

/** A cluster by name or ARN. */
export const cluster: Reader = (text) => {
  const arn = parseArn(text)
  const name = arn ? /^cluster\/(.+)$/s.exec(arn.resource)?.[1] : text
  if (name === undefined || !isName(name)) return undefined
  return { ...byName('cluster', 'clusterName', 'name', name, 'cluster'), ...whereOf(arn) }
}

/** AWS's own capacity providers are no resources of anybody's. */
export function isFargateProvider(text: string): boolean {
  return text === FARGATE || text === FARGATE_SPOT
}

/** A capacity provider by name or ARN; those of Fargate are AWS's own. */
export const capacityProvider: Reader = (text) => {
  if (isFargateProvider(text)) return undefined
  const arn = parseArn(text)
  const name = arn ? /^capacity-provider\/(.+)$/s.exec(arn.resource)?.[1] : text
  if (name === undefined || !isName(name)) return undefined
  return { ...byName('capacity-provider', 'name', 'name', name, 'capacity'), ...whereOf(arn) }
}

/** An Auto Scaling group by name or ARN. */
export const autoScalingGroup: Reader = (text) => {
  const arn = parseArn(text)
  const name = arn ? /:autoScalingGroupName\/(.+)$/s.exec(arn.resource)?.[1] : text
  if (name === undefined || !isName(name)) return undefined
  if (!arn) return byName('auto-scaling-group', 'AutoScalingGroupName', 'name', name, 'instances')
  return byArn('auto-scaling-group', text, name, { AutoScalingGroupName: escapeText(name) }, 'instances')
}

/** A target group by ARN. */
export const targetGroup: Reader = (text) => {
  const arn = parseArn(text)
  const name = /^targetgroup\/([^/]+)\//s.exec(masked(arn?.resource ?? ''))?.[1]
  if (arn?.service !== 'elasticloadbalancing' || name === undefined) return undefined
  const shown = arn.resource.slice('targetgroup/'.length, 'targetgroup/'.length + name.length)
  return { ...byArn('target-group', text, shown, { Name: escapeText(shown) }, 'targets'), ...whereOf(arn) }
}

/** A Classic Load Balancer by name. */
export const classicLoadBalancer: Reader = (text) =>
  isName(text) ? byName('classic-load-balancer', 'LoadBalancerName', 'name', text, 'elb') : undefined

/** An instance profile by ARN. */
export const instanceProfile: Reader = (text) => {
  const arn = parseArn(text)
  const name = /^instance-profile\/(?:.*\/)?([^/]+)$/s.exec(arn?.resource ?? '')?.[1]
  if (!arn || name === undefined) return undefined
  const spec = { InstanceProfileName: escapeText(name) }
  return { ...byArn('instance-profile', text, name, spec, 'profile'), ...whereOf(arn) }
}

/** What AWS calls by an id with a beginning of its own: `subnet-…`, `sg-…`, `vpc-…`. */
function byId(kind: string, attribute: string, beginning: string): Reader {
  const pattern = new RegExp(`^${beginning}-[\\w-]+$`)
  return (text) =>
    pattern.test(text)
      ? {
          kind,
          identity: text,
          called: text,
          element: { spec: {}, existing: { [attribute]: text } },
          attribute,
        }
      : undefined
}

export const subnet = byId('subnet', 'subnetId', 'subnet')
export const securityGroup = byId('security-group', 'groupId', 'sg')
export const vpc = byId('vpc', 'vpcId', 'vpc')

/** A bucket by its bare name. */
export const bucketName: Reader = (text) =>
  /^[a-z0-9.-]+$/.test(masked(text)) ? byName('s3-bucket', 'Bucket', 'name', text) : undefined

/** Names may hold template marks; a text that is nothing else tells no name. */
function isName(text: string): boolean {
  return !isPlaceholder(text) && /^[\w./ +=,@-]+$/.test(masked(text)) && !text.startsWith('@@')
}

function byName(kind: string, member: string, attribute: string, name: string, suffix?: string): Resource {
  const written = escapeText(name)
  return {
    ...{ kind, identity: name, called: name, attribute },
    element: { spec: { [member]: written }, existing: { [attribute]: written } },
    ...(suffix === undefined ? {} : { idFrom: suffixed(name, suffix) }),
  }
}

function byArn(
  kind: string,
  arn: string,
  called: string,
  spec: Record<string, unknown>,
  suffix: string,
): Resource {
  const element = { spec, existing: { arn: escapeText(arn) } }
  return { kind, identity: arn, called, element, attribute: 'arn', idFrom: suffixed(called, suffix) }
}

/** A cluster and its service are often called alike, so an id says what it is, once. */
export function suffixed(name: string, suffix: string): string {
  return name.toLowerCase().endsWith(suffix) ? name : `${name} ${suffix}`
}

function whereOf(arn: ReturnType<typeof parseArn>): Where {
  if (!arn) return {}
  const { region, account } = arn
  return { ...(region === '' ? {} : { region }), ...(account === '' ? {} : { account }) }
}
