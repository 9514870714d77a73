/** Settings that a repository of one's own should have. Of one that exists, a drawing knows only what it says. */
import { KEPT_IMAGES, keepNewestImages } from '../../aws/facts/ecr'
import type { Element } from '../../design/design'
import { ecrRepository } from '../../elements/ecr-repository'
import { hasTrait } from '../../elements/traits'
import { nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, isWritten, isWrittenIn } from '../reading'
import { defineRule, ruleFamily } from '../rule'

const existing = { existing: { uri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web' } }

export const ecrSettings = ruleFamily([
  defineRule({
    id: 'ecr-tag-mutable',
    severity: 'advice',
    on: [ecrRepository],
    title: 'Image tags are immutable',
    message: 'Tags of “{repository}” can be moved to another image; make them immutable.',
    why: 'With immutable tags a version means one image for ever: what was tested is what is deployed, and nobody can slip another image under a tag that tasks already use.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
        checked: '2026-11-21',
      },
      { ref: 'ECR:CreateRepositoryRequest.imageTagMutability', checked: '2026-11-26' },
    ],
    check({ id, element, spec, graph, report }) {
      const { imageTagMutability } = spec
      const mutable = imageTagMutability === 'MUTABLE'
      if (!mutable && (isWritten(element, '/imageTagMutability') || isKnownByNameOnly(element))) return
      report({
        at: '/imageTagMutability',
        values: { repository: nameOf(graph, id) },
        fix: setMembers('Make the tags immutable', id, { '/imageTagMutability': 'IMMUTABLE' }),
      })
    },
    examples: () => ({
      valid: {
        immutable: repository({ imageTagMutability: 'IMMUTABLE' }),
        'immutable but for some tags': repository({ imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' }),
        'an existing repository, of which only the name is known': repository({}, existing),
      },
      invalid: {
        'left out, which means mutable': {
          design: repository({}),
          element: 'repository',
          at: '/imageTagMutability',
        },
        mutable: {
          design: repository({ imageTagMutability: 'MUTABLE' }, existing),
          element: 'repository',
          at: '/imageTagMutability',
        },
      },
    }),
  }),

  defineRule({
    id: 'ecr-scan-off',
    severity: 'advice',
    on: [ecrRepository],
    title: 'Images are scanned for weaknesses',
    message:
      'Images of “{repository}” are not scanned; turn on scan on push, or a scanning rule of the registry.',
    why: 'Most of an image is other people’s software. A scan at every push tells which known weaknesses it brings before tasks run it. Rules of the registry do the same for all its repositories.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
        checked: '2026-11-21',
      },
      { ref: 'ECR:ImageScanningConfiguration', checked: '2026-11-26' },
    ],
    check({ id, element, spec, graph, report }) {
      const at = '/imageScanningConfiguration'
      const { scanOnPush } = spec.imageScanningConfiguration ?? {}
      if (scanOnPush === true || hasTrait(element, 'registry-scanning')) return
      const said = isWrittenIn(element, at, 'scanOnPush')
      if (scanOnPush === undefined && (said || isKnownByNameOnly(element))) return
      report({
        at,
        values: { repository: nameOf(graph, id) },
        fix: setMembers('Scan every image that is pushed', id, { [`${at}/scanOnPush`]: true }),
      })
    },
    examples: () => ({
      valid: {
        'scanned on push': repository({ imageScanningConfiguration: { scanOnPush: true } }),
        'scanned by the registry': repository({}, { traits: ['registry-scanning'] }),
        'an existing repository, of which only the name is known': repository({}, existing),
      },
      invalid: {
        'nothing said': {
          design: repository({}),
          element: 'repository',
          at: '/imageScanningConfiguration',
        },
        'turned off': {
          design: repository({ imageScanningConfiguration: { scanOnPush: false } }),
          element: 'repository',
          at: '/imageScanningConfiguration',
        },
      },
    }),
  }),

  defineRule({
    id: 'ecr-lifecycle-missing',
    severity: 'advice',
    on: [ecrRepository],
    title: 'A repository has a lifecycle policy',
    message: 'Nothing ever deletes an image of “{repository}”, and all are billed; add a lifecycle policy.',
    why: 'Every build leaves an image behind. ECR bills what is stored by the month, and keeps it until somebody or a lifecycle policy deletes it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
        checked: '2026-11-21',
      },
      { ref: 'ACR:ecr-repository-management', checked: '2026-11-21' },
    ],
    check({ id, element, graph, report }) {
      const at = '/lifecyclePolicyText'
      if (!isAbsent(element.spec.lifecyclePolicyText) || isKnownByNameOnly(element)) return
      report({
        at,
        values: { repository: nameOf(graph, id) },
        fix: setMembers(say`Keep the last ${KEPT_IMAGES} images only`, id, { [at]: keepNewestImages }),
      })
    },
    examples: () => ({
      valid: {
        'with a policy': repository({ lifecyclePolicyText: keepNewestImages }),
        'an existing repository, of which only the name is known': repository({}, existing),
      },
      invalid: {
        'without one': { design: repository({}), element: 'repository', at: '/lifecyclePolicyText' },
      },
    }),
  }),
])

/** What a repository that exists in AWS is set to is not said by leaving it out. */
function isKnownByNameOnly(element: Element): boolean {
  return element.existing !== undefined
}

function repository(spec: Readonly<Record<string, unknown>>, rest: Partial<Element> = {}) {
  return drawing({ repository: element('ecr-repository', { repositoryName: 'web', ...spec }, rest) })
}
