import { containerConditions } from '../../aws/facts/container-dependencies'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { inWords, say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isUnknown, isWritten } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'

/** How Docker Compose, and people, call the same conditions. */
const synonyms: Readonly<Record<string, string>> = {
  SERVICE_STARTED: 'START',
  STARTED: 'START',
  RUNNING: 'START',
  SERVICE_HEALTHY: 'HEALTHY',
  SERVICE_COMPLETED_SUCCESSFULLY: 'SUCCESS',
  SUCCEEDED: 'SUCCESS',
  COMPLETED: 'COMPLETE',
}

export const containerDependsCondition = defineRule({
  id: 'container-depends-condition',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/dependsOn'],
  title: 'A dependency says how far the other container must have got',
  message: '{condition} is no condition to wait for; use {known}.',
  variants: {
    missing: 'A dependency of container “{container}” does not say what it waits for; use {known}.',
  },
  why: 'START waits until the other container has started, HEALTHY until its health check passes, COMPLETE until it has ended and SUCCESS until it has ended with exit code 0. RegisterTaskDefinition refuses anything else.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    const known = inWords(containerConditions, 'or')
    for (const { at, called, container } of containersOf(spec)) {
      container.dependsOn?.forEach(({ condition }, index) => {
        const place = `${at}/dependsOn/${index}/condition`
        if (!condition) {
          if (!isWritten(element, place))
            report({ at: place, variant: 'missing', values: { container: called, known } })
          return
        }
        if (isUnknown(condition) || isCondition(condition)) return
        const meant = condition.trim().toUpperCase()
        const better = own(synonyms, meant) ?? meant
        report({
          at: place,
          values: { condition: quote(condition), known },
          ...(isCondition(better) && {
            fix: setMembers(say`Write it as ${better}`, id, { [place]: better }),
          }),
        })
      })
    }
  },
  examples: () => ({
    valid: {
      'every condition': drawing({
        task: fargateTask({
          containerDefinitions: containerConditions.flatMap((condition, i) => [
            container({
              name: `job-${i}`,
              essential: false,
              healthCheck: { command: ['CMD', '/healthcheck'] },
            }),
            container({ name: `app-${i}`, dependsOn: [{ containerName: `job-${i}`, condition }] }),
          ]),
        }),
      }),
      'a placeholder': waiting('<condition>'),
    },
    invalid: {
      'a word that only resembles one': {
        design: waiting('STARTED'),
        element: 'task',
        at: '/containerDefinitions/1/dependsOn/0/condition',
      },
      'small letters': {
        design: waiting('start'),
        element: 'task',
        at: '/containerDefinitions/1/dependsOn/0/condition',
      },
      'no condition of any kind': {
        design: waiting('READY'),
        element: 'task',
        at: '/containerDefinitions/1/dependsOn/0/condition',
      },
      'left out': {
        design: waiting(undefined),
        element: 'task',
        at: '/containerDefinitions/1/dependsOn/0/condition',
      },
    },
  }),
})

function isCondition(value: string): boolean {
  return containerConditions.some((one) => one === value)
}

function waiting(condition: string | undefined) {
  const dependency = { containerName: 'init', ...(condition === undefined ? {} : { condition }) }
  return drawing({
    task: fargateTask({
      containerDefinitions: [container({ name: 'init' }), container({ dependsOn: [dependency] })],
    }),
  })
}
