/** The other ways that App2Container deploys an application: drawn beside where they are used, else left out. */
import { toText } from '../../basics/convert'
import { escapeText } from '../../design/references'
import { say } from '../../texts/text'
import { imageOf, portsOf } from './container'
import type { Source } from './reading'

/** Adds an EKS cluster with its workload, and an App Runner service, where these are deployed. */
export function addNeighbours(source: Source): void {
  const app = source.text('/applicationId') ?? source.text('/imageName') ?? 'app'
  if (used(source, '/eksParameters', 'createEksArtifacts')) addWorkload(source, app)
  if (!used(source, '/appRunnerParameters', 'createAppRunnerArtifacts')) return
  const spec = { type: 'App2Container' }
  const id = source.add(
    'external-system',
    `${app} app runner`,
    { label: `App Runner: ${app}`, spec },
    '/appRunnerParameters',
  )
  source.say(
    'mapped',
    'app-runner',
    '/appRunnerParameters',
    say`App Runner, which is closed to new customers, became an external system for “${app}”.`,
    id,
  )
}

function used(source: Source, pointer: string, flag: string): boolean {
  const on = source.flag(`${pointer}/${flag}`)
  if (on) return true
  if (source.has(pointer)) {
    source.use(pointer)
    source.say(
      'dropped',
      'not-deployed',
      pointer,
      say`“${flag}” is not true, so these parameters are not used.`,
    )
  }
  return false
}

function addWorkload(source: Source, app: string): void {
  const name =
    app
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .replace(/^-+|(?<!-)-+$/g, '') || 'app'
  const stack = source.text('/eksParameters/stackName') ?? app
  const cluster = source.add(
    'eks-cluster',
    `${stack} eks`,
    { spec: { name: escapeText(stack) } },
    '/eksParameters/stackName',
  )
  const { image } = imageOf(source)
  const ports = portsOf(source).map(({ mapping }) => ({
    containerPort: mapping.containerPort,
    protocol: toText(mapping.protocol).toUpperCase(),
  }))
  const labels = { app: name }
  const container = { name, image, ...(ports.length > 0 ? { ports } : {}) }
  const spec = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container] } },
    },
  }
  const id = source.add('kubernetes-workload', `${app} workload`, { spec, inside: cluster }, '/eksParameters')
  source.say(
    'mapped',
    'kubernetes-workload',
    '/eksParameters/createEksArtifacts',
    say`The application “${app}” became a workload of EKS cluster “${stack}”.`,
    id,
  )
}
