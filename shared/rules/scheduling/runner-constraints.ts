/** Placement constraints of services and standalone tasks: which instances a task may be placed on. */
import { EXPRESSION_LENGTH, placementConstraints as types } from '../../aws/facts/placement'
import { toText } from '../../basics/convert'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { mostInstances } from '../../graph/capacity'
import { instancesFor } from '../../graph/reach'
import { say } from '../../texts/text'
import { asgProvider, autoScalingGroup, cluster, instances, onInstances } from '../cluster/examples'
import { onEc2, onFargate } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { oneOfValues } from '../limits'
import { isAbsent, isKnown, isWrittenIn, runsOnFargate } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { runOnEc2 } from './examples'

const LIST = '/placementConstraints'
const distinct = { type: 'distinctInstance' }
const onLarge = { type: 'memberOf', expression: 'attribute:ecs.instance-type == t3.large' }
const typeLimit = oneOfValues(types)
const page = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html',
  checked: '2026-11-26',
}

export const runnerConstraints = ruleFamily([
  defineRule({
    id: 'placement-distinct-expression',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/placementConstraints'],
    title: 'A distinctInstance constraint has no expression',
    message: 'A distinctInstance constraint takes no expression; remove it, or use memberOf for it.',
    why: 'This constraint says one thing: no two tasks of the group on one instance. Which instances are good at all is what memberOf says, in a constraint of its own.',
    sources: [page],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.placementConstraints) || runsOnFargate(graph, id)) return
      spec.placementConstraints?.forEach(({ type, expression }, i) => {
        const at = `${LIST}/${i}/expression`
        if (type !== 'distinctInstance' || !expression) return
        report({ at, fix: removeMember('Remove the expression', id, at) })
      })
    },
    examples: () => ({
      valid: {
        'without an expression': constrained([distinct]),
        'an empty one': constrained([{ ...distinct, expression: '' }]),
        'beside memberOf': constrained([distinct, onLarge]),
      },
      invalid: {
        'with an expression': {
          design: constrained([{ ...distinct, expression: onLarge.expression }]),
          element: 'web',
          at: `${LIST}/0/expression`,
        },
      },
    }),
  }),

  defineRule({
    id: 'placement-member-expression',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/placementConstraints'],
    title: 'A memberOf constraint has an expression',
    message: 'A memberOf constraint needs an expression that says which instances it means.',
    variants: {
      long: 'The expression has {length} characters, and ECS takes {most}; shorten it.',
      type: '“{type}” is no placement constraint; use distinctInstance or memberOf.',
    },
    why: 'The constraint admits the instances for which an expression in the cluster query language is true. There are two types of constraints only, and CreateService and RunTask refuse others.',
    sources: [page],
    check({ id, element, spec, graph, report }) {
      if (isAbsent(spec.placementConstraints) || runsOnFargate(graph, id)) return
      spec.placementConstraints?.forEach(({ type, expression = '' }, i) => {
        const at = `${LIST}/${i}`
        if (isKnown(type) && !typeLimit.allows(type)) {
          const meant = typeLimit.mend?.(type)
          const fix = meant
            ? setMembers(say`Change ${type} to ${toText(meant)}`, id, { [`${at}/type`]: meant })
            : undefined
          report({ at: `${at}/type`, variant: 'type', values: { type }, ...(fix && { fix }) })
        } else if (type === 'memberOf' && !isWrittenIn(element, at, 'expression')) report({ at })
        else if (type === 'memberOf' && expression.length > EXPRESSION_LENGTH) {
          const values = { length: expression.length, most: EXPRESSION_LENGTH }
          report({ at: `${at}/expression`, variant: 'long', values })
        }
      })
    },
    examples: () => ({
      valid: {
        'an instance type': constrained([onLarge]),
        'the longest expression': constrained([{ ...onLarge, expression: 'x'.repeat(EXPRESSION_LENGTH) }]),
        'a placeholder': constrained([{ ...onLarge, expression: '<expression>' }]),
        'on Fargate, where service-placement-fargate reports it': onFargate({
          placementConstraints: [{ type: 'memberOf' }],
        }),
      },
      invalid: {
        'no expression': {
          design: constrained([{ type: 'memberOf' }]),
          element: 'web',
          at: `${LIST}/0`,
        },
        'one character too many': {
          design: constrained([{ ...onLarge, expression: 'x'.repeat(EXPRESSION_LENGTH + 1) }]),
          element: 'web',
          at: `${LIST}/0/expression`,
        },
        'another spelling': {
          design: runOnEc2({ placementConstraints: [{ ...onLarge, type: 'member-of' }] }),
          element: 'nightly',
          at: `${LIST}/0/type`,
        },
        'a strategy instead': {
          design: constrained([{ type: 'spread', expression: 'instanceId' }]),
          element: 'web',
          at: `${LIST}/0/type`,
        },
      },
    }),
  }),

  defineRule({
    id: 'placement-distinct-too-few',
    severity: 'warning',
    on: [serviceKind, taskKind],
    needs: ['/placementConstraints'],
    title: 'There is an instance for each task that must have one of its own',
    message:
      'With one task on each instance, {pending} of {wanted} tasks stay pending, because there are {count} instances at most.',
    why: 'Constraints are binding: a task that finds no instance of its own is not placed. During a deployment even more instances are needed, because old and new tasks run side by side.',
    sources: [page, { ref: 'DG-2023:task-placement-constraints', checked: '2026-11-21' }],
    check({ id, element, spec, graph, report }) {
      const index = spec.placementConstraints?.findIndex(({ type }) => type === 'distinctInstance') ?? -1
      const wanted = element.spec.desiredCount ?? element.spec.count
      if (index < 0 || typeof wanted !== 'number') return
      const count = mostInstances(instancesFor(graph, id) ?? [])
      // Without any instance nothing can be told.
      if (!count || wanted <= count) return
      report({ at: `${LIST}/${index}`, values: { pending: wanted - count, wanted, count } })
    },
    examples: () => ({
      valid: {
        'as many instances as tasks': onInstances(
          { hosts: instances() },
          { placementConstraints: [distinct] },
        ),
        'an Auto Scaling group that can grow so far': onInstances(
          {
            main: cluster({ capacityProviders: ['@{ec2}'] }),
            ec2: asgProvider(),
            workers: autoScalingGroup({ MinSize: 1, MaxSize: 4 }),
          },
          {
            launchType: undefined,
            capacityProviderStrategy: [{ capacityProvider: '@{ec2}', weight: 1 }],
            desiredCount: 4,
            placementConstraints: [distinct],
          },
        ),
        'instances that are not drawn': onInstances(
          { main: cluster({ capacityProviders: ['others'] }), hosts: instances() },
          { desiredCount: 4, placementConstraints: [distinct] },
        ),
        'no cluster yet': constrained([distinct], { desiredCount: 9 }),
      },
      invalid: {
        'four tasks on two instances': {
          design: onInstances(
            { hosts: instances() },
            { desiredCount: 4, placementConstraints: [onLarge, distinct] },
          ),
          element: 'web',
          at: `${LIST}/1`,
        },
      },
    }),
  }),
])

function constrained(placementConstraints: readonly object[], web: object = {}) {
  return onEc2({ placementConstraints, ...web })
}
