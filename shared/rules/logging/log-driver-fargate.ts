import { isLogDriver, takesLogDriver } from '../../aws/facts/log-drivers'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { awslogsFix } from './awslogs-fix'
import { driversIn, loggersOf } from './loggers'

export const logDriverFargate = defineRule({
  id: 'log-driver-fargate',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/logConfiguration'],
  title: 'Fargate has the log drivers awslogs, splunk and awsfirelens',
  message: 'Fargate has no log driver {driver}; container “{container}” can use {drivers}.',
  why: 'The other drivers write to the machine that runs the container or to a service on it, and on Fargate nobody can reach that machine. RegisterTaskDefinition refuses them for Fargate.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'E3713', checked: '2026-11-21' },
  ],
  check(definition) {
    const { id, spec, graph, report } = definition
    for (const { driver, index, container, at } of loggersOf(spec)) {
      // What no launch type knows is log-driver-value.
      if (driver === undefined || !isLogDriver(driver) || takesLogDriver('FARGATE', driver)) continue
      if (!runsOnFargate(graph, id)) return
      report({
        at: `${at}/logDriver`,
        values: { driver, container, drivers: driversIn('FARGATE') },
        fix: awslogsFix(definition, [index]),
      })
    }
  },
  examples: () => ({
    valid: {
      awslogs: drawing({
        task: fargateTask({ containerDefinitions: [logging('awslogs')], executionRoleArn: '<role-arn>' }),
      }),
      'awsfirelens, with options of its own': drawing({
        task: fargateTask({ containerDefinitions: [logging('awsfirelens', { Name: 'http' })] }),
      }),
      'json-file on container instances': drawing({
        task: ec2Task({ containerDefinitions: [{ ...logging('json-file'), memory: 512 }] }),
      }),
      'no log configuration': drawing({ task: fargateTask() }),
      'a placeholder': drawing({
        task: fargateTask({ containerDefinitions: [logging('<log-driver>')] }),
      }),
    },
    invalid: {
      'json-file': {
        design: drawing({
          task: fargateTask({ containerDefinitions: [logging('json-file', { 'max-size': '10m' })] }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/logDriver',
      },
      'the second container': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [
              logging('splunk'),
              { ...logging('syslog', { 'syslog-address': 'tcp://192.0.2.10:514' }), name: 'proxy' },
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/logConfiguration/logDriver',
      },
    },
  }),
})

function logging(logDriver: string, options?: Readonly<Record<string, string>>) {
  return container({ logConfiguration: { logDriver, ...(options && { options }) } })
}
