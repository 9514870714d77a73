/** The main container of a manifest and its sidecars as container definitions. */
import { toNumber } from '../../basics/convert'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { say } from '../../texts/text'
import { reference } from '../collect/collector'
import { image as imageReader } from '../collect/images'
import { secret as secretReader } from '../collect/named'
import { itemsOf, member, type Node, takeFlag, takeText, textOf } from '../containers/node'
import { readSecretNamed } from '../containers/stack'
import { kept, mapped } from '../containers/telling'
import { ecsName, seconds, shellWords } from '../containers/values'
import type { Reading } from './reading'

/** `image`, from a registry or from a build that is pushed to ECR. */
export function imageOf(reading: Reading, image: Node | undefined, called: string): Spec {
  const { stack, definition } = reading
  const location = textOf(member(image, 'location')) ?? textOf(image)
  const build = member(image, 'build')
  const credentials = credentialsOf(reading, member(image, 'credentials'))
  if (location !== undefined) {
    const node = member(image, 'location') ?? image
    if (node) takeText(node)
    const resource = imageReader(location)
    const text = resource && node ? reference(stack.collector, resource, node.at) : escapeText(location)
    return { image: text, ...credentials }
  }
  if (!build) return {}
  const repositoryName = `${stack.name}/${called.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
  const repository = stack.make(`repo ${called}`, called, {
    kind: 'ecr-repository',
    spec: { repositoryName, imageScanningConfiguration: { scanOnPush: true } },
  })
  const said = say`Copilot built this image: build it in your pipeline and push it to ECR repository ${quote(repositoryName)}.`
  mapped(reading, 'build', build, said, definition)
  return { image: `${refer(repository, 'uri')}:latest` }
}

/** The login of a private registry, by the ARN or name of its secret. */
export function credentialsOf(reading: Reading, node: Node | undefined): Spec {
  const written = textOf(node)
  if (!node || written === undefined) return {}
  const resource = secretReader(written, () => undefined)
  takeText(node)
  if (!resource) return { repositoryCredentials: { credentialsParameter: escapeText(written) } }
  const credentialsParameter = reference(reading.stack.collector, resource, node.at)
  readSecretNamed(reading.stack, `${resource.kind} ${resource.identity}`)
  return { repositoryCredentials: { credentialsParameter } }
}

/** What any container may have: command, health check, dependencies and labels. */
export function commonOf(reading: Reading, node: Node, image: Node | undefined): Spec {
  const labels = [...((member(image, 'labels') ?? member(node, 'labels'))?.members ?? [])]
  return {
    ...words(reading, 'entryPoint', member(node, 'entrypoint')),
    ...words(reading, 'command', member(node, 'command')),
    ...healthCheckOf(reading, member(image, 'healthcheck') ?? member(node, 'healthcheck')),
    ...dependsOn(reading, member(image, 'depends_on') ?? member(node, 'depends_on')),
    ...(labels.length > 0
      ? {
          dockerLabels: Object.fromEntries(
            labels.map(([key, value]) => [key, escapeText(takeText(value) ?? '')]),
          ),
        }
      : {}),
  }
}

function words(reading: Reading, key: string, node: Node | undefined): Spec {
  if (node?.items) {
    const list = node.items.map((item) => escapeText(takeText(item) ?? ''))
    return list.length > 0 ? { [key]: list } : {}
  }
  const line = textOf(node)
  if (!node || line === undefined) return {}
  const taken = shellWords(line)
  const text = 'The command became words, as a shell takes it apart.'
  if (taken) mapped(reading, 'command', node, text, reading.definition)
  else
    kept(
      reading,
      'command',
      node,
      'The command has a quote that is not closed; it is kept as one word.',
      reading.definition,
    )
  return { [key]: (taken ?? [line]).map(escapeText) }
}

const TIMES = { interval: 'interval', timeout: 'timeout', start_period: 'startPeriod' } as const

/** Of a container; that of a load balancer has a path. */
function healthCheckOf(reading: Reading, check: Node | undefined): Spec {
  const command = itemsOf(member(check, 'command')).flatMap((item) => takeText(item) ?? [])
  const healthCheck: Record<string, unknown> = {}
  if (command.length > 0) {
    const [first = ''] = command
    const known = first === 'CMD' || first === 'CMD-SHELL'
    healthCheck.command = (known ? command : ['CMD-SHELL', command.join(' ')]).map(escapeText)
  } else if (check) {
    // Copilot's own: https://aws.github.io/copilot-cli/docs/manifest/backend-service/#image-healthcheck
    healthCheck.command = ['CMD-SHELL', 'curl -f http://localhost/ || exit 1']
  }
  for (const [key, name] of Object.entries(TIMES)) {
    const node = member(check, key)
    const time = seconds(textOf(node) ?? '')
    if (!node || time === undefined) continue
    healthCheck[name] = time
    mapped(reading, 'health-check', node, say`${quote(key)} is ${time} seconds.`, reading.definition)
  }
  const retries = toNumber(textOf(member(check, 'retries')))
  if (Number.isInteger(retries)) {
    healthCheck.retries = retries
    takeText(member(check, 'retries'))
  }
  return check ? { healthCheck } : {}
}

function dependsOn(reading: Reading, node: Node | undefined): Spec {
  const found = [...(node?.members ?? [])].flatMap(([key, condition]) => {
    const word = (textOf(condition) ?? 'start').toUpperCase()
    if (!['START', 'HEALTHY', 'SUCCESS', 'COMPLETE'].includes(word)) return []
    mapped(reading, 'depends-on', condition, say`It waits for container ${quote(key)}.`, reading.definition)
    return [{ containerName: ecsName(key), condition: word }]
  })
  return found.length > 0 ? { dependsOn: found } : {}
}

/** `8080` or `2000/udp`. */
export function portMapping(written: string | undefined, name: string): Spec | undefined {
  const found = /^(\d{1,5})(?:\/(\w+))?$/.exec(written ?? '')
  if (!found) return undefined
  const protocol = found[2] === 'udp' ? 'udp' : 'tcp'
  return { name, containerPort: toNumber(found[1]), protocol }
}

/** `mount_points` of a sidecar. */
export function mountPointsOf(node: Node): Spec {
  const points = itemsOf(member(node, 'mount_points')).flatMap((item) => {
    const [source, path] = [takeText(member(item, 'source_volume')), takeText(member(item, 'path'))]
    if (source === undefined || path === undefined) return []
    // Copilot mounts read-only unless it is told otherwise.
    const readOnly = takeFlag(member(item, 'read_only')) ?? true
    return [{ sourceVolume: escapeText(source), containerPath: escapeText(path), readOnly }]
  })
  return points.length > 0 ? { mountPoints: points } : {}
}
