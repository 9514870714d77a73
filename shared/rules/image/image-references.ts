/** How an image reference is written: its length, its digest, and the address of a private registry. */
import { MAX_IMAGE_LENGTH } from '../../aws/facts/image-registries'
import { holdsPlaceholder } from '../../elements/parts/placeholders'
import { taskDefinition } from '../../elements/task-definition'
import { imagesOf, isStandIn } from '../images'
import { defineRule, ruleFamily } from '../rule'
import { DIGEST, ECR, IMAGE, withImage } from './examples'

const containerPage = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  checked: '2026-11-26',
}

export const imageReferences = ruleFamily([
  defineRule({
    id: 'image-too-long',
    severity: 'error',
    on: [taskDefinition],
    title: 'An image reference has at most 255 characters',
    message:
      'This image reference has {length} characters, and ECS takes {most}; shorten the repository or the tag.',
    why: 'ECS stores 255 characters, registry, repository and tag together. With a digest only what stands before the at sign counts.',
    sources: [containerPage],
    check({ id, graph, report }) {
      for (const { text, at } of imagesOf(graph, id)) {
        if (text.length <= MAX_IMAGE_LENGTH || holdsPlaceholder(text)) continue
        const { length } = text.split('@', 1)[0] ?? text
        if (length > MAX_IMAGE_LENGTH) report({ at, values: { length, most: MAX_IMAGE_LENGTH } })
      }
    },
    examples: () => ({
      valid: {
        '255 characters': withImage(`${'a'.repeat(253)}:1`),
        '255 characters and a digest': withImage(`${'a'.repeat(255)}@${DIGEST}`),
        'a placeholder in it': withImage(`\${REGISTRY}/${'a'.repeat(260)}`),
      },
      invalid: {
        '256 characters': { design: withImage(`${'a'.repeat(254)}:1`), element: 'task', at: IMAGE },
        '256 characters before the digest': {
          design: withImage(`${'a'.repeat(256)}@${DIGEST}`),
          element: 'task',
          at: IMAGE,
        },
      },
    }),
  }),

  defineRule({
    id: 'image-digest-invalid',
    severity: 'error',
    on: [taskDefinition],
    title: 'An image digest is sha256 with 64 hexadecimal digits',
    message: '“{digest}” is no image digest; it takes sha256: and 64 hexadecimal digits.',
    variants: {
      empty: 'No digest follows the at sign; write sha256: and 64 hexadecimal digits, or take it away.',
    },
    why: 'A digest is the checksum of the image’s manifest. ECS knows only SHA-256, whose checksums always have 64 digits; anything else was cut or mistyped, and no registry will find it.',
    sources: [containerPage],
    check({ id, graph, report }) {
      for (const { name, at } of imagesOf(graph, id)) {
        const { digest } = name
        if (digest === undefined || holdsPlaceholder(digest)) continue
        if (!/^sha256:[0-9a-fA-F]{64}$/.test(digest)) {
          report({ at, values: { digest }, ...(digest === '' && { variant: 'empty' }) })
        }
      }
    },
    examples: () => ({
      valid: {
        'a digest': withImage(`nginx@${DIGEST}`),
        'a tag and a digest': withImage(`nginx:1.27@${DIGEST}`),
        'a placeholder': withImage('nginx@<digest>'),
        'no digest': withImage('nginx:1.27'),
      },
      invalid: {
        'too short': { design: withImage('nginx@sha256:abc'), element: 'task', at: IMAGE },
        'another checksum': {
          design: withImage(`nginx@${DIGEST.replace('sha256', 'sha512')}`),
          element: 'task',
          at: IMAGE,
        },
        'nothing after the at sign': { design: withImage('nginx@'), element: 'task', at: IMAGE },
      },
    }),
  }),

  defineRule({
    id: 'image-ecr-uri',
    severity: 'warning',
    on: [taskDefinition],
    yieldsTo: ['image-format'],
    title: 'The address of an ECR repository has an account and a Region',
    message:
      '“{host}” does not look like an ECR registry; its address is 123456789012.dkr.ecr.eu-west-1.amazonaws.com with your account and Region.',
    why: 'Every account has one private registry in each Region, and the host says which: twelve digits, dkr.ecr (or dkr.ecr-fips), and the Region. A host that only looks alike leads nowhere.',
    sources: [
      containerPage,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, graph, report }) {
      for (const { name, ecr, at } of imagesOf(graph, id)) {
        const { host = '' } = name
        if (!/\.amazonaws\.com(?:\.cn)?$/.test(host) || !host.includes('.ecr')) continue
        if (holdsPlaceholder(host) || isStandIn(host)) continue
        const { account, region } = ecr ?? {}
        const right =
          account && region && /^\d{12}$/.test(account) && /^[a-z]{2}(?:-[a-z]+)+-\d+$/.test(region)
        if (!right || name.repository === '') report({ at, values: { host } })
      }
    },
    examples: () => ({
      valid: {
        'a private registry': withImage(`${ECR}/shop/web:1`),
        'FIPS endpoints': withImage('123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/web:1'),
        China: withImage('123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/web:1'),
        'a placeholder for the account': withImage('<account>.dkr.ecr.eu-west-1.amazonaws.com/web:1'),
        'ECR Public': withImage('public.ecr.aws/nginx/nginx:1.27'),
      },
      invalid: {
        'three digits': {
          design: withImage('123.dkr.ecr.us-east-1.amazonaws.com/app:1'),
          element: 'task',
          at: IMAGE,
        },
        'without dkr': {
          design: withImage('123456789012.ecr.us-east-1.amazonaws.com/app:1'),
          element: 'task',
          at: IMAGE,
        },
        'no Region': {
          design: withImage('123456789012.dkr.ecr.region-code.amazonaws.com/app:1'),
          element: 'task',
          at: IMAGE,
        },
      },
    }),
  }),
])
