import { service as serviceKind } from '../../elements/service'
import { say } from '../../texts/text'
import { isSettled } from '../container/containers'
import { behindBalancer, container, fargateTask, onFargate, registered } from '../examples'
import { setMembers } from '../fixes'
import { type ContainerSpec, definitionOf, isAbsent, isKnown, isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'
import { differing, ELSEWHERE, withElements } from './examples'

const NAME = '/loadBalancers/0/containerName'

export const lbContainerUnknown = defineRule({
  id: 'lb-container-unknown',
  severity: 'error',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A load balancer entry names a container of the task',
  message:
    'The load balancer’s traffic goes to container “{container}”, which the task does not have; name one of its containers.',
  variants: { missing: 'Name the container that gets the load balancer’s traffic.' },
  why: 'A task may have several containers, so ECS is told which one of them serves, by its name in the task definition. CreateService refuses a name that it does not find there.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:ContainerNamed', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (!spec.loadBalancers) return
    const containers = definitionOf(graph, id)?.spec.containerDefinitions ?? []
    // A container without a name that can stay has a rule of its own, and may be the one that is meant.
    const known = containers.length > 0 && containers.every((one) => isSettled(one.name))
    spec.loadBalancers.forEach(
      ({ containerName, containerPort, targetGroupArn, loadBalancerName }, index) => {
        // Without any load balancer it is lb-entry-shape.
        if (isAbsent(targetGroupArn) && isAbsent(loadBalancerName)) return
        const at = `/loadBalancers/${index}/containerName`
        const fix = () => (known ? toOnlyServer(id, index, containers, containerPort) : {})
        if (!isWritten(element, at)) report({ at, variant: 'missing', ...fix() })
        else if (known && isKnown(containerName) && containers.every(({ name }) => name !== containerName)) {
          report({ at, values: { container: containerName }, ...fix() })
        }
      },
    )
  },
  examples: () => ({
    valid: {
      'a container of the task': behindBalancer(),
      'a placeholder': entry({ containerName: '<container>' }),
      'a container with a placeholder for its name': differing(behindBalancer(), {
        task: {
          containerDefinitions: [container({ name: '<name>', portMappings: [{ containerPort: 80 }] })],
        },
      }),
      'a task definition that is not drawn': differing(behindBalancer(), {
        web: { taskDefinition: 'web:7' },
      }),
    },
    invalid: {
      'another name': { design: entry({ containerName: 'ghost' }), element: 'web', at: NAME },
      'a name in other letters, and a port that only the right one has': {
        design: entry({ containerName: 'Web', containerPort: 8080 }),
        element: 'web',
        at: NAME,
      },
      'no name': { design: entry({ containerName: undefined }), element: 'web', at: NAME },
      'two containers that could be meant': {
        design: withElements(entry({ containerName: 'ghost' }), {
          task: fargateTask({
            containerDefinitions: ['web', 'api'].map((name, i) =>
              container({ name, portMappings: [{ containerPort: 80 + i }] }),
            ),
          }),
        }),
        element: 'web',
        at: NAME,
      },
      'before the task definition is known': {
        design: onFargate({ taskDefinition: 'web:7', loadBalancers: [{ targetGroupArn: ELSEWHERE }] }),
        element: 'web',
        at: NAME,
      },
    },
  }),
})

function entry(members: Readonly<Record<string, unknown>>) {
  const changed = Object.entries({ ...registered, ...members }).filter(([, value]) => value !== undefined)
  return behindBalancer({ loadBalancers: [Object.fromEntries(changed)] })
}

/** Only one container with ports can be meant; the port is changed with the name when that container has another. */
function toOnlyServer(
  service: string,
  index: number,
  containers: readonly ContainerSpec[],
  port: number | undefined,
): { readonly fix?: Fix } {
  const [only, ...others] = containers.filter((one) => !isAbsent(one.portMappings))
  const ports = only?.portMappings?.map((mapping) => mapping.containerPort) ?? []
  const first = ports.find((one) => one !== undefined)
  if (!only?.name || others.length > 0 || first === undefined) return {}
  const at = `/loadBalancers/${index}`
  const same = port !== undefined && ports.includes(port)
  return {
    fix: setMembers(say`Send the traffic to “${only.name}” on port ${same ? port : first}`, service, {
      [`${at}/containerName`]: only.name,
      [`${at}/containerPort`]: same ? port : first,
    }),
  }
}
