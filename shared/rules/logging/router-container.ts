/** What a log router's own container must be like. */
import { routerTypes } from '../../aws/facts/log-options'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isKnown, isWritten } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { awslogsFix } from './awslogs-fix'
import { routersOf } from './routers'

const api = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html',
  checked: '2026-11-26',
}
const guide = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  checked: '2026-11-26',
}

export const routerContainerRules = ruleFamily([
  defineRule({
    id: 'log-firelens-type',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/firelensConfiguration'],
    title: 'A log router is of type fluentbit or fluentd',
    message: 'Log router “{router}” has the type “{type}”; set it to fluentbit or fluentd.',
    variants: { missing: 'Log router “{router}” has no type; set it to fluentbit or fluentd.' },
    why: 'ECS writes the router’s configuration in the language of one of these two programs, so it has to know which one the image holds. The names are written without a hyphen.',
    sources: [api, { ref: 'API:FirelensConfigurationType', checked: '2026-11-26' }],
    check({ id, element, spec, report }) {
      for (const { place, called, fireLens } of routersOf(spec)) {
        const at = `${place}/type`
        const { type } = fireLens
        const missing = !isWritten(element, at)
        if (!missing && (!isKnown(type) || (routerTypes as readonly string[]).includes(type))) continue
        const meant = routerTypes.find((one) => one === type?.toLowerCase().replace(/[^a-z]/g, ''))
        report({
          at,
          values: { router: called, type: type ?? '' },
          ...(missing && { variant: 'missing' }),
          ...(meant && { fix: setMembers(say`Set the type to ${meant}`, id, { [at]: meant }) }),
        })
      }
    },
    examples: () => ({
      valid: {
        fluentbit: drawing({ task: routed({ firelensConfiguration: { type: 'fluentbit' } }) }),
        fluentd: drawing({ task: routed({ firelensConfiguration: { type: 'fluentd' } }) }),
        'a placeholder': drawing({ task: routed({ firelensConfiguration: { type: '<router>' } }) }),
      },
      invalid: {
        'written with a hyphen': {
          design: drawing({ task: routed({ firelensConfiguration: { type: 'fluent-bit' } }) }),
          element: 'task',
          at: '/containerDefinitions/1/firelensConfiguration/type',
        },
        'another program': {
          design: drawing({ task: routed({ firelensConfiguration: { type: 'vector' } }) }),
          element: 'task',
          at: '/containerDefinitions/1/firelensConfiguration/type',
        },
        'left out': {
          design: drawing({
            task: routed({ firelensConfiguration: { options: { 'enable-ecs-log-metadata': 'true' } } }),
          }),
          element: 'task',
          at: '/containerDefinitions/1/firelensConfiguration/type',
        },
      },
    }),
  }),
  defineRule({
    id: 'log-firelens-multiple',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/firelensConfiguration'],
    title: 'A task has one log router',
    message:
      '“{router}” is a second log router beside “{first}”; a task has one. Remove one FireLens configuration.',
    why: 'Containers name the driver awsfirelens, not a router, so ECS must be able to tell which one is meant. One router can send logs to many places.',
    sources: [guide, { ref: 'CDK:FirelensRouterAlreadyAdded', checked: '2026-11-21' }],
    check({ spec, report }) {
      const [first, ...others] = routersOf(spec)
      for (const { place, called } of others) {
        report({ at: place, values: { router: called, first: first?.called ?? '' } })
      }
    },
    examples: () => ({
      valid: {
        'one router': drawing({ task: routed() }),
        'an empty configuration beside it, which says nothing': drawing({
          task: routed({}, [container({ name: 'proxy', firelensConfiguration: {} })]),
        }),
      },
      invalid: {
        'two routers': {
          design: drawing({
            task: routed({}, [container({ name: 'audit', firelensConfiguration: { type: 'fluentd' } })]),
          }),
          element: 'task',
          at: '/containerDefinitions/2/firelensConfiguration',
        },
      },
    }),
  }),
  defineRule({
    id: 'log-firelens-self',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/firelensConfiguration'],
    title: 'A log router does not log through itself',
    message: 'Log router “{router}” logs through awsfirelens, which is itself; use awslogs for its own log.',
    why: 'The driver waits for the router to take its lines, and the router can’t start before its own log is open. Its messages are what tells why logs are missing, so they need a way that does not depend on it.',
    sources: [{ ref: 'ACR:ecs-logging-and-firelens', checked: '2026-11-21' }, guide],
    check(definition) {
      for (const { at, called, index, container } of routersOf(definition.spec)) {
        if (container.logConfiguration?.logDriver !== 'awsfirelens') continue
        definition.report({
          at: `${at}/logConfiguration/logDriver`,
          values: { router: called },
          fix: awslogsFix(definition, [index]),
        })
      }
    },
    examples: () => ({
      valid: {
        'its own log to CloudWatch': drawing({
          task: routed({ logConfiguration: { logDriver: 'awslogs' } }),
        }),
        'without a log of its own': drawing({ task: routed() }),
      },
      invalid: {
        'through itself': {
          design: drawing({ task: routed({ logConfiguration: { logDriver: 'awsfirelens' } }) }),
          element: 'task',
          at: '/containerDefinitions/1/logConfiguration/logDriver',
        },
      },
    }),
  }),
  defineRule({
    id: 'log-firelens-essential',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/firelensConfiguration'],
    title: 'A log router is essential',
    message:
      'Log router “{router}” is not essential: when it stops, logs are lost and nobody notices. Make it essential.',
    why: 'When an essential container stops, the task stops and is replaced. When a router that is not essential stops, the application goes on and its logs go nowhere.',
    sources: [guide],
    check({ id, spec, report }) {
      for (const { at, called, container } of routersOf(spec)) {
        if (container.essential !== false) continue
        report({
          at: `${at}/essential`,
          values: { router: called },
          fix: setMembers(say`Make “${called}” essential`, id, { [`${at}/essential`]: true }),
        })
      }
    },
    examples: () => ({
      valid: {
        essential: drawing({ task: routed({ essential: true }) }),
        'left out, which means essential': drawing({ task: routed() }),
        'another container that is not': drawing({
          task: routed({}, [container({ name: 'proxy', essential: false })]),
        }),
      },
      invalid: {
        'not essential': {
          design: drawing({ task: routed({ essential: false }) }),
          element: 'task',
          at: '/containerDefinitions/1/essential',
        },
      },
    }),
  }),
])

function routed(router = {}, more: readonly object[] = []) {
  return fargateTask({
    executionRoleArn: '<execution-role-arn>',
    containerDefinitions: [
      container({ logConfiguration: { logDriver: 'awsfirelens' } }),
      container({ name: 'log_router', firelensConfiguration: { type: 'fluentbit' }, ...router }),
      ...more,
    ],
  })
}
