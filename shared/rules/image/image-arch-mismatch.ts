import type { Architecture } from '../../aws/facts/instance-types'
import { taskDefinition } from '../../elements/task-definition'
import { hasTrait } from '../../elements/traits'
import type { Graph } from '../../graph/graph'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, element, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { imagesOf, shownImage } from '../images'
import { runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { IMAGE } from './examples'

const architectures: readonly Architecture[] = ['X86_64', 'ARM64']

const AT = '/runtimePlatform/cpuArchitecture'

export const imageArchMismatch = defineRule({
  id: 'image-arch-mismatch',
  severity: 'warning',
  on: [taskDefinition],
  title: 'Images fit the processor of their task',
  message:
    '“{image}” is not built for {architecture}, so its container will not start; build it for both, or change the architecture.',
  why: 'An image holds machine code. On another processor the container ends at once with “exec format error”, unless the registry has a variant of it for that processor.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    const wanted = architectureOf(graph, id, spec)
    if (wanted === undefined) return
    for (const image of imagesOf(graph, id)) {
      const built = architecturesOf(graph, image.repository)
      if (built.length === 0 || built.includes(wanted)) continue
      report({
        at: image.at,
        values: { image: shownImage(graph, image), architecture: wanted },
        ...otherArchitecture(graph, id, spec, wanted),
      })
    }
  },
  examples: () => ({
    valid: {
      'built for it': pulling(['arm-image'], { runtimePlatform: { cpuArchitecture: 'ARM64' } }),
      'built for both': pulling(['arm-image', 'x86-image'], {}),
      'nothing said about the image': pulling([], { runtimePlatform: { cpuArchitecture: 'ARM64' } }),
      'no architecture on EC2, where the instances decide': drawing({
        repository: element('ecr-repository', { repositoryName: 'web' }, { traits: ['arm-image'] }),
        task: ec2Task({ containerDefinitions: [container({ image: '@{repository.uri}:1', memory: 512 })] }),
      }),
    },
    invalid: {
      'an x86-64 image on Graviton': {
        design: pulling(['x86-image'], { runtimePlatform: { cpuArchitecture: 'ARM64' } }),
        element: 'task',
        at: IMAGE,
      },
      'an ARM image, and no architecture on Fargate, which means x86-64': {
        design: pulling(['arm-image'], {}),
        element: 'task',
        at: IMAGE,
      },
    },
  }),
})

function pulling(traits: string[], spec: Readonly<Record<string, unknown>>) {
  return drawing({
    repository: element('ecr-repository', { repositoryName: 'web' }, traits.length > 0 ? { traits } : {}),
    task: fargateTask({ containerDefinitions: [container({ image: '@{repository.uri}:1' })], ...spec }),
  })
}

/** The architecture that tasks get; left out it is x86-64 on Fargate, and that of the instances elsewhere. */
function architectureOf(graph: Graph, id: string, spec: TaskDefinitionSpec): Architecture | undefined {
  const written = spec.runtimePlatform?.cpuArchitecture
  if (written) return architectures.find((one) => one === written)
  return launchTypesOf(graph, id).has('FARGATE') ? 'X86_64' : undefined
}

const NONE: readonly Architecture[] = []

function architecturesOf(graph: Graph, repository: string | undefined): readonly Architecture[] {
  const drawn = repository === undefined ? undefined : graph.element(repository)
  if (!drawn?.traits) return NONE
  return [
    ...(hasTrait(drawn, 'x86-image') ? (['X86_64'] as const) : []),
    ...(hasTrait(drawn, 'arm-image') ? (['ARM64'] as const) : []),
  ]
}

/** The other architecture, where no instances have to go with it and every image about which something is known does. */
function otherArchitecture(
  graph: Graph,
  id: string,
  spec: TaskDefinitionSpec,
  wanted: Architecture,
): { readonly fix?: Fix } {
  const other = wanted === 'ARM64' ? 'X86_64' : 'ARM64'
  const onFargate = [...launchTypesOf(graph, id)].every((launch) => launch === 'FARGATE')
  const fits = imagesOf(graph, id).every(({ repository }) => {
    const built = architecturesOf(graph, repository)
    return built.length === 0 || built.includes(other)
  })
  if (!onFargate || !fits || runsWindows(spec) !== false) return {}
  return { fix: setMembers(say`Set the architecture to ${other}`, id, { [AT]: other }) }
}
