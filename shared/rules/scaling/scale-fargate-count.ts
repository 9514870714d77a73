import { containerInstance } from '../../elements/container-instance'
import { service as serviceKind } from '../../elements/service'
import { groupOf } from '../../graph/capacity'
import { removeElements } from '../../graph/connect'
import { type Graph, nameOf, targetOf } from '../../graph/graph'
import { query } from '../../graph/query'
import { launchesIn, runnersIn } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { drawing, ec2Task, element, inSubnets, onFargate, service } from '../examples'
import { defineRule, type Fix } from '../rule'

export const scaleFargateCount = defineRule({
  id: 'scale-fargate-count',
  severity: 'advice',
  on: [containerInstance],
  title: 'On Fargate a service grows by its number of tasks',
  message: 'Instances add nothing to “{service}”, which runs on Fargate; raise its number of tasks instead.',
  why: 'Fargate brings a machine for every task, and no task of it is ever placed on an instance of yours. To grow, raise the desired count, or let a scaling policy do it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, graph, report }) {
    const home = targetOf(graph, id, 'in-cluster')
    const services = home === undefined ? [] : servicesOfFargate(graph, home)
    const [first] = services
    if (first === undefined) return
    report({
      at: '',
      values: { service: nameOf(graph, first) },
      ...(services.length === 1 && moreTasks(graph, id, first)),
    })
  },
  examples: () => ({
    valid: {
      'a service on EC2 in the same cluster': drawing({
        ...beside().elements,
        'old-task': ec2Task({ family: 'old' }),
        old: service({
          serviceName: 'old',
          cluster: '@{main}',
          taskDefinition: '@{old-task}',
          launchType: 'EC2',
        }),
      }),
      'a service of which nobody knows where it runs': drawing({
        ...beside().elements,
        web: service({ cluster: '@{main}' }),
      }),
      'instances without any service, which cost-idle-instance reports': drawing({
        main: element('cluster', { clusterName: 'main' }),
        hosts: instances(),
      }),
      'instances of another cluster': drawing({
        ...onFargate({ cluster: 'other' }).elements,
        main: element('cluster', { clusterName: 'main' }),
        hosts: instances(),
      }),
    },
    invalid: {
      'instances beside a service on Fargate': { design: beside(), element: 'hosts', at: '' },
      'instances beside two': {
        design: drawing({
          ...beside().elements,
          api: service({
            serviceName: 'api',
            cluster: '@{main}',
            launchType: 'FARGATE',
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'hosts',
        at: '',
      },
    },
  }),
})

function instances() {
  return element('container-instance', {
    cluster: '@{main}',
    InstanceType: 'm7g.large',
    MinCount: 2,
    MaxCount: 2,
    agentConnected: true,
    IamInstanceProfile: { Name: 'ecsInstanceRole' },
  })
}

function beside() {
  return drawing({
    ...onFargate({ cluster: '@{main}' }).elements,
    main: element('cluster', { clusterName: 'main' }),
    hosts: instances(),
  })
}

/** The services of a cluster in which all runs on Fargate. Somebody who runs on EC2, or might, needs the instances. */
const servicesOfFargate = query((graph, home: string): readonly string[] => {
  if ([...launchesIn(graph, home)].some((launch) => launch !== 'FARGATE')) return []
  return runnersIn(graph, home).filter((id) => graph.element(id)?.kind === serviceKind.kind)
})

/** As many tasks more as there were instances, which go. */
function moreTasks(graph: Graph, instance: string, service: string): { readonly fix?: Fix } {
  const desired = specOf(graph, serviceKind, service)?.desiredCount
  const count = groupOf(graph, instance)?.count?.max
  if (desired === undefined || count === undefined) return {}
  const tasks = desired + count
  return {
    fix: {
      title: say`Run ${tasks} tasks of “${nameOf(graph, service)}” instead`,
      apply: (draft) => {
        const spec = draft.elements[service]?.spec
        if (!spec || !draft.elements[instance]) return
        spec.desiredCount = tasks
        removeElements(draft, graph, new Set([instance]))
      },
    },
  }
}
