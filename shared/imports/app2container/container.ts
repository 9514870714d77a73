/** The container and its task definition, as App2Container describes them. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { memo } from '../../basics/memo'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { say } from '../../texts/text'
import type { Source } from './reading'

export interface Port {
  readonly port: number
  readonly http: boolean
  readonly mapping: Spec
}

/** `exposedPorts`: what the application listens on. */
export function portsOf(source: Source): readonly Port[] {
  return source.list('/exposedPorts').flatMap((item, index): Port[] => {
    if (!isObject(item) || typeof item.localPort !== 'number' || item.localPort === 0) return []
    const written = typeof item.protocol === 'string' ? item.protocol.toLowerCase() : 'tcp'
    const protocol = written.startsWith('udp') ? 'udp' : 'tcp'
    const http = written === 'http' || written === 'http2' || written === 'https'
    if (written !== protocol) {
      const at = `/exposedPorts/${index}/protocol`
      source.say(
        'mapped',
        'protocol',
        at,
        say`The protocol ${quote(written)} of port ${item.localPort} is ${protocol} to ECS.`,
      )
    }
    const appProtocol = written === 'http' || written === 'http2' ? { appProtocol: written } : {}
    return [
      { port: item.localPort, http, mapping: { containerPort: item.localPort, protocol, ...appProtocol } },
    ]
  })
}

/** `environment`: names and values, or texts such as `NAME=value`. */
export function environmentOf(source: Source): readonly Spec[] {
  return source.list('/environment').flatMap((item, index): Spec[] => {
    if (typeof item === 'string' && item.includes('=')) {
      const at = item.indexOf('=')
      return [{ name: escapeText(item.slice(0, at)), value: escapeText(item.slice(at + 1)) }]
    }
    const name = isObject(item) ? (item.name ?? item.key) : undefined
    if (isObject(item) && typeof name === 'string') {
      return [{ name: escapeText(name), value: escapeText(toText(item.value ?? '')) }]
    }
    source.say(
      'dropped',
      'environment',
      `/environment/${index}`,
      'This is no environment variable with a name, so it is left out.',
    )
    return []
  })
}

export interface Image {
  /** Of the image, and so of the container. */
  readonly name: string
  /** Ready to be written as an image. */
  readonly image: string
}

/** The repository that App2Container pushes the image to, and the image in it; drawn once, whoever runs it. */
export const imageOf: (source: Source) => Image = memo((source: Source) => {
  const name = source.text('/imageName') ?? source.text('/applicationId') ?? 'app'
  const spec = { repositoryName: escapeText(name) }
  const repository = source.add('ecr-repository', name, { spec }, '/imageName')
  const text = say`The image is kept in ECR repository ${quote(name)}.`
  source.say('mapped', 'ecr-repository', '/imageName', text, repository)
  const tag = source.text('/ecrParameters/ecrRepoTag')
  if (tag !== undefined) {
    source.say('mapped', 'image-tag', '/ecrParameters/ecrRepoTag', say`The image has the tag ${quote(tag)}.`)
  }
  return { name, image: refer(repository, 'uri') + (tag === undefined ? '' : `:${escapeText(tag)}`) }
})

/** Up to this number `cpu` counts vCPUs; above it, CPU units. */
const MOST_VCPUS = 32

/** `cpu` of the task: App2Container has been given either, and the numbers do not overlap. */
export function cpuOf(source: Source): string | undefined {
  const cpu = source.number('/ecsParameters/cpu')
  if (cpu === undefined) return undefined
  const units = cpu <= MOST_VCPUS ? Math.round(cpu * 1024) : cpu
  const text =
    cpu <= MOST_VCPUS
      ? say`The cpu ${cpu} is read as vCPUs, which are ${units} CPU units.`
      : say`The cpu ${cpu} is read as CPU units.`
  source.say('mapped', 'cpu', '/ecsParameters/cpu', text)
  return toText(units)
}
