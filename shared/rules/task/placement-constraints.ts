/** Placement constraints that a task definition brings along. */
import { PLACEMENT_CONSTRAINTS } from '../../aws/facts/task-limits'
import { isObject } from '../../basics/json'
import type { Spec } from '../../design/design'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { inWords, say } from '../../texts/text'
import { drawing, ec2Task, fargateTask, service } from '../examples'
import { dropItemsWith, removeMember } from '../fixes'
import { definitionOf, isAbsent, isKnown, runsOnFargate } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'

const CONSTRAINT = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinitionPlacementConstraint.html',
  checked: '2026-11-26',
}
const at = '/placementConstraints'
const onSmall = { type: 'memberOf', expression: 'attribute:ecs.instance-type =~ t3.*' }

export const placementConstraints = ruleFamily([
  defineRule({
    id: 'taskdef-placement-fargate',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/placementConstraints'],
    title: 'Fargate has no placement constraints',
    message: 'Fargate has no instances to choose from; remove the placement constraints.',
    why: 'A constraint picks among the container instances of a cluster. Fargate has none that anybody could pick, and RegisterTaskDefinition refuses constraints for it.',
    sources: [
      CONSTRAINT,
      { ref: 'E3048', checked: '2026-11-21' },
      { ref: 'CDK:CannotPlacementConstraints', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.placementConstraints) || !runsOnFargate(graph, id)) return
      report({ at, fix: removeMember('Remove the placement constraints', id, at) })
    },
    examples: () => ({
      valid: {
        'on EC2': drawing({ task: ec2Task({ placementConstraints: [onSmall] }) }),
        'an empty list on Fargate': drawing({ task: fargateTask({ placementConstraints: [] }) }),
      },
      invalid: {
        'on Fargate': {
          design: drawing({ task: fargateTask({ placementConstraints: [onSmall] }) }),
          element: 'task',
          at,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-placement-type',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/placementConstraints'],
    title: 'A task definition has memberOf constraints only',
    message:
      'A task definition takes no constraint of type “{type}”; the only one is memberOf, with an expression.',
    variants: {
      distinct: 'A task definition takes no distinctInstance constraint; put it on the service.',
      expression: 'A memberOf constraint needs an expression that says which instances it means.',
    },
    why: 'What a task definition can say about placement holds for each task alone: which instances are good for it. That tasks go to different instances is said where several are run, on the service or when a task is run.',
    sources: [CONSTRAINT, { ref: 'CDK:InvalidPlacementConstraints', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      // On Fargate all of them have to go.
      if (isAbsent(spec.placementConstraints) || runsOnFargate(graph, id)) return
      spec.placementConstraints?.forEach(({ type, expression }, index) => {
        if (type === 'distinctInstance') {
          const runners = runsOf(graph, id).map(({ runner }) => runner)
          const fix = runners.length > 0 ? distinctOn(runners, id) : undefined
          report({ at: `${at}/${index}/type`, variant: 'distinct', ...(fix && { fix }) })
        } else if (isKnown(type) && type !== 'memberOf') {
          report({ at: `${at}/${index}/type`, values: { type } })
        } else if (isAbsent(expression)) {
          report({ at: `${at}/${index}`, variant: 'expression' })
        }
      })
    },
    examples: () => ({
      valid: {
        'instances of one family': drawing({ task: ec2Task({ placementConstraints: [onSmall] }) }),
        'a placeholder for the expression': drawing({
          task: ec2Task({ placementConstraints: [{ type: 'memberOf', expression: '<expression>' }] }),
        }),
        'distinctInstance on the service': drawing({
          task: ec2Task(),
          web: service({ launchType: 'EC2', placementConstraints: [{ type: 'distinctInstance' }] }),
        }),
        'on Fargate, where taskdef-placement-fargate reports it': drawing({
          task: fargateTask({ placementConstraints: [{ type: 'distinctInstance' }] }),
        }),
      },
      invalid: {
        'distinctInstance, with a service to put it on': {
          design: drawing({
            task: ec2Task({ placementConstraints: [{ type: 'distinctInstance' }, onSmall] }),
            web: service({ launchType: 'EC2' }),
          }),
          element: 'task',
          at: `${at}/0/type`,
        },
        'distinctInstance, run by nobody': {
          design: drawing({ task: ec2Task({ placementConstraints: [{ type: 'distinctInstance' }] }) }),
          element: 'task',
          at: `${at}/0/type`,
        },
        'a strategy instead of a constraint': {
          design: drawing({
            task: ec2Task({ placementConstraints: [{ type: 'spread', expression: 'instanceId' }] }),
          }),
          element: 'task',
          at: `${at}/0/type`,
        },
        'no expression': {
          design: drawing({ task: ec2Task({ placementConstraints: [{ type: 'memberOf' }] }) }),
          element: 'task',
          at: `${at}/0`,
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-placement-max',
    severity: 'error',
    on: [taskDefinition, serviceKind, taskKind],
    needs: ['/placementConstraints'],
    title: 'At most ten placement constraints apply to a task',
    message: 'At most {most} placement constraints apply to a task, and here are {count}; take some away.',
    variants: {
      together:
        'At most {most} placement constraints apply to a task, and with those of its task definition there are {count}; take some away.',
    },
    why: 'ECS counts the constraints of the task definition and those of the service or task together, and refuses more than ten.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      const own = spec.placementConstraints?.length ?? 0
      if (own > PLACEMENT_CONSTRAINTS) report({ at, values: { most: PLACEMENT_CONSTRAINTS, count: own } })
      if (own === 0 || own > PLACEMENT_CONSTRAINTS) return
      const given = constraintsOfDefinition(graph, id)
      const count = own + given
      // More than ten in the definition alone are its own problem.
      if (given > PLACEMENT_CONSTRAINTS || count <= PLACEMENT_CONSTRAINTS) return
      report({ at, values: { most: PLACEMENT_CONSTRAINTS, count }, variant: 'together' })
    },
    examples: () => ({
      valid: {
        ten: drawing({ task: ec2Task({ placementConstraints: many(10) }) }),
        'ten together': drawing({
          task: ec2Task({ placementConstraints: many(6) }),
          web: service({ launchType: 'EC2', placementConstraints: many(4) }),
        }),
        none: drawing({ task: ec2Task(), web: service({ launchType: 'EC2' }) }),
      },
      invalid: {
        'eleven in the definition, one more on the service': {
          design: drawing({
            task: ec2Task({ placementConstraints: many(11) }),
            web: service({ launchType: 'EC2', placementConstraints: many(1) }),
          }),
          element: 'task',
          at,
        },
        'eleven together': {
          design: drawing({
            task: ec2Task({ placementConstraints: many(6) }),
            web: service({ launchType: 'EC2', placementConstraints: many(5) }),
          }),
          element: 'web',
          at,
        },
      },
    }),
  }),
])

function many(count: number): Spec[] {
  return Array.from({ length: count }, (_, i) => ({
    type: 'memberOf',
    expression: `attribute:rack != ${i}`,
  }))
}

/** How many constraints a service or task gets from what it runs; 0 for a task definition itself. */
function constraintsOfDefinition(graph: Graph, runner: string): number {
  if (graph.element(runner)?.kind === taskDefinition.kind) return 0
  return definitionOf(graph, runner)?.spec.placementConstraints?.length ?? 0
}

/** Takes distinctInstance out of the definition and gives it to everything that runs it. */
function distinctOn(runners: readonly string[], definition: string): Fix {
  const isDistinct = (one: unknown) => isObject(one) && one.type === 'distinctInstance'
  const title = say`Move distinctInstance to ${inWords(
    runners.map((id) => `“${id}”`),
    'and',
  )}`
  const takeOut = dropItemsWith(title, definition, at, 'type', 'distinctInstance')
  return {
    title,
    apply: (draft) => {
      const constraints = draft.elements[definition]?.spec.placementConstraints
      if (!Array.isArray(constraints) || !constraints.some(isDistinct)) return
      takeOut.apply(draft)
      for (const id of runners) {
        const runner = draft.elements[id]?.spec
        if (!runner) continue
        const own = Array.isArray(runner.placementConstraints) ? runner.placementConstraints : []
        if (!own.some(isDistinct)) runner.placementConstraints = [...own, { type: 'distinctInstance' }]
      }
    },
  }
}
