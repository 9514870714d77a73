import { routerConfigTaken, routerConfigTypes } from '../../aws/facts/log-options'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, resolved } from '../../graph/graph'
import { container, drawing, ec2Task, element, fargateTask } from '../examples'
import { isKnown, isWritten, runsOnFargate } from '../reading'
import { defineRule, type Finding } from '../rule'
import { type Router, routersOf } from './routers'

const TYPE = 'config-file-type'
const VALUE = 'config-file-value'
const at = (option: string) => `/containerDefinitions/1/firelensConfiguration/options/${option}`

export const logFirelensConfig = defineRule({
  id: 'log-firelens-config',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/firelensConfiguration'],
  title: 'A log router’s own configuration is a file, or outside Fargate an object in S3',
  message: 'Log router “{router}” has {present} without {missing}; a configuration of its own needs both.',
  variants: {
    type: 'Log router “{router}” has the configuration file type “{value}”; it is file or s3.',
    fargate:
      'On Fargate log router “{router}” can’t read its configuration from S3; put the file into its image and use type file.',
    arn: 'The configuration of log router “{router}” is of type s3, but “{value}” is no ARN of an object in S3, such as arn:aws:s3:::bucket/fluent.conf.',
    taken:
      'ECS writes its own configuration to {value}; put that of log router “{router}” at another path of its image.',
  },
  why: 'ECS makes the router’s main configuration and includes one of yours in it, from a file in the image or from S3. On Fargate nothing fetches it from S3: the definition registers, but no task starts. A file at the path of the main configuration is overwritten.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:ConfigFileMismatch', checked: '2026-11-21' },
    { ref: 'ERR:aws-samples/amazon-ecs-firelens-examples#32', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    for (const router of routersOf(spec)) {
      const [type, value] = [TYPE, VALUE].map((option) =>
        isWritten(element, `${router.place}/options/${option}`),
      )
      const [present, missing] = type ? [TYPE, VALUE] : [VALUE, TYPE]
      const finding =
        type !== value
          ? { at: `${router.place}/options/${missing}`, values: { present, missing } }
          : troubleOf(graph, id, router)
      if (finding) report({ ...finding, values: { ...finding.values, router: router.called } })
    }
  },
  examples: () => ({
    valid: {
      'a file in the image': drawing({ task: onFargate({ [TYPE]: 'file', [VALUE]: '/extra.conf' }) }),
      'an object in S3, on EC2': drawing({
        bucket: element('s3-bucket', { Bucket: 'log-settings' }),
        task: onEc2({ [TYPE]: 's3', [VALUE]: '@{bucket.arn}/fluent.conf' }),
      }),
      'only metadata': drawing({ task: onFargate({ 'enable-ecs-log-metadata': 'true' }) }),
      placeholders: drawing({ task: onEc2({ [TYPE]: 's3', [VALUE]: '<config-file-arn>' }) }),
    },
    invalid: {
      'a type without a value': {
        design: drawing({ task: onFargate({ [TYPE]: 'file' }) }),
        element: 'task',
        at: at(VALUE),
      },
      'a value without a type': {
        design: drawing({ task: onFargate({ [VALUE]: '/extra.conf' }) }),
        element: 'task',
        at: at(TYPE),
      },
      'another type': {
        design: drawing({ task: onEc2({ [TYPE]: 'http', [VALUE]: 'https://example.com/fluent.conf' }) }),
        element: 'task',
        at: at(TYPE),
      },
      'S3 on Fargate': {
        design: drawing({ task: onFargate({ [TYPE]: 's3', [VALUE]: 'arn:aws:s3:::settings/fluent.conf' }) }),
        element: 'task',
        at: at(TYPE),
      },
      'the address of an object instead of its ARN': {
        design: drawing({ task: onEc2({ [TYPE]: 's3', [VALUE]: 's3://settings/fluent.conf' }) }),
        element: 'task',
        at: at(VALUE),
      },
      'the path of ECS’s own configuration': {
        design: drawing({ task: onFargate({ [TYPE]: 'file', [VALUE]: '/fluent-bit/etc/fluent-bit.conf' }) }),
        element: 'task',
        at: at(VALUE),
      },
    },
  }),
})

/** What is wrong with a configuration that has both its options. */
function troubleOf(graph: Graph, id: string, { place, fireLens }: Router): Finding | undefined {
  const { [TYPE]: type, [VALUE]: value } = fireLens.options ?? {}
  if (!isKnown(type)) return undefined
  const ofType = { at: `${place}/options/${TYPE}`, values: { value: type } }
  if (!(routerConfigTypes as readonly string[]).includes(type)) return { ...ofType, variant: 'type' }
  if (type === 's3' && runsOnFargate(graph, id)) return { ...ofType, variant: 'fargate' }
  const where = value === undefined ? undefined : resolved(graph, value)
  if (!isKnown(where)) return undefined
  const ofValue = { at: `${place}/options/${VALUE}`, values: { value: where } }
  if (type === 's3') return isS3Object(where) ? undefined : { ...ofValue, variant: 'arn' }
  return (routerConfigTaken as readonly string[]).includes(where)
    ? { ...ofValue, variant: 'taken' }
    : undefined
}

function isS3Object(arn: string): boolean {
  return /^arn:aws[a-z-]*:s3:::[^/]+\/./.test(arn)
}

function withOptions(options: Readonly<Record<string, string>>, members = {}) {
  return [
    container({ logConfiguration: { logDriver: 'awsfirelens' }, ...members }),
    container({ name: 'log_router', firelensConfiguration: { type: 'fluentbit', options }, ...members }),
  ]
}

function onFargate(options: Readonly<Record<string, string>>) {
  return fargateTask({ containerDefinitions: withOptions(options) })
}

function onEc2(options: Readonly<Record<string, string>>) {
  return ec2Task({ containerDefinitions: withOptions(options, { memory: 256 }) })
}
