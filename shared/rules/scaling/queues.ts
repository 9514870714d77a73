/** Services whose tasks take their work from a queue. */
import type { Design, Element } from '../../design/design'
import { scalingPolicy } from '../../elements/scaling-policy'
import { service as serviceKind } from '../../elements/service'
import { sqsQueue } from '../../elements/sqs-queue'
import { taskDefinition } from '../../elements/task-definition'
import { connect, link as lineBy } from '../../graph/connect'
import { grantUse } from '../../graph/grant'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { frontsOf } from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, drawing, element as elementOf, fargateTask, link, onFargate } from '../examples'
import { addElement, setMembers } from '../fixes'
import { leaveTargetGroups } from '../fixes-load-balancing'
import { attachTaskRoleFor } from '../fixes-roles'
import { queueTracking } from '../fixes-scaling'
import { listed, missingFor, usedName } from '../iam/answers'
import { isAbsent, isSaid, isWritten } from '../reading'
import { deploymentTypeOf } from '../rollout'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { fed, queueDepthTracking, scaled, tracking } from './examples'
import { followsUtilization, METRIC_TYPE, policiesOf, queuesOf, scaledBy, workersOf } from './policies'

const TRACKING = 'TargetTrackingScalingPolicyConfiguration'
const REDRIVE = '/Attributes/RedrivePolicy'

/** The longest that SQS keeps messages, in seconds: two weeks to look into what went wrong. */
const KEPT = '1209600'

const practice = { ref: 'ACR:service-scaling-and-updates', checked: '2026-11-21' }

