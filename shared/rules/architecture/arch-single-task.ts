import { setAt } from '../../basics/json'
import { service as serviceKind } from '../../elements/service'
import { nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { behindBalancer, drawing, element, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { LEAST_TASKS } from '../fixes-scaling'
import { schedulingOf } from '../rollout'
import { defineRule, type Fix } from '../rule'
import { policiesOf } from '../scaling/policies'
import { mustStayUp } from './workloads'

export const archSingleTask = defineRule({
  id: 'arch-single-task',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A service behind a load balancer runs two tasks or more',
  message:
    'One task is all that answers: when it fails, nobody does until another has started; run {wanted}.',
  variants: {
    scaled: 'Policy “{policy}” may leave the service a single task; set its minimum to {wanted}.',
  },
  why: 'A failed task is replaced, but that takes a minute or more, and so does moving it off an instance that AWS retires. With two tasks the other one answers meanwhile.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:fargate-service-deployment', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (schedulingOf(spec) !== 'REPLICA' || !mustStayUp(graph, id, spec)) return
    const values = { wanted: LEAST_TASKS }
    const policies = policiesOf(graph, id)
    const single = policies.find((one) => one.spec.MinCapacity === 1)
    if (single) {
      const named = { policy: nameOf(graph, single.id), ...values }
      report({ at: '/desiredCount', values: named, variant: 'scaled', fix: raise(id, single.id) })
    } else if (spec.desiredCount === 1 && policies.every((one) => one.spec.MinCapacity === undefined)) {
      report({
        at: '/desiredCount',
        values,
        fix: setMembers(say`Run ${LEAST_TASKS} tasks`, id, { '/desiredCount': LEAST_TASKS }),
      })
    }
  },
  examples: () => ({
    valid: {
      'two tasks': behindBalancer({ desiredCount: 2 }),
      'none for now': behindBalancer({ desiredCount: 0 }),
      'one task that starts the scaling of two to four': scaled({ desiredCount: 1 }, 2),
      'a worker': onFargate({ desiredCount: 1 }),
      'a service for tests': withTrait(behindBalancer({ desiredCount: 1 })),
    },
    invalid: {
      'one task': { design: behindBalancer({ desiredCount: 1 }), element: 'web', at: '/desiredCount' },
      'scaled down to one': { design: scaled({ desiredCount: 3 }, 1), element: 'web', at: '/desiredCount' },
    },
  }),
})

function scaled(web: Readonly<Record<string, unknown>>, MinCapacity: number) {
  return drawing({
    ...behindBalancer(web).elements,
    policy: element('scaling-policy', {
      PolicyName: 'cpu',
      ResourceId: '@{web.resourceId}',
      MinCapacity,
      MaxCapacity: 4,
    }),
  })
}

function withTrait(design: ReturnType<typeof behindBalancer>) {
  const { web } = design.elements
  return web ? drawing({ ...design.elements, web: { ...web, traits: ['test'] } }) : design
}

function raise(service: string, policy: string): Fix {
  return {
    title: say`Scale between ${LEAST_TASKS} tasks and more`,
    apply: (draft) => {
      const spec = draft.elements[policy]?.spec
      const tasks = draft.elements[service]?.spec
      if (!spec || !tasks) return
      setAt(spec, '/MinCapacity', LEAST_TASKS)
      if (typeof spec.MaxCapacity === 'number' && spec.MaxCapacity < LEAST_TASKS)
        spec.MaxCapacity = LEAST_TASKS
      if (typeof tasks.desiredCount === 'number' && tasks.desiredCount < LEAST_TASKS)
        tasks.desiredCount = LEAST_TASKS
    },
  }
}
