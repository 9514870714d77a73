/** Where containers and Service Connect proxies write their logs. */
import { allLogDrivers } from '../../aws/facts/log-drivers'
import { choice, group, item, list, map, text } from '../fields'

/** `Secret`: an environment variable or option whose value is read from a store when the container starts. */
export const secretItem = item({
  name: text('Name', 'Environment variable or option that gets the value.'),
  valueFrom: text('Value from', 'ARN of the secret, or name or ARN of the parameter.', {
    control: 'reference',
  }),
})

/** `LogConfiguration`. */
export const logConfiguration = () =>
  group(
    'Log configuration',
    'Where standard output and standard error go.',
    {
      logDriver: choice('Log driver', 'Fargate knows awslogs, awsfirelens and splunk.', allLogDrivers),
      options: map('Options', 'The driver’s options, such as awslogs-group and awslogs-region.'),
      secretOptions: list(
        'Secret options',
        'Options whose value is read from a secret or parameter.',
        secretItem,
      ),
    },
    { group: 'Logging' },
  )
