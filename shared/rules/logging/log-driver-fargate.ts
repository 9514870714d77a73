import { logDrivers, takesLogDriver } from '../../aws/facts/log-drivers'
import { isObject, valueAt } from '../../basics/json'
import { refer } from '../../design/references'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { addElement, attachExecutionRole, findElement } from '../fixes'
import { containerName, isKnown, runsOnFargate } from '../reading'
import type { Fix } from '../rule'
import { defineRule } from '../rule'

export const logDriverFargate = defineRule({
  id: 'log-driver-fargate',
  severity: 'error',
  on: [taskDefinition],
  title: 'Fargate has the log drivers awslogs, splunk and awsfirelens',
  message: 'Fargate has no log driver {driver}; container “{container}” can use {drivers}.',
  why: 'The other drivers write to the machine that runs the container or to a service on it, and on Fargate nobody can reach that machine. RegisterTaskDefinition refuses them for Fargate.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
      checked: '2026-11-21',
    },
    { ref: 'E3713', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (!runsOnFargate(graph, id)) return
    spec.containerDefinitions?.forEach(({ name, logConfiguration }, index) => {
      const driver = logConfiguration?.logDriver
      if (!isKnown(driver) || takesLogDriver('FARGATE', driver)) return
      const family = isKnown(spec.family) ? spec.family : id
      report({
        at: `/containerDefinitions/${index}/logConfiguration/logDriver`,
        values: { driver, container: containerName(name, index), drivers: drivers() },
        fix: toAwslogs(id, index, family, name || family),
      })
    })
  },
  examples: {
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
  },
})

function logging(logDriver: string, options?: Readonly<Record<string, string>>) {
  return container({ logConfiguration: { logDriver, ...(options && { options }) } })
}

function drivers(): string {
  const [first, second, third] = logDrivers.FARGATE
  return `${first}, ${second} or ${third}`
}

/** The old driver's options mean nothing to awslogs, so the whole configuration is replaced. */
function toAwslogs(id: string, index: number, family: string, prefix: string): Fix {
  const name = `/ecs/${family}`
  return {
    title: `Log to CloudWatch with awslogs, in log group ${name}`,
    apply: (draft) => {
      const container = valueAt(draft.elements[id]?.spec, `/containerDefinitions/${index}`)
      if (!isObject(container)) return
      const driver = valueAt(container, '/logConfiguration/logDriver')
      if (typeof driver !== 'string' || takesLogDriver('FARGATE', driver)) return
      const group =
        findElement(draft, 'log-group', 'logGroupName', name) ??
        addElement(draft, `${id}-logs`, { kind: 'log-group', spec: { logGroupName: name } })
      container.logConfiguration = {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': refer(group),
          'awslogs-region': draft.region ?? '<region>',
          'awslogs-stream-prefix': prefix,
        },
      }
      attachExecutionRole(draft, id)
    },
  }
}