export const queueWorkers = ruleFamily([
  defineRule({
    id: 'scale-sqs-metric',
    severity: 'advice',
    on: [scalingPolicy],
    needs: ['/TargetTrackingScalingPolicyConfiguration'],
    title: 'Queue workers are scaled by what waits in the queue',
    message:
      '“{service}” works off queue “{queue}” and is scaled by {metric}; scale it by the messages that wait for each task.',
    why: 'A worker that waits for other systems has a low CPU however long the queue grows, and one that computes has a high one however short it is. The backlog for each task says how many tasks are needed.',
    sources: [
      practice,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      if (!followsUtilization(spec)) return
      const service = scaledBy(graph, id)
      const [queue] = service ? queuesOf(graph, service.id) : []
      if (!service || queue === undefined) return
      const policies = policiesOf(graph, service.id)
      // Once for a service; and with another metric beside it the load is seen.
      if (policies[0]?.id !== id || !policies.every((one) => followsUtilization(one.spec))) return
      const alone = isAbsent(service.spec.loadBalancers)
      report({
        at: METRIC_TYPE,
        values: {
          service: nameOf(graph, service.id),
          queue: nameOf(graph, queue),
          metric: followsMemory(spec) ? 'memory' : 'CPU',
        },
        ...(alone && { fix: followQueue(graph, id, queue) }),
      })
    },
    examples: () => ({
      valid: {
        'by the queue': scaled(fed(onFargate()), { [TRACKING]: queueDepthTracking }),
        'CPU of a service that no queue feeds': scaled(onFargate()),
        'by requests, of a service that has users, too': scaled(fed(behindBalancer()), {
          [TRACKING]: tracking('ALBRequestCountPerTarget', 1000),
        }),
      },
      invalid: {
        'by CPU': { design: scaled(fed(onFargate())), element: 'policy', at: METRIC_TYPE },
        'by memory': {
          design: scaled(fed(onFargate()), { [TRACKING]: tracking('ECSServiceAverageMemoryUtilization') }),
          element: 'policy',
          at: METRIC_TYPE,
        },
        'by CPU, with a load balancer beside the queue': {
          design: scaled(fed(behindBalancer())),
          element: 'policy',
          at: METRIC_TYPE,
        },
      },
    }),
  }),

  defineRule({
    id: 'scale-sqs-role',
    severity: 'warning',
    on: [taskDefinition],
    title: 'A queue worker has a task role that may receive and delete messages',
    message:
      '“{task}” works off {queues} but has no task role; attach one that may receive and delete messages.',
    variants: { permission: 'Task role “{role}” lacks {actions} on {queues}; allow them.' },
    why: 'The application asks SQS for messages with the credentials of its task role, and deletes each one when its work is done. Without the first it gets none, without the second it gets the same ones again.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, graph, report }) {
      const answers = missingFor(graph, id, ['sqs-receive'])
      const roleless = answers.filter(({ missing }) => missing === 'role')
      const denied = answers.filter(({ missing }) => missing === 'permission')
      const open = roleless.length > 0 ? roleless : denied
      const [first] = open
      if (!first) return
      const queues = listed(open.map(({ use }) => `“${usedName(graph, use)}”`))
      if (roleless.length > 0) {
        const uses = roleless.map(({ use }) => use)
        report({
          at: '/taskRoleArn',
          values: { task: nameOf(graph, id), queues },
          fix: {
            title: 'Attach a task role that may receive and delete messages',
            apply: (draft) => attachTaskRoleFor(draft, id, uses),
          },
        })
        return
      }
      const role = first.element === undefined ? '' : nameOf(graph, first.element)
      const actions = listed(open.flatMap((one) => one.actions))
      report({
        at: '/taskRoleArn',
        variant: 'permission',
        values: { role, actions, queues },
        fix: {
          title: say`Allow role “${role}” ${actions}`,
          apply: (draft) => {
            for (const one of open)
              if (one.element !== undefined) grantUse(draft, one.element, one.use, one.actions)
          },
        },
      })
    },
    examples: () => ({
      valid: {
        'a role with both': worker([allowing('sqs:ReceiveMessage', 'sqs:DeleteMessage')]),
        'a role with everything on SQS': worker([allowing('sqs:*')]),
        'a role that exists, of which no policy is drawn': worker(undefined, {
          existing: { roleName: 'worker' },
        }),
        'a queue that nobody works off': drawing({ jobs: queue(), task: fargateTask() }),
      },
      invalid: {
        'no role': { design: fed(onFargate()), element: 'task', at: '/taskRoleArn' },
        'a line to the service': {
          design: drawing({ ...onFargate().elements, jobs: queue() }, { feed: link('jobs', 'feeds', 'web') }),
          element: 'task',
          at: '/taskRoleArn',
        },
        'a role that may only receive': {
          design: worker([allowing('sqs:ReceiveMessage')]),
          element: 'task',
          at: '/taskRoleArn',
        },
        'a role for another queue': {
          design: worker([allowing('sqs:*')], {}, 'arn:aws:sqs:eu-west-1:123456789012:other'),
          element: 'task',
          at: '/taskRoleArn',
        },
      },
    }),
  }),

  defineRule({
    id: 'scale-sqs-dead-letter',
    severity: 'advice',
    on: [sqsQueue],
    title: 'A queue puts aside the messages that nobody can handle',
    message:
      'A message that “{service}” can’t handle comes back to “{queue}” again and again; give the queue a dead-letter queue.',
    why: 'A message that is not deleted becomes visible again, and the next task fails on it as well, until the queue drops it after days. With a redrive policy SQS moves it to another queue after some tries, where somebody can look at it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, graph, report }) {
      if (element.existing || isWritten(element, REDRIVE)) return
      if (!spec.Attributes && isWritten(element, '/Attributes')) return
      // What is put aside is not worked off for ever, even where a service reads it.
      if (incoming(graph, id, 'dead-letters').length > 0) return
      const [service] = workersOf(graph, id)
      if (service === undefined) return
      report({
        at: '/Attributes',
        values: { service: nameOf(graph, service), queue: nameOf(graph, id) },
        fix: addDeadLetters(id, element),
      })
    },
    examples: () => ({
      valid: {
        'with a dead-letter queue': differing({
          RedrivePolicy: '{"deadLetterTargetArn":"@{failed.arn}","maxReceiveCount":3}',
        }),
        'a dead-letter queue that a service reads': drawing(
          {
            ...differing({}).elements,
            source: queue({ RedrivePolicy: '{"deadLetterTargetArn":"@{jobs.arn}","maxReceiveCount":3}' }),
          },
          { feed: link('jobs', 'feeds', 'task') },
        ),
        'a queue that no service works off': drawing({ jobs: queue(), task: fargateTask() }),
        'a queue that exists': drawing(
          { ...onFargate().elements, jobs: { ...queue(), existing: { name: 'jobs' } } },
          { feed: link('jobs', 'feeds', 'task') },
        ),
      },
      invalid: {
        'no dead-letter queue': { design: differing({}), element: 'jobs', at: '/Attributes' },
        'a FIFO queue': {
          design: differing({ FifoQueue: 'true' }, 'jobs.fifo'),
          element: 'jobs',
          at: '/Attributes',
        },
      },
    }),
  }),

  defineRule({
    id: 'scale-sqs-lb',
    severity: 'advice',
    on: [serviceKind],
    needs: ['/loadBalancers'],
    title: 'A queue worker needs no load balancer',
    message:
      '“{service}” fetches its work from queue “{queue}”, and nobody sends it requests; take it out of its target groups.',
    why: 'Workers ask the queue for messages; nothing has to reach them. A load balancer in front costs by the hour, and its health checks end workers that answer no requests.',
    sources: [
      practice,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.loadBalancers)) return
      const [queue] = queuesOf(graph, id)
      if (queue === undefined || !(isSaid(graph, id, 'batch') || nobodySends(graph, id))) return
      report({
        at: '/loadBalancers',
        values: { service: nameOf(graph, id), queue: nameOf(graph, queue) },
        ...(deploymentTypeOf(spec) === 'ROLLING' && { fix: leaveTargetGroups(graph, id) }),
      })
    },
    examples: () => ({
      valid: {
        'a worker without a load balancer': fed(onFargate()),
        'a service that no queue feeds': behindBalancer(),
        'a service that users reach, too': withUsers(fed(behindBalancer())),
        'a target group whose load balancer is not drawn': fed(
          drawing({ ...behindBalancer().elements, balancer: elementOf('users', {}) }),
        ),
      },
      invalid: {
        'a load balancer that nobody uses': {
          design: fed(behindBalancer()),
          element: 'web',
          at: '/loadBalancers',
        },
        'tasks that are said to run to an end': {
          design: batch(withUsers(fed(behindBalancer()))),
          element: 'web',
          at: '/loadBalancers',
        },
      },
    }),
  }),
])

