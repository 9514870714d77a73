import { MAX_REPOSITORY_NAME, MIN_REPOSITORY_NAME } from '../../aws/facts/ecr'
import { referencesIn } from '../../design/references'
import { ecrRepository } from '../../elements/ecr-repository'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { isKnown } from '../reading'
import { defineRule } from '../rule'

const AT = '/repositoryName'

export const ecrRepositoryName = defineRule({
  id: 'ecr-repository-name',
  severity: 'error',
  on: [ecrRepository],
  title: 'Repository names are lower-case letters, digits, hyphens, underscores and slashes',
  message:
    'Repository name “{name}” is not allowed; use lower-case letters, digits, hyphens, underscores and slashes.',
  variants: {
    length: 'The length of repository name “{name}” is {length}; ECR takes {least} to {most} characters.',
    start: 'By ECR’s documentation a repository name starts with a letter; “{name}” does not.',
  },
  why: 'The name becomes a part of every image reference, where Docker allows no capitals and few signs. CreateRepository refuses other names.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html',
      checked: '2026-11-26',
    },
    { ref: 'ECR:CreateRepositoryRequest.repositoryName', checked: '2026-11-26' },
  ],
  check({ id, element, spec, report }) {
    const name = spec.repositoryName
    // What exists was allowed.
    if (!isKnown(name) || element.existing !== undefined || referencesIn(name).length > 0) return
    const { length } = name
    if (length < MIN_REPOSITORY_NAME || length > MAX_REPOSITORY_NAME) {
      const values = { name, length, least: MIN_REPOSITORY_NAME, most: MAX_REPOSITORY_NAME }
      report({ at: AT, variant: 'length', values })
    } else if (!ALLOWED.test(name)) {
      const better = nearest(name)
      const fix = setMembers(say`Rename the repository to ${better}`, id, { [AT]: better })
      report({ at: AT, values: { name }, ...(ALLOWED.test(better) && /^[a-z]/.test(better) && { fix }) })
    } else if (!/^[a-z]/.test(name)) {
      // The service's own pattern lets a digit pass.
      report({ at: AT, variant: 'start', severity: 'warning', values: { name } })
    }
  },
  examples: () => ({
    valid: {
      'with a namespace': repository('team/orders-api'),
      'with a dot, which passes in practice': repository('orders.api'),
      'two characters': repository('db'),
      'a placeholder': repository('{{team}}/Orders'),
      'one that exists': drawing({
        repository: element(
          'ecr-repository',
          { repositoryName: '1app' },
          { existing: { uri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/1app' } },
        ),
      }),
    },
    invalid: {
      capitals: { design: repository('MyApp'), element: 'repository', at: AT },
      'a blank': { design: repository('orders api'), element: 'repository', at: AT },
      'nothing that could stay': { design: repository('주문'), element: 'repository', at: AT },
      'one character': { design: repository('a'), element: 'repository', at: AT },
      'a digit first': {
        design: repository('1app'),
        element: 'repository',
        at: AT,
        severity: 'warning',
      },
    },
  }),
})

const ALLOWED = /^[a-z0-9][a-z0-9._/-]*$/

/** `MyApp` becomes `my-app`, as the rest of the drawing's names do. */
function nearest(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9._/-]+/g, '-')
    .replace(/^[^a-z]+|(?<![-._/])[-._/]+$/g, '')
}

function repository(repositoryName: string) {
  return drawing({ repository: element('ecr-repository', { repositoryName }) })
}
