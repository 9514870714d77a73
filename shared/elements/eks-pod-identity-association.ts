import { flag, map, spec, text } from './fields'
import { defineKind } from './kind'

/** CreatePodIdentityAssociation input. https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html */
export const eksPodIdentityAssociation = defineKind({
  kind: 'eks-pod-identity-association',
  label: 'EKS Pod Identity association',
  summary: 'Gives the pods of a service account an IAM role, by the EKS Pod Identity Agent on their nodes.',
  category: 'security',
  keywords: ['kubernetes', 'pod identity', 'iam', 'role'],
  docs: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
  glyph: 'lock',
  spec: spec({
    clusterName: text('EKS cluster', 'The cluster of the service account.', { control: 'reference' }),
    namespace: text('Namespace', 'That of the service account.', { main: true, control: 'reference' }),
    serviceAccount: text('Service account', 'Whose pods get the role.', { main: true, control: 'reference' }),
    roleArn: text('IAM role', 'Trusts pods.eks.amazonaws.com.', { main: true, control: 'reference' }),
    targetRoleArn: text('Target role', 'A role, also of another account, that the first one then assumes.', {
      control: 'reference',
    }),
    disableSessionTags: flag('No session tags', 'Leaves out the tags that say which pod it is.'),
    clientRequestToken: text('Client token', 'Makes a repeated create call harmless.'),
    tags: map('Tags', 'Keys and values for cost allocation and search.'),
  }),
  defaults: () => ({ namespace: 'default' }),
  attributes: { associationArn: { label: 'ARN' } },
  relations: [
    { path: '/clusterName', to: ['eks-cluster'], meaning: 'in-cluster', draw: 'inside' },
    { path: '/serviceAccount', to: ['kubernetes-service-account'], meaning: 'identifies', draw: 'line' },
    { path: '/roleArn', to: ['iam-role'], meaning: 'pod-role', draw: 'line' },
    { path: '/targetRoleArn', to: ['iam-role'], meaning: 'pod-role', draw: 'line', drawable: false },
    {
      path: '/namespace',
      to: ['kubernetes-namespace'],
      meaning: 'in-namespace',
      draw: 'line',
      drawable: false,
    },
  ],
})
