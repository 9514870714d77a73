import { allLogDrivers, isLogDriver } from '../../aws/facts/log-drivers'
import { valueAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { isAbsent, isKnown } from '../reading'
import { defineRule } from '../rule'
import { awslogsFix } from './awslogs-fix'
import { loggersOf } from './loggers'
import { routedOf, routersOf } from './routers'

export const logDriverValue = defineRule({
  id: 'log-driver-value',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/logConfiguration'],
  title: 'A log driver is one that ECS knows',
  message: '“{driver}” in container “{container}” is no log driver of ECS; choose one of {drivers}.',
  variants: {
    missing: 'The log configuration of container “{container}” names no driver; choose one of {drivers}.',
  },
  why: 'ECS passes the driver’s name on to Docker, but takes only drivers that its agent knows. The names are those of Docker: CloudWatch Logs is awslogs. The drivers logentries and sumologic have left the API.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'API:LogDriver', checked: '2026-11-26' },
  ],
  check(definition) {
    const { element, spec, report } = definition
    const routerWaits = routersOf(spec).length > 0 && routedOf(spec).length === 0
    for (const { driver, log, index, container, at } of loggersOf(spec)) {
      const missing = !isAbsent(log) && isAbsent(valueAt(element.spec, `${at}/logDriver`))
      if (!missing && (!isKnown(driver) || isLogDriver(driver))) continue
      report({
        at: `${at}/logDriver`,
        values: { driver: driver ?? '', container, drivers: allLogDrivers.join(', ') },
        ...(missing && { variant: 'missing' }),
        // Where a log router waits for somebody this one may have been meant to use it.
        ...(!routerWaits && { fix: awslogsFix(definition, [index]) }),
      })
    }
  },
  examples: () => ({
    valid: {
      awslogs: drawing({ task: logging('awslogs') }),
      'a driver that another rule keeps away from Fargate': drawing({ task: logging('gelf') }),
      'a placeholder': drawing({ task: logging('{{log_driver}}') }),
      'an empty configuration, which says nothing': drawing({
        task: ec2Task({ containerDefinitions: [container({ memory: 512, logConfiguration: {} })] }),
      }),
    },
    invalid: {
      'the name of the AWS service': {
        design: drawing({ task: logging('cloudwatch') }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/logDriver',
      },
      'options without a driver': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [
              container({ logConfiguration: { options: { 'awslogs-group': '/ecs/web' } } }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/logDriver',
      },
      'a driver that has left the API, on EC2': {
        design: drawing({
          task: ec2Task({
            containerDefinitions: [
              container({
                memory: 512,
                logConfiguration: { logDriver: 'sumologic', options: { tag: 'web' } },
              }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/logDriver',
      },
    },
  }),
})

function logging(logDriver: string) {
  return fargateTask({ containerDefinitions: [container({ logConfiguration: { logDriver } })] })
}
