/** What a container must be like for another one to wait for it. */
import { endConditions } from '../../aws/facts/container-dependencies'
import { valueAt } from '../../basics/json'
import type { Element } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, isWrittenIn, type TaskDefinitionSpec } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { containerNamed, containersOf, type PlacedContainer } from './containers'

const healthCheck = { command: ['CMD', '/healthcheck'] }

export const dependencyTargets = ruleFamily([
  defineRule({
    id: 'container-depends-healthy',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/dependsOn'],
    title: 'To be waited for until it is healthy a container needs a health check',
    message:
      'Container “{container}” waits until “{target}” is healthy, but that has no health check; add one, or wait for START.',
    why: 'ECS knows only health checks of the task definition; one that is built into the image is not seen. Without a health check the container never becomes healthy, and what waits for it never starts.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
        checked: '2026-11-26',
      },
      { ref: 'ACR:task-definition-authoring', checked: '2026-11-21' },
    ],
    check({ id, element, spec, report }) {
      for (const { place, waiting, target } of dependencies(spec, ['HEALTHY'])) {
        if (!isAbsent(valueAt(element.spec, `${target.at}/healthCheck`))) continue
        report({
          at: place,
          values: { container: waiting.called, target: target.called },
          fix: setMembers(say`Wait only until “${target.called}” has started`, id, { [place]: 'START' }),
        })
      }
    },
    examples: () => ({
      valid: {
        'a health check': waitingFor('HEALTHY', { healthCheck }),
        'waiting for the start': waitingFor('START', {}),
        'a container that is not there, which container-depends-unknown reports': waitingFor('HEALTHY', {
          name: 'other',
        }),
      },
      invalid: {
        'no health check': {
          design: waitingFor('HEALTHY', {}),
          element: 'task',
          at: '/containerDefinitions/1/dependsOn/0/condition',
        },
        'an empty one': {
          design: waitingFor('HEALTHY', { healthCheck: {} }),
          element: 'task',
          at: '/containerDefinitions/1/dependsOn/0/condition',
        },
      },
    }),
  }),
  defineRule({
    id: 'container-depends-essential',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/dependsOn'],
    title: 'A container whose end is waited for is not essential',
    message:
      'Container “{container}” waits until “{target}” has ended ({condition}), but “{target}” is essential: set essential to false there.',
    why: 'When an essential container ends, the whole task ends, so nothing could start after it. A container is essential unless it says otherwise, and RegisterTaskDefinition refuses the condition for it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, report }) {
      for (const { place, waiting, target, condition } of dependencies(spec, endConditions)) {
        if (!isEssential(element, target)) continue
        const others = containersOf(spec).some((one) => one !== target && isEssential(element, one))
        report({
          at: place,
          values: { container: waiting.called, target: target.called, condition },
          // A task has at least one essential container.
          ...(others && {
            fix: setMembers(say`Make “${target.called}” non-essential`, id, {
              [`${target.at}/essential`]: false,
            }),
          }),
        })
      }
    },
    examples: () => ({
      valid: {
        'a job that is not essential': waitingFor('SUCCESS', { essential: false }),
        'waiting for the start of an essential one': waitingFor('START', { essential: true }),
        'a placeholder': waitingFor('COMPLETE', { essential: '<essential>' }),
      },
      invalid: {
        'essential by default': {
          design: waitingFor('SUCCESS', {}),
          element: 'task',
          at: '/containerDefinitions/1/dependsOn/0/condition',
        },
        'essential in so many words': {
          design: waitingFor('COMPLETE', { essential: true }),
          element: 'task',
          at: '/containerDefinitions/1/dependsOn/0/condition',
        },
        'the only essential one': {
          design: waitingFor('COMPLETE', {}, { essential: false }),
          element: 'task',
          at: '/containerDefinitions/1/dependsOn/0/condition',
        },
      },
    }),
  }),
])

interface Dependency {
  readonly waiting: PlacedContainer
  readonly target: PlacedContainer
  readonly condition: string
  /** JSON pointer of the condition. */
  readonly place: string
}

/** The dependencies with one of some conditions on containers that are there. */
function dependencies(spec: TaskDefinitionSpec, conditions: readonly string[]): readonly Dependency[] {
  return containersOf(spec).flatMap((waiting) =>
    (waiting.container.dependsOn ?? []).flatMap(({ containerName, condition }, index) => {
      const target = containerName === undefined ? undefined : containerNamed(spec, containerName)
      if (!target || target === waiting || condition === undefined || !conditions.includes(condition))
        return []
      return [{ waiting, target, condition, place: `${waiting.at}/dependsOn/${index}/condition` }]
    }),
  )
}

/** A container is essential unless it says otherwise; a placeholder may say so. */
function isEssential(element: Element, { at, container }: PlacedContainer): boolean {
  return container.essential ?? !isWrittenIn(element, at, 'essential')
}

function waitingFor(
  condition: string,
  target: Readonly<Record<string, unknown>>,
  waiting: Readonly<Record<string, unknown>> = {},
) {
  return drawing({
    task: fargateTask({
      containerDefinitions: [
        container({ name: 'init', ...target }),
        container({ dependsOn: [{ containerName: 'init', condition }], ...waiting }),
      ],
    }),
  })
}
