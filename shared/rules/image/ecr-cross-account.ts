import { awsRegistryAccounts } from '../../aws/facts/image-registries'
import type { Element } from '../../design/design'
import { ecrRepository } from '../../elements/ecr-repository'
import { ecrRegistry, imageName } from '../../elements/parts/image-name'
import { nameOf } from '../../graph/graph'
import { drawing, element } from '../examples'
import { isAbsent, isKnown } from '../reading'
import { defineRule } from '../rule'

const other = '210987654321'
const elsewhere = { existing: { uri: `${other}.dkr.ecr.eu-west-1.amazonaws.com/web` } }

export const ecrCrossAccount = defineRule({
  id: 'ecr-cross-account',
  severity: 'warning',
  on: [ecrRepository],
  title: 'A repository of another account lets the tasks in',
  message:
    'Repository “{repository}” belongs to account {account} and has no policy; it must let the roles of this account pull.',
  variants: {
    existing:
      'Repository “{repository}” belongs to account {account}; make sure that its policy lets the roles of this account pull.',
  },
  why: 'A role’s own permissions end at its account. To pull from a repository of another one, the execution role needs its permission and the repository’s policy must name it as well, or the pull is denied.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html',
      checked: '2026-11-21',
    },
    { ref: 'ACR:ecr-repository-management', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const account = accountOf(element)
    const home = graph.design.account
    if (!isKnown(account) || !isKnown(home) || account === home) return
    if (!isAbsent(element.spec.policyText) || awsRegistryAccounts.has(account)) return
    const written = isKnown(spec.registryId)
    report({
      at: written ? '/registryId' : '',
      values: { repository: nameOf(graph, id), account },
      // One that exists may well have a policy that the drawing does not show.
      ...(element.existing !== undefined && { variant: 'existing', severity: 'advice' }),
    })
  },
  examples: () => ({
    valid: {
      'of this account': drawing({ repository: element('ecr-repository', { repositoryName: 'web' }) }),
      'with a policy': drawing({
        repository: element('ecr-repository', {
          repositoryName: 'web',
          registryId: other,
          policyText: '{"Version":"2012-10-17","Statement":[]}',
        }),
      }),
      'in which AWS publishes': drawing({
        'fluent-bit': element(
          'ecr-repository',
          { repositoryName: 'aws-for-fluent-bit' },
          { existing: { uri: '906394416424.dkr.ecr.eu-west-1.amazonaws.com/aws-for-fluent-bit' } },
        ),
      }),
    },
    invalid: {
      'of another account, without a policy': {
        design: drawing({
          repository: element('ecr-repository', { repositoryName: 'web', registryId: other }),
        }),
        element: 'repository',
        at: '/registryId',
      },
      'one that exists there': {
        design: drawing({ repository: element('ecr-repository', { repositoryName: 'web' }, elsewhere) }),
        element: 'repository',
        at: '',
        severity: 'advice',
      },
    },
  }),
})

/** The account of its address, of its ARN, or that it is to be made in. */
function accountOf({ spec, existing }: Element): string | undefined {
  const byAddress =
    existing?.uri === undefined ? undefined : ecrRegistry(imageName(existing.uri).host)?.account
  const byArn = existing?.arn?.split(':')[4]
  const account = byAddress ?? byArn ?? spec.registryId
  return typeof account === 'string' && /^\d{12}$/.test(account) ? account : undefined
}
