import { flag, item, list, spec, text } from './fields'
import { defineKind } from './kind'
import { annotation, inNamespace, manifestName, metadata } from './parts/manifest'

/** The annotation by which a service account has an IAM role. */
export const ROLE_ANNOTATION = 'eks.amazonaws.com/role-arn'

/** Who pods are. https://kubernetes.io/docs/concepts/security/service-accounts/ */
export const kubernetesServiceAccount = defineKind({
  kind: 'kubernetes-service-account',
  label: 'Kubernetes service account',
  summary: 'Who pods are, to Kubernetes and, with an IAM role, to AWS.',
  category: 'security',
  keywords: ['k8s', 'irsa', 'iam role for service accounts', 'pod identity', 'eks'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html',
  glyph: 'shield',
  spec: spec({
    apiVersion: text('API version', 'Always v1.'),
    kind: text('Kind', 'Always ServiceAccount.'),
    metadata: metadata(),
    automountServiceAccountToken: flag('Mount its token', 'Pods get a token for the Kubernetes API.', {
      default: 'true',
      main: true,
    }),
    imagePullSecrets: list(
      'Image pull secrets',
      'For registries that ask for a password.',
      item({ name: text('Secret', 'Name of the secret.', { control: 'reference' }) }),
    ),
  }),
  defaults: (name) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } }),
  name: '/metadata/name',
  attributes: manifestName,
  relations: [
    inNamespace,
    { path: annotation(ROLE_ANNOTATION), to: ['iam-role'], meaning: 'pod-role', draw: 'line' },
    {
      path: '/imagePullSecrets/*/name',
      to: ['kubernetes-secret'],
      meaning: 'reads',
      draw: 'line',
      flow: 'in',
      drawable: false,
    },
  ],
})
