import { FARGATE_OPEN_FILES } from '../../aws/facts/container-limits'
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say, term } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isWritten, runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { linuxContainersOf } from './containers'

/** Docker’s value for “no limit”. */
const UNLIMITED = -1

export const containerUlimitLimits = defineRule({
  id: 'container-ulimit-limits',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/ulimits'],
  title: 'A ulimit has a soft and a hard limit that go together',
  message: 'The soft limit of ulimit “{name}” is {soft}, above its hard limit of {hard}; lower it.',
  variants: {
    missing: 'Ulimit “{name}” has no {member} limit; ECS wants both.',
    fargate: 'On Fargate a container can have at most {most} files open; lower the hard limit of nofile.',
  },
  why: 'A process starts with the soft limit and may raise it up to the hard one, so the soft limit can’t be above. The API requires both; on Fargate the hosts themselves bound how many files may be open.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:AWS_Fargate', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    for (const { at, container } of linuxContainersOf(spec)) {
      container.ulimits?.forEach(({ name: written, softLimit, hardLimit }, index) => {
        const name = written || say`number ${index + 1}`
        const soft = `${at}/ulimits/${index}/softLimit`
        const hard = `${at}/ulimits/${index}/hardLimit`
        for (const place of [soft, hard].filter((place) => !isWritten(element, place))) {
          const member = place === soft ? term('soft') : term('hard')
          report({ at: place, variant: 'missing', values: { name, member } })
        }
        if (softLimit !== undefined && hardLimit !== undefined && isMore(softLimit, hardLimit)) {
          const fix = setMembers(say`Lower the soft limit to ${hardLimit}`, id, { [soft]: hardLimit })
          report({ at: soft, values: { name, soft: softLimit, hard: hardLimit }, fix })
        }
        const files = name === 'nofile' ? hardLimit : undefined
        if (files === undefined || !isMore(files, FARGATE_OPEN_FILES) || !runsOnFargate(graph, id)) return
        const fix = setMembers(say`Lower it to ${FARGATE_OPEN_FILES}`, id, {
          [hard]: FARGATE_OPEN_FILES,
          ...(softLimit !== undefined && { [soft]: least(softLimit, FARGATE_OPEN_FILES) }),
        })
        report({ at: hard, variant: 'fargate', values: { most: FARGATE_OPEN_FILES }, fix })
      })
    }
  },
  examples: () => ({
    valid: {
      'a soft limit below the hard one': drawing({ task: limiting({ softLimit: 4096, hardLimit: 8192 }) }),
      'the same limit twice': drawing({ task: limiting({ softLimit: 65535, hardLimit: 65535 }) }),
      'no limit at all': drawing({
        task: limiting({ name: 'memlock', softLimit: UNLIMITED, hardLimit: UNLIMITED }),
      }),
      'a placeholder': drawing({ task: limiting({ softLimit: 8192, hardLimit: '<limit>' }) }),
      'as many files as Fargate opens': drawing({
        task: onFargate({ softLimit: FARGATE_OPEN_FILES, hardLimit: FARGATE_OPEN_FILES }),
      }),
    },
    invalid: {
      'a soft limit above the hard one': {
        design: drawing({ task: limiting({ softLimit: 8192, hardLimit: 4096 }) }),
        element: 'task',
        at: '/containerDefinitions/0/ulimits/0/softLimit',
      },
      'no soft limit within a hard one': {
        design: drawing({ task: limiting({ softLimit: UNLIMITED, hardLimit: 4096 }) }),
        element: 'task',
        at: '/containerDefinitions/0/ulimits/0/softLimit',
      },
      'one limit only': {
        design: drawing({ task: limiting({ softLimit: 4096 }) }),
        element: 'task',
        at: '/containerDefinitions/0/ulimits/0/hardLimit',
      },
      'more files than Fargate opens': {
        design: drawing({ task: onFargate({ softLimit: 1024, hardLimit: FARGATE_OPEN_FILES + 1 }) }),
        element: 'task',
        at: '/containerDefinitions/0/ulimits/0/hardLimit',
      },
    },
  }),
})

function isMore(limit: number, than: number): boolean {
  return than !== UNLIMITED && (limit === UNLIMITED || limit > than)
}

function least(a: number, b: number): number {
  return isMore(a, b) ? b : a
}

function limiting(ulimit: Spec) {
  return ec2Task({
    containerDefinitions: [container({ memory: 512, ulimits: [{ name: 'nofile', ...ulimit }] })],
  })
}

function onFargate(ulimit: Spec) {
  return fargateTask({ containerDefinitions: [container({ ulimits: [{ name: 'nofile', ...ulimit }] })] })
}
