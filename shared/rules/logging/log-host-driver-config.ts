import { announcedByEcsInit, driversToAnnounce } from '../../aws/facts/log-drivers'
import { textAt } from '../../elements/parts/reading'
import { taskDefinition } from '../../elements/task-definition'
import { instancesIn } from '../../graph/capacity'
import type { Graph } from '../../graph/graph'
import { launchTypesOf, runsOf } from '../../graph/runs'
import { container, drawing, ec2Task, element, service } from '../examples'
import { defineRule } from '../rule'
import { loggersOf } from './loggers'

const VARIABLE = 'ECS_AVAILABLE_LOGGING_DRIVERS'

export const logHostDriverConfig = defineRule({
  id: 'log-host-driver-config',
  severity: 'advice',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/logConfiguration'],
  title: 'On EC2 the agent must list uncommon log drivers',
  message:
    'Container “{container}” uses log driver {driver}: make sure that the instances’ agent lists it in ECS_AVAILABLE_LOGGING_DRIVERS.',
  why: 'ECS places a task with such a driver only on instances whose agent has announced it. The agent of the ECS-optimized AMIs announces json-file, syslog, awslogs and fluentd by itself; without any setting an agent announces json-file only.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const { driver, container, at } of loggersOf(spec)) {
      if (driver === undefined || !driversToAnnounce.includes(driver)) continue
      if (!launchTypesOf(graph, id).has('EC2') || isAnnounced(graph, id, driver)) continue
      report({ at: `${at}/logDriver`, values: { container, driver } })
    }
  },
  examples: () => ({
    valid: {
      awslogs: drawing({ task: logging('awslogs') }),
      'instances that list it': onInstances('gelf', {
        UserData: `#!/bin/bash\necho '${VARIABLE}=["json-file","awslogs","gelf"]' >> /etc/ecs/ecs.config`,
      }),
      'a driver that the ECS-optimized AMI lists by itself': onInstances('fluentd', {
        ImageId: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
      }),
      'on an external instance': drawing({
        task: {
          ...logging('gelf'),
          spec: { ...logging('gelf').spec, requiresCompatibilities: ['EXTERNAL'] },
        },
      }),
    },
    invalid: {
      'instances that are not drawn': {
        design: drawing({ task: logging('gelf') }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/logDriver',
      },
      'instances that list other drivers': {
        design: onInstances('fluentd', { UserData: `echo ${VARIABLE}='["awslogs"]' >> /etc/ecs/ecs.config` }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/logDriver',
      },
    },
  }),
})

/** Do all instances that the task may be placed on announce the driver? Not where none is drawn. */
function isAnnounced(graph: Graph, id: string, driver: string): boolean {
  const clusters = runsOf(graph, id).flatMap(({ launch, cluster }) => (launch === 'EC2' ? [cluster] : []))
  const groups = clusters.flatMap((cluster) =>
    cluster === undefined ? [] : instancesIn(graph, cluster).map((group) => group.id),
  )
  return groups.length > 0 && groups.every((group) => announces(graph, group, driver))
}

function announces(graph: Graph, instances: string, driver: string): boolean {
  const spec = graph.element(instances)?.spec
  const member = (name: string) => textAt(spec, `/${name}`) ?? textAt(spec, `/LaunchTemplateData/${name}`)
  const list = new RegExp(`${VARIABLE}(.*)`).exec(member('UserData') ?? '')?.[1]
  if (list !== undefined) return list.includes(driver)
  return (
    /ecs\/optimized-ami|ecs-optimized/.test(member('ImageId') ?? '') && announcedByEcsInit.includes(driver)
  )
}

function logging(logDriver: string) {
  return ec2Task({ containerDefinitions: [container({ memory: 512, logConfiguration: { logDriver } })] })
}

function onInstances(driver: string, members: Readonly<Record<string, unknown>>) {
  return drawing({
    cluster: element('cluster', { clusterName: 'main' }),
    instances: element('container-instance', { cluster: '@{cluster}', agentConnected: true, ...members }),
    task: logging(driver),
    web: service({ cluster: '@{cluster}', launchType: 'EC2' }),
  })
}
