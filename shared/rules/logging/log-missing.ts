import { isObject, valueAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { containersOf } from '../container/containers'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { isWritten, isWrittenIn } from '../reading'
import { defineRule } from '../rule'
import { awslogsFix } from './awslogs-fix'
import { hasIdleRouter } from './routers'

export const logMissing = defineRule({
  id: 'log-missing',
  severity: 'warning',
  on: [taskDefinition],
  title: 'Every container says where its log goes',
  message:
    'Container “{container}” has no log configuration, so what it prints is lost or stays on the instance; add one, such as awslogs.',
  why: 'What a container prints is often all there is to learn from when it has failed. On Fargate nothing of it can be seen without a log driver, and on EC2 it stays in a file that goes with the instance. A log router needs none: it is the one that sends the logs.',
  sources: [
    { ref: 'SH:ECS.9', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
      checked: '2026-11-21',
    },
  ],
  check(definition) {
    const { element, spec, report } = definition
    // A log router in vain is log-firelens-unused, which sends them through it.
    if (hasIdleRouter(spec)) return
    for (const { at, called, index } of containersOf(spec)) {
      const place = `${at}/logConfiguration`
      if (!isObject(valueAt(element.spec, at))) continue
      if (isWritten(element, place) || isWrittenIn(element, at, 'firelensConfiguration')) continue
      report({ at: place, values: { container: called }, fix: awslogsFix(definition, [index]) })
    }
  },
  examples: () => ({
    valid: {
      awslogs: drawing({ task: fargateTask({ containerDefinitions: [logging('awslogs')] }) }),
      'a log router beside the application': drawing({
        task: fargateTask({
          containerDefinitions: [
            logging('awsfirelens'),
            container({ name: 'log_router', firelensConfiguration: { type: 'fluentbit' } }),
          ],
        }),
      }),
      'a log router that is not used yet, which log-firelens-unused reports': drawing({
        task: fargateTask({
          containerDefinitions: [
            container(),
            container({ name: 'log_router', firelensConfiguration: { type: 'fluentbit' } }),
          ],
        }),
      }),
      'json-file on container instances': drawing({
        task: ec2Task({ containerDefinitions: [{ ...logging('json-file'), memory: 512 }] }),
      }),
      'a configuration of a wrong shape, which another rule tells': drawing({
        task: ec2Task({
          containerDefinitions: [container({ memory: 512, logConfiguration: [{ logDriver: 'splunk' }] })],
        }),
      }),
    },
    invalid: {
      'on Fargate': {
        design: drawing({ task: fargateTask() }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration',
      },
      'on EC2, the second container': {
        design: drawing({
          task: ec2Task({
            containerDefinitions: [
              { ...logging('json-file'), memory: 512 },
              container({ name: 'proxy', memory: 64, logConfiguration: null }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/logConfiguration',
      },
      'only the containers, as Terraform keeps them: they get no role': {
        design: drawing({
          task: {
            kind: 'task-definition',
            spec: { containerDefinitions: [container({ memory: 512 })] },
            imported: { shape: 'containers' },
          },
        }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration',
      },
    },
  }),
})

function logging(logDriver: string) {
  return container({ logConfiguration: { logDriver } })
}
