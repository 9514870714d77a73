import { CREDENTIAL_SPECS, credentialSpecForms } from '../../aws/facts/container-limits'
import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task } from '../examples'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'

export const containerCredentialSpec = defineRule({
  id: 'container-credential-spec',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/credentialSpecs'],
  title: 'A container has one credential spec, by its ARN',
  message: '{value} is no credential spec; write “{form}:” and the ARN of its file in S3 or Parameter Store.',
  variants: { count: 'Container “{container}” has {count} credential specs; ECS takes only one.' },
  why: 'A credential spec names the Active Directory account that the container runs as, and it can have only one. The word before the ARN says whether the container instance has joined the domain (credentialspec) or not (credentialspecdomainless).',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:OnlyCredentialSpecAllowed', checked: '2026-11-21' },
  ],
  check({ spec, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      const specs = container.credentialSpecs ?? []
      const list = `${at}/credentialSpecs`
      if (specs.length > CREDENTIAL_SPECS)
        report({ at: list, variant: 'count', values: { container: called, count: specs.length } })
      specs.forEach((value, index) => {
        if (!isKnown(value) || isCredentialSpec(value)) return
        const values = { value: quote(value), form: credentialSpecForms[0] }
        report({ at: `${list}/${index}`, values })
      })
    }
  },
  examples: () => ({
    valid: {
      'an instance in the domain': joining('credentialspec:arn:aws:s3:::specs/web.json'),
      'an instance outside of it': joining(
        'credentialspecdomainless:arn:aws:ssm:eu-west-1:123456789012:parameter/gmsa/web',
      ),
      'a placeholder for the ARN': joining('credentialspecdomainless:<credential-spec-arn>'),
    },
    invalid: {
      'two of them': {
        design: joining(
          'credentialspec:arn:aws:s3:::specs/web.json',
          'credentialspec:arn:aws:s3:::specs/jobs.json',
        ),
        element: 'task',
        at: '/containerDefinitions/0/credentialSpecs',
      },
      'an ARN alone': {
        design: joining('arn:aws:s3:::specs/web.json'),
        element: 'task',
        at: '/containerDefinitions/0/credentialSpecs/0',
      },
      'a file of the instance': {
        design: joining('credentialspec:file://web.json'),
        element: 'task',
        at: '/containerDefinitions/0/credentialSpecs/0',
      },
    },
  }),
})

function isCredentialSpec(value: string): boolean {
  const colon = value.indexOf(':')
  return (
    credentialSpecForms.some((form) => form === value.slice(0, colon)) &&
    value.slice(colon + 1).startsWith('arn:')
  )
}

function joining(...credentialSpecs: readonly string[]) {
  return drawing({
    task: ec2Task({
      runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
      containerDefinitions: [container({ cpu: 512, memory: 1024, credentialSpecs })],
    }),
  })
}
