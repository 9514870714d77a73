import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { instancesIn } from '../../graph/capacity'
import { type Graph, targetOf } from '../../graph/graph'
import { drawing, element, fargateTask, inSubnets, onEc2, onFargate, service } from '../examples'
import { definitionOf, isAbsent, isSaid, runsOnFargate } from '../reading'
import { defineRule, type Fix } from '../rule'

export const archEc2Suggest = defineRule({
  id: 'arch-ec2-suggest',
  severity: 'advice',
  on: [serviceKind, taskKind],
  title: 'What needs control of its host runs on EC2',
  message: 'This is said to need control of the host, and nobody but AWS has that on Fargate; run it on EC2.',
  variants: {
    image:
      'This is said to need a machine image of its own, and Fargate lets nobody choose one; run it on EC2.',
  },
  why: 'On Fargate AWS owns the machine: it can’t be entered, inspected or given an agent or an AMI. Where rules or tools ask for that, tasks belong on EC2 container instances of your own.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, graph, report }) {
    const image = isSaid(graph, id, 'own-machine-image')
    if (!(image || isSaid(graph, id, 'host-control')) || !runsOnFargate(graph, id)) return
    report({ at: '', ...(image && { variant: 'image' }), ...fixFor(graph, id) })
  },
  examples: () => ({
    valid: {
      'nothing said': onFargate(),
      'host control on EC2': said(onEc2(), 'host-control'),
      'said of something that runs nowhere yet': said(onFargate({ launchType: undefined }), 'host-control'),
    },
    invalid: {
      'host control': { design: said(onFargate(), 'host-control'), element: 'web', at: '' },
      'a machine image, in a cluster that has instances': {
        design: drawing({
          main: element('cluster', { clusterName: 'main' }),
          instance: element('container-instance', {
            cluster: '@{main}',
            agentConnected: true,
            IamInstanceProfile: { Name: 'ecsInstanceRole' },
            ImageId: 'ami-0123456789abcdef0',
            InstanceType: 'm7i.large',
          }),
          task: { ...fargateTask(), traits: ['own-machine-image'] },
          web: service({ cluster: '@{main}', launchType: 'FARGATE', networkConfiguration: inSubnets }),
        }),
        element: 'web',
        at: '',
      },
    },
  }),
})

function said(design: ReturnType<typeof onFargate>, trait: string) {
  const { web } = design.elements
  return web ? drawing({ ...design.elements, web: { ...web, traits: [trait] } }) : design
}

/** With instances in the cluster, and nothing in the definition that only Fargate has. */
function fixFor(graph: Graph, runner: string): { readonly fix?: Fix } {
  const cluster = targetOf(graph, runner, 'in-cluster')
  const definition = definitionOf(graph, runner)
  if (!definition || !isAbsent(definition.spec.ephemeralStorage)) return {}
  if (cluster === undefined || instancesIn(graph, cluster).length === 0) return {}
  return { fix: { title: 'Run it on EC2', apply: (draft) => toEc2(draft, runner, definition.id) } }
}

function toEc2(draft: Parameters<Fix['apply']>[0], runner: string, definition: string): void {
  const spec = draft.elements[runner]?.spec
  const compatibilities = draft.elements[definition]?.spec.requiresCompatibilities
  if (!spec) return
  spec.launchType = 'EC2'
  delete spec.capacityProviderStrategy
  delete spec.platformVersion
  if (Array.isArray(compatibilities) && !compatibilities.includes('EC2')) compatibilities.push('EC2')
}
