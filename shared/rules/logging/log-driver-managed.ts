import { isLogDriver, takesLogDriver } from '../../aws/facts/log-drivers'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { defineRule } from '../rule'
import { awslogsFix } from './awslogs-fix'
import { driversIn, loggersOf } from './loggers'

export const logDriverManaged = defineRule({
  id: 'log-driver-managed',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/logConfiguration'],
  title: 'Managed instances have the log drivers awslogs, splunk, awsfirelens and json-file',
  message: 'Managed instances have no log driver {driver}; container “{container}” can use {drivers}.',
  why: 'AWS runs managed instances from an image of its own, on which nothing can be installed. Drivers that need a service on the instance, or a setting of its agent, are not offered there.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check(definition) {
    const { id, spec, graph, report } = definition
    for (const { driver, index, container, at } of loggersOf(spec)) {
      if (driver === undefined || !isLogDriver(driver) || takesLogDriver('MANAGED_INSTANCES', driver))
        continue
      if (!launchTypesOf(graph, id).has('MANAGED_INSTANCES')) return
      report({
        at: `${at}/logDriver`,
        values: { driver, container, drivers: driversIn('MANAGED_INSTANCES') },
        fix: awslogsFix(definition, [index]),
      })
    }
  },
  examples: () => ({
    valid: {
      'json-file': drawing({ task: managed('json-file') }),
      'a driver that nobody has is another rule’s': drawing({ task: managed('cloudwatch') }),
      'syslog on container instances': drawing({
        task: ec2Task({
          containerDefinitions: [container({ memory: 512, logConfiguration: { logDriver: 'syslog' } })],
        }),
      }),
    },
    invalid: {
      syslog: {
        design: drawing({ task: managed('syslog') }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/logDriver',
      },
    },
  }),
})

function managed(logDriver: string) {
  return fargateTask({
    requiresCompatibilities: ['MANAGED_INSTANCES'],
    containerDefinitions: [container({ logConfiguration: { logDriver } })],
  })
}