function queue(Attributes: Element['spec'] = {}, QueueName = 'jobs'): Element {
  return elementOf('sqs-queue', { QueueName, ...(!isAbsent(Attributes) && { Attributes }) })
}

/** A queue with these attributes that feeds a service on Fargate, and a second one beside it. */
function differing(attributes: Element['spec'], name?: string): Design {
  return drawing(
    { ...onFargate().elements, jobs: queue(attributes, name), failed: queue({}, 'failed') },
    { feed: link('jobs', 'feeds', 'task') },
  )
}

function allowing(...Action: readonly string[]): Element['spec'] {
  return { Effect: 'Allow', Action }
}

function worker(
  statements: readonly Element['spec'][] | undefined,
  rest: Partial<Element> = {},
  Resource = '@{jobs.arn}',
): Design {
  const Statement = statements?.map((statement) => ({ ...statement, Resource }))
  const Policies = Statement && [{ PolicyName: 'work', PolicyDocument: { Version: '2012-10-17', Statement } }]
  return drawing(
    {
      jobs: queue(),
      role: elementOf('iam-role', { RoleName: 'worker', Policies }, rest),
      task: fargateTask({ taskRoleArn: '@{role}' }),
    },
    { feed: link('jobs', 'feeds', 'task') },
  )
}

function withUsers(design: Design): Design {
  return {
    ...design,
    elements: { ...design.elements, visitors: elementOf('users', {}) },
    connections: { ...design.connections, visit: link('visitors', 'traffic', 'balancer') },
  }
}

function batch(design: Design): Design {
  const { web } = design.elements
  return web ? { ...design, elements: { ...design.elements, web: { ...web, traits: ['batch'] } } } : design
}

function followsMemory(spec: { readonly TargetTrackingScalingPolicyConfiguration?: unknown }): boolean {
  return JSON.stringify(spec.TargetTrackingScalingPolicyConfiguration).includes('Memory')
}

function followQueue(graph: Graph, policy: string, queue: string): Fix {
  return setMembers(say`Scale by the messages that wait in “${nameOf(graph, queue)}”`, policy, {
    [`/${TRACKING}`]: queueTracking(queue),
  })
}

/** A FIFO queue needs one of its kind, whose name ends alike. */
function addDeadLetters(queue: string, { spec }: Element): Fix {
  const name = typeof spec.QueueName === 'string' ? spec.QueueName : queue
  const fifo = name.endsWith('.fifo')
  const relation = sqsQueue.relations.find(({ meaning }) => meaning === 'dead-letters')
  const QueueName = fifo ? name.replace(/\.fifo$/, '-failed.fifo') : `${name}-failed`
  return {
    title: say`Add dead-letter queue “${QueueName}”`,
    apply: (draft) => {
      const target = draft.elements[queue]
      if (!target || !relation || isWritten(target, REDRIVE)) return
      const made = addElement(draft, `${queue}-failed`, {
        kind: sqsQueue.kind,
        spec: {
          QueueName,
          Attributes: { MessageRetentionPeriod: KEPT, ...(fifo && { FifoQueue: 'true' }) },
        },
      })
      connect(draft, lineBy(queue, made, relation))
    },
  }
}

/** Is every load balancer drawn, and nothing drawn that sends to one of them, or to the service? */
function nobodySends(graph: Graph, service: string): boolean {
  const reached = (id: string) => incoming(graph, id, 'traffic').length > 0
  return (
    !reached(service) &&
    frontsOf(graph, service).every(
      ({ loadBalancers }) => loadBalancers.length > 0 && !loadBalancers.some(reached),
    )
  )
}
