import { choice, flag, group, item, list, spec, tags, text } from './fields'
import { defineKind } from './kind'
import { arnOf, domainOf, named } from './parts/identifiers'
import { textAt } from './parts/reading'

/**
 * CreateRepository input, with its policies as PutLifecyclePolicy and SetRepositoryPolicy spell them.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
 */
export const ecrRepository = defineKind({
  kind: 'ecr-repository',
  label: 'ECR repository',
  summary: 'Container images in your account’s private registry.',
  category: 'compute',
  keywords: ['elastic container registry', 'image', 'docker'],
  docs: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/Repositories.html',
  icon: 'ecr',
  spec: spec({
    repositoryName: text('Repository name', 'May have a namespace: team/orders.', { main: true }),
    registryId: text('Registry', 'Account that owns it; this one when left out.', { main: true }),
    imageTagMutability: choice(
      'Tag immutability',
      'Whether a tag may move to another image.',
      ['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'],
      { default: 'MUTABLE', main: true },
    ),
    imageTagMutabilityExclusionFilters: list(
      'Exclusions',
      'Tags for which the opposite holds.',
      item({
        filterType: choice('Type', 'The only type.', ['WILDCARD']),
        filter: text('Filter', 'Such as dev-*.'),
      }),
    ),
    imageScanningConfiguration: group(
      'Image scanning',
      'Looks for known weaknesses.',
      {
        scanOnPush: flag('Scan on push', 'Whether every new image is scanned.', { main: true }),
      },
      { main: true },
    ),
    lifecyclePolicyText: text('Lifecycle policy', 'Which images are deleted by themselves, as JSON.', {
      control: 'multiline',
      group: 'Policies',
    }),
    policyText: text('Repository policy', 'Who else may pull and push, other accounts too, as JSON.', {
      control: 'multiline',
      group: 'Policies',
    }),
    encryptionConfiguration: group('Encryption', 'Can only be chosen when it is created.', {
      encryptionType: choice('Type', 'Whose key.', ['AES256', 'KMS', 'KMS_DSSE'], { default: 'AES256' }),
      kmsKey: text('KMS key', 'ARN, alias or ID of the key.'),
    }),
    tags: tags(),
  }),
  defaults: (name) => ({ repositoryName: name }),
  name: '/repositoryName',
  attributes: {
    uri: {
      label: 'URI',
      derive: ({ spec }, { region, account }) => {
        const name = textAt(spec, '/repositoryName')
        const registry = textAt(spec, '/registryId') ?? account
        return name && registry && region && `${registry}.dkr.ecr.${region}.${domainOf(region)}/${name}`
      },
    },
    arn: arnOf('ecr', ({ spec }) => {
      const name = textAt(spec, '/repositoryName')
      return name && `repository/${name}`
    }),
    name: named('Name', '/repositoryName'),
  },
  relations: [],
})
