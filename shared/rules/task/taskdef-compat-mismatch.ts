import { compatibilities } from '../../aws/facts/compatibilities'
import { sizeOf, systemOf } from '../../aws/facts/fargate-sizes'
import type { Element } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { type LaunchType, runsOf } from '../../graph/runs'
import { inWords, say } from '../../texts/text'
import { drawing, ec2Task, fargateTask, inSubnets, service } from '../examples'
import {
  isAbsent,
  isUnknown,
  isWritten,
  networkModeOf,
  runsWindows,
  type TaskDefinitionSpec,
} from '../reading'
import { defineRule, type Fix } from '../rule'
import { taskCpu, taskMemory } from './size'

export const taskdefCompatMismatch = defineRule({
  id: 'taskdef-compat-mismatch',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/requiresCompatibilities'],
  title: 'A task definition claims the launch types that it is run with',
  message:
    'This task definition is run on {launch} but does not claim it; add {launch} to requiresCompatibilities.',
  why: 'ECS works out itself which launch types a definition is fit for, and refuses to run it elsewhere. A launch type that the definition does not claim is not checked when it is registered, so that a mistake shows only when a task is started.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'E3054', checked: '2026-11-21' },
    { ref: 'CDK:SuppliedTaskDefinitionConfiguredCompatibility', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const claims = spec.requiresCompatibilities ?? []
    // A claim that is a placeholder may be the one; a wrong one is taskdef-compat-value.
    if (isAbsent(claims) || !claims.every((one) => compatibilities.some((known) => known === one))) return
    const missing = [
      ...new Set(
        runsOf(graph, id).flatMap(({ launch }) => (launch && !claims.includes(launch) ? launch : [])),
      ),
    ]
    if (missing.length === 0) return
    const fits = missing.every((launch) => isFit(element, spec, launch))
    report({
      at: '/requiresCompatibilities',
      values: { launch: inWords(missing, 'and') },
      ...(fits && { severity: 'warning' }),
      fix: claim(id, missing),
    })
  },
  examples: () => ({
    valid: {
      claimed: drawing({
        task: fargateTask({ requiresCompatibilities: ['EC2', 'FARGATE'] }),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'nothing claimed': drawing({
        task: ec2Task({ requiresCompatibilities: undefined }),
        web: service({ launchType: 'EC2' }),
      }),
      'nothing says how it is run': drawing({ task: ec2Task(), web: service() }),
      'a claim in small letters, which taskdef-compat-value reports': drawing({
        task: fargateTask({ requiresCompatibilities: ['fargate'] }),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'a placeholder among the claims': drawing({
        task: fargateTask({ requiresCompatibilities: ['<launch-type>'] }),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
    },
    invalid: {
      'made for EC2, run on Fargate': {
        design: drawing({
          task: ec2Task({ networkMode: 'bridge' }),
          web: service({ launchType: 'FARGATE' }),
        }),
        element: 'task',
        at: '/requiresCompatibilities',
      },
      'with an interface of its own, run on an external instance': {
        design: drawing({ task: fargateTask(), web: service({ launchType: 'EXTERNAL' }) }),
        element: 'task',
        at: '/requiresCompatibilities',
      },
      'claimed for EC2 only, but fit for Fargate': {
        design: drawing({
          task: fargateTask({ requiresCompatibilities: ['EC2'] }),
          web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
        }),
        element: 'task',
        at: '/requiresCompatibilities',
        severity: 'warning',
      },
      'claimed for Fargate only, which EC2 runs too': {
        design: drawing({
          task: fargateTask(),
          web: service({ launchType: 'EC2', networkConfiguration: inSubnets }),
        }),
        element: 'task',
        at: '/requiresCompatibilities',
        severity: 'warning',
      },
    },
  }),
})

/** Would ECS count the launch type among the compatibilities that it works out, as far as network, size and system tell? */
function isFit(element: Element, spec: TaskDefinitionSpec, launch: LaunchType): boolean {
  const mode = networkModeOf(spec, launch)
  switch (launch) {
    case 'EC2':
      return true
    case 'EXTERNAL':
      return mode !== 'awsvpc'
    case 'MANAGED_INSTANCES':
      return mode !== 'bridge' && runsWindows(spec) !== true
    case 'FARGATE':
      return (
        (mode === undefined || mode === 'awsvpc') &&
        isWritten(element, '/networkMode') &&
        hasFargateSize(element, spec)
      )
  }
}

/** A size that holds a placeholder may be one. */
function hasFargateSize(element: Element, spec: TaskDefinitionSpec): boolean {
  if (isUnknown(spec.cpu) || isUnknown(spec.memory)) return true
  const size = sizeOf(taskCpu(element) ?? 0, systemOf(spec.runtimePlatform?.operatingSystemFamily))
  return size?.memory.includes(taskMemory(element) ?? 0) ?? false
}

function claim(id: string, launches: readonly LaunchType[]): Fix {
  return {
    title: say`Add ${inWords(launches, 'and')} to the compatibilities`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      const claims = spec?.requiresCompatibilities
      if (spec && Array.isArray(claims)) spec.requiresCompatibilities = [...new Set([...claims, ...launches])]
    },
  }
}
