import { ENVIRONMENT_FILES } from '../../aws/facts/container-limits'
import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { resolved } from '../../graph/graph'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isKnown, isUnknown, isWrittenIn, type TaskDefinitionSpec } from '../reading'
import { defineRule, type RuleContext } from '../rule'
import { containersOf } from './containers'

type Context = RuleContext<TaskDefinitionSpec>

const S3 = 's3'
const role = element('iam-role', { RoleName: 'ecsTaskExecutionRole' })

export const containerEnvFile = defineRule({
  id: 'container-env-file',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/environmentFiles'],
  title: 'Environment files are .env objects in S3, ten at most',
  message: '{value} is not the ARN of an object in S3, such as arn:aws:s3:::bucket/settings.env.',
  variants: {
    ending: 'Environment file {value} needs a name that ends in .env.',
    missing: 'An environment file of container “{container}” does not say where it is; give its ARN in S3.',
    type: 'Environment files are in S3; set type to “{s3}”.',
    count: 'Container “{container}” has {count} environment files; ECS takes at most {most}.',
  },
  why: 'ECS copies the files from S3 before the container starts, with the task execution role, and reads them as lines of NAME=value. It knows no other place and no other kind of file.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
      checked: '2026-11-26',
    },
  ],
  check(context) {
    const { id, element, spec, report } = context
    for (const { at, called, container } of containersOf(spec)) {
      const files = container.environmentFiles ?? []
      const list = `${at}/environmentFiles`
      if (files.length > ENVIRONMENT_FILES) {
        const values = { container: called, count: files.length, most: ENVIRONMENT_FILES }
        report({ at: list, variant: 'count', values })
      }
      files.forEach(({ type, value }, index) => {
        const place = `${list}/${index}`
        if (type === undefined ? !isWrittenIn(element, place, 'type') : type !== S3 && !isUnknown(type)) {
          const fix = setMembers(say`Set type to ${S3}`, id, { [`${place}/type`]: S3 })
          report({ at: `${place}/type`, variant: 'type', values: { s3: S3 }, fix })
        }
        if (value) checkLocation(context, `${place}/value`, value)
        else if (!isWrittenIn(element, place, 'value'))
          report({ at: `${place}/value`, variant: 'missing', values: { container: called } })
      })
    }
  },
  examples: () => ({
    valid: {
      'an object in S3': reading({ type: 's3', value: 'arn:aws:s3:::settings/web.env' }),
      'another partition, and a folder': reading({
        type: 's3',
        value: 'arn:aws-us-gov:s3:::settings/prod/.env',
      }),
      'a bucket that is drawn': drawing({
        role,
        settings: element('s3-bucket', { Bucket: 'settings' }),
        task: fargateTask({
          executionRoleArn: '@{role}',
          containerDefinitions: [
            container({ environmentFiles: [{ type: 's3', value: '@{settings.arn}/web.env' }] }),
          ],
        }),
      }),
      'ten of them': reading(...files(ENVIRONMENT_FILES)),
      placeholders: reading({ type: '<type>', value: 'arn:aws:s3:::<bucket>/web.txt' }),
    },
    invalid: {
      'another ending': {
        design: reading({ type: 's3', value: 'arn:aws:s3:::settings/web.txt' }),
        element: 'task',
        at: '/containerDefinitions/0/environmentFiles/0/value',
      },
      'an address instead of an ARN': {
        design: reading({ type: 's3', value: 's3://settings/web.env' }),
        element: 'task',
        at: '/containerDefinitions/0/environmentFiles/0/value',
      },
      'a bucket without an object': {
        design: reading({ type: 's3', value: 'arn:aws:s3:::settings' }),
        element: 'task',
        at: '/containerDefinitions/0/environmentFiles/0/value',
      },
      'no type': {
        design: reading({ value: 'arn:aws:s3:::settings/web.env' }),
        element: 'task',
        at: '/containerDefinitions/0/environmentFiles/0/type',
      },
      'another type': {
        design: reading({ type: 'S3', value: 'arn:aws:s3:::settings/web.env' }),
        element: 'task',
        at: '/containerDefinitions/0/environmentFiles/0/type',
      },
      'no place': {
        design: reading({ type: 's3' }),
        element: 'task',
        at: '/containerDefinitions/0/environmentFiles/0/value',
      },
      'eleven of them': {
        design: reading(...files(ENVIRONMENT_FILES + 1)),
        element: 'task',
        at: '/containerDefinitions/0/environmentFiles',
      },
    },
  }),
})

function checkLocation({ id, graph, report }: Context, at: string, written: string): void {
  const value = resolved(graph, written)
  if (!isKnown(value)) return
  if (!/^arn:[\w-]+:s3:::[^/]+\/.+$/.test(value)) {
    const fromUri = /^s3:\/\/([^/]+\/.+)$/.exec(value)?.[1]
    const arn = fromUri && `arn:aws:s3:::${fromUri}`
    report({
      at,
      values: { value: quote(value) },
      ...(arn?.endsWith('.env') && { fix: setMembers(say`Write it as ${arn}`, id, { [at]: arn }) }),
    })
  } else if (!value.endsWith('.env')) report({ at, variant: 'ending', values: { value: quote(value) } })
}

function files(count: number) {
  return Array.from({ length: count }, (_, i) => ({ type: 's3', value: `arn:aws:s3:::settings/${i}.env` }))
}

function reading(...environmentFiles: readonly Readonly<Record<string, string>>[]) {
  return drawing({
    role,
    task: fargateTask({
      executionRoleArn: '@{role}',
      containerDefinitions: [container({ environmentFiles })],
    }),
  })
}
