import { WINDOWS_FARGATE_PORT } from '../../aws/facts/ports'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, fargateTask } from '../examples'
import { commonPort, containerPortsOf, portMappingsOf } from '../ports'
import { runsOnFargate, runsWindows } from '../reading'
import { defineRule } from '../rule'
import { FIRST, fargatePorts } from './examples'

const reserved = { first: WINDOWS_FARGATE_PORT, last: WINDOWS_FARGATE_PORT }

export const portWindowsFargate3150 = defineRule({
  id: 'port-windows-fargate-3150',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/runtimePlatform/operatingSystemFamily'],
  title: 'Fargate keeps port 3150 for itself on Windows',
  message: 'Fargate keeps port {port} for itself on Windows; let the container listen on another one.',
  why: 'Every Windows task on Fargate runs a process of AWS’s own that listens on this port. A container that maps it, too, can’t have it.',
  sources: [{ ref: 'DG-2023:task_definition_parameters', checked: '2026-11-21' }],
  check({ id, spec, graph, report }) {
    for (const { mapping, at } of portMappingsOf(spec)) {
      const ports = containerPortsOf(mapping)
      if (ports === undefined || commonPort(ports, reserved) === undefined) continue
      if (runsWindows(spec) !== true || !runsOnFargate(graph, id)) return
      report({
        at: `${at}/${mapping.containerPortRange ? 'containerPortRange' : 'containerPort'}`,
        values: { port: WINDOWS_FARGATE_PORT },
      })
    }
  },
  examples: () => ({
    valid: {
      'the port after it': onWindows({ containerPort: 3151 }),
      'on Linux': fargatePorts({ containerPort: 3150 }),
      'on container instances': onWindows({ containerPort: 3150 }, ['EC2']),
    },
    invalid: {
      'the port itself': {
        design: onWindows({ containerPort: 3150 }),
        element: 'task',
        at: `${FIRST}/containerPort`,
      },
      'a range around it': {
        design: onWindows({ containerPortRange: '3100-3200' }),
        element: 'task',
        at: `${FIRST}/containerPortRange`,
      },
    },
  }),
})

function onWindows(mapping: Readonly<Record<string, unknown>>, requiresCompatibilities = ['FARGATE']) {
  return drawing({
    task: fargateTask({
      requiresCompatibilities,
      cpu: '1024',
      memory: '2048',
      runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      containerDefinitions: [
        container({ image: 'mcr.microsoft.com/windows/servercore/iis', cpu: 512, portMappings: [mapping] }),
      ],
    }),
  })
}
